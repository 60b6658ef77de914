#include <array>
#include <set>

#include "print/preflight/check_pages.h"
#include "print/preflight/stream_bytes.h"

namespace pehchan {
namespace {

using Handle = QPDFObjectHandle;

/// PDF/A-2, 6.1.13.
constexpr std::size_t most_states = 28;
constexpr int deepest_space = 6;

/// What device colours mean in content read with these resources.
class Meaning {
 public:
  Meaning(Handle resources, Purpose purpose) : purpose_(purpose) {
    spaces_ = resources.isDictionary() ? resources.getKey("/ColorSpace") : Handle::newNull();
  }

  bool has(const char* default_space) { return spaces_.isDictionary() && spaces_.hasKey(default_space); }
  bool tells_rgb() { return purpose_ == Purpose::archive || is_profile("/DefaultRGB", "RGB "); }
  bool tells_cmyk() { return purpose_ == Purpose::press || is_profile("/DefaultCMYK", "CMYK"); }

  /// Whether a colour space has a meaning, all it is built upon included.
  bool tells(Handle space, int depth = 0) {
    if (space.isNameAndEquals("/DeviceRGB")) return tells_rgb();
    if (space.isNameAndEquals("/DeviceCMYK")) return tells_cmyk();
    if (!space.isArray() || space.getArrayNItems() == 0 || depth > deepest_space) return true;
    Handle kind = space.getArrayItem(0);
    if (is(kind, "/Indexed") || is(kind, "/Pattern"))
      return space.getArrayNItems() < 2 || tells(space.getArrayItem(1), depth + 1);
    if (is(kind, "/Separation") || is(kind, "/DeviceN"))
      return space.getArrayNItems() < 3 || tells(space.getArrayItem(2), depth + 1);
    return space.getArrayNItems() > 1 || tells(kind, depth + 1);
  }

 private:
  static bool is(Handle name, const char* text) { return name.isNameAndEquals(text); }

  bool is_profile(const char* key, const char* space) {
    Handle told = spaces_.isDictionary() ? spaces_.getKey(key) : Handle::newNull();
    if (!told.isArray() || told.getArrayNItems() != 2 || !is(told.getArrayItem(0), "/ICCBased")) return false;
    constexpr std::size_t space_at = 16;
    const std::string header = stream_bytes(told.getArrayItem(1), 128);
    return header.size() == 128 && header.compare(space_at, 4, space) == 0;
  }

  Purpose purpose_;
  Handle spaces_;
};

class ContentCheck {
 public:
  ContentCheck(Purpose purpose, Faults& faults) : purpose_(purpose), faults_(faults) {}

  void look(const SurveyedContent& content) {
    if (content.facts.is_damaged) faults_.add(Rule::operators);
    if (content.facts.has_hidden_text && !content.is_designers)
      faults_.add(Rule::hidden_text, "text that is not painted");
    if (purpose_ == Purpose::office) return;
    if (purpose_ == Purpose::card_printer) {
      if (content.facts.has_unpure_black) faults_.add(Rule::black_ink, "nearly black text is not 0 0 0");
      return;
    }
    if (content.facts.deepest_state > most_states) faults_.add(Rule::limits, "graphics states within each other");
    if (purpose_ == Purpose::press && content.facts.has_rgb_black && !content.is_mask) faults_.add(Rule::black_ink);
    if (purpose_ == Purpose::press && content.facts.has_mixed_black_text && !content.is_mask && !content.is_designers)
      faults_.add(Rule::text_inks, "black text of several inks");
    if (purpose_ == Purpose::press) look_at_states(content.resources, content.is_designers);
    look_at_group(content);
    look_at_colours(content);
  }

 private:
  void look_at_group(const SurveyedContent& content) {
    Handle group = content.group;
    if (!group.isDictionary() || content.is_mask) return;
    Handle space = group.getKey("/CS");
    const char* wanted = purpose_ == Purpose::press ? "/DeviceCMYK" : "/DeviceRGB";
    if (!space.isNull() && !space.isNameAndEquals(wanted)) faults_.add(Rule::blending);
  }

  void look_at_states(Handle resources, bool is_designers) {
    Handle states = resources.isDictionary() ? resources.getKey("/ExtGState") : Handle::newNull();
    if (!states.isDictionary()) return;
    for (auto& [name, state] : states.getDictAsMap()) {
      if (!state.isDictionary()) continue;
      for (const char* key : {"/OP", "/op"})
        if (!is_designers && state.getKey(key).isBool() && state.getKey(key).getBoolValue())
          faults_.add(Rule::overprint);
      Handle transfer = state.getKey("/TR2");
      if (state.hasKey("/TR") || (!transfer.isNull() && !transfer.isNameAndEquals("/Default")))
        faults_.add(Rule::transfer);
    }
  }

  void look_at_colours(const SurveyedContent& content) {
    Meaning meaning(content.resources, purpose_);
    if (purpose_ == Purpose::press && meaning.has("/DefaultGray")) faults_.add(Rule::black_ink, "DefaultGray");
    if (purpose_ == Purpose::press && meaning.has("/DefaultCMYK")) faults_.add(Rule::device_colour, "DefaultCMYK");
    const ContentFacts& facts = content.facts;
    bool is_told = (!facts.uses_rgb || meaning.tells_rgb()) && (!facts.uses_cmyk || meaning.tells_cmyk());
    if (facts.has_inline_picture) is_told = is_told && meaning.tells_rgb() && meaning.tells_cmyk();
    for (const char* kind : {"/XObject", "/Shading", "/Pattern", "/ColorSpace"}) {
      Handle resources = content.resources;
      Handle named = resources.isDictionary() ? resources.getKey(kind) : Handle::newNull();
      if (!named.isDictionary()) continue;
      for (auto& [name, object] : named.getDictAsMap())
        if (!name.starts_with("/Default") && !is_object_told(kind, object, meaning)) is_told = false;
    }
    if (!is_told) faults_.add(Rule::device_colour);
  }

  static bool is_object_told(std::string_view kind, Handle object, Meaning& meaning) {
    if (kind == "/ColorSpace") return meaning.tells(object);
    Handle dictionary = object.isStream() ? object.getDict() : object;
    if (!dictionary.isDictionary()) return true;
    if (dictionary.getKey("/Shading").isDictionary()) dictionary = dictionary.getKey("/Shading");
    if (dictionary.getKey("/Shading").isStream()) dictionary = dictionary.getKey("/Shading").getDict();
    return meaning.tells(dictionary.getKey("/ColorSpace"));
  }

  Purpose purpose_;
  Faults& faults_;
};

}  // namespace

void check_content(const ContentSurvey& survey, Purpose purpose, Faults& faults) {
  ContentCheck check(purpose, faults);
  survey.for_each([&](const SurveyedContent& content) { check.look(content); });
}

}  // namespace pehchan

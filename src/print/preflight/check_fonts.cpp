#include <algorithm>
#include <regex>

#include "print/preflight/check_objects.h"

namespace pehchan {
namespace {

using Handle = QPDFObjectHandle;

bool is_kind(Handle dictionary, const char* name) { return dictionary.getKey("/Subtype").isNameAndEquals(name); }

std::string name_of(Handle font) {
  Handle name = font.getKey("/BaseFont");
  return name.isName() ? name.getName().substr(1) : "a font without a name";
}

bool is_embedded(Handle descriptor) {
  return descriptor.isDictionary() &&
         std::ranges::any_of(std::initializer_list<const char*>{"/FontFile", "/FontFile2", "/FontFile3"},
                             [&](const char* key) { return descriptor.getKey(key).isStream(); });
}

class FontCheck {
 public:
  FontCheck(Purpose purpose, Faults& faults) : is_office_(purpose == Purpose::office), faults_(faults) {}

  void look(Handle font) {
    if (is_kind(font, "/CIDFontType0") || is_kind(font, "/CIDFontType2")) return look_at_descendant(font);
    if (!font.getKey("/ToUnicode").isStream()) faults_.add(Rule::font_unicode, name_of(font));
    if (is_kind(font, "/Type3")) return faults_.add(Rule::font_form, "a Type 3 font");
    if (is_kind(font, "/Type0")) return look_at_composite(font);
    look_at_program(font);
    look_at_simple(font);
  }

 private:
  void look_at_program(Handle font) {
    Handle descriptor = font.getKey("/FontDescriptor");
    if (!is_embedded(descriptor)) faults_.add(Rule::font_embedded, name_of(font));
    if (is_office_) return;
    static const std::regex tagged("[A-Z]{6}\\+.+");
    if (!std::regex_match(name_of(font), tagged)) faults_.add(Rule::font_subset, name_of(font));
    if (descriptor.isDictionary() && (descriptor.hasKey("/CIDSet") || descriptor.hasKey("/CharSet")))
      faults_.add(Rule::font_form, name_of(font) + ": a list of glyphs that nobody needs");
  }

  void look_at_composite(Handle font) {
    Handle descendants = font.getKey("/DescendantFonts");
    Handle encoding = font.getKey("/Encoding");
    if (!descendants.isArray() || descendants.getArrayNItems() != 1 || !encoding.isNameAndEquals("/Identity-H"))
      faults_.add(Rule::font_form, name_of(font));
  }

  void look_at_descendant(Handle font) {
    look_at_program(font);
    if (!font.getKey("/W").isArray() && !font.getKey("/DW").isNumber())
      faults_.add(Rule::font_form, name_of(font) + ": no widths");
    Handle glyphs = font.getKey("/CIDToGIDMap");
    if (!is_office_ && is_kind(font, "/CIDFontType2") && !glyphs.isStream() && !glyphs.isNameAndEquals("/Identity"))
      faults_.add(Rule::font_form, name_of(font) + ": no CIDToGIDMap");
  }

  void look_at_simple(Handle font) {
    Handle first = font.getKey("/FirstChar"), last = font.getKey("/LastChar"), widths = font.getKey("/Widths");
    const bool is_whole = first.isInteger() && last.isInteger() && widths.isArray() &&
                          widths.getArrayNItems() == last.getIntValue() - first.getIntValue() + 1;
    if (!is_whole) faults_.add(Rule::font_form, name_of(font) + ": not a width for each code");
  }

  bool is_office_;
  Faults& faults_;
};

}  // namespace

void check_fonts(QPDF& pdf, Purpose purpose, Faults& faults) {
  FontCheck check(purpose, faults);
  for (Handle& object : pdf.getAllObjects())
    if (object.isDictionary() && object.getKey("/Type").isNameAndEquals("/Font")) check.look(object);
}

}  // namespace pehchan

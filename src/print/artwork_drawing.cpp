#include "print/artwork_drawing.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "draw/picture_size.h"
#include "draw/refuse_artwork.h"
#include "print/content_stream.h"
#include "print/drawing_cost.h"
#include "print/drawing_keys.h"
#include "print/preflight/content_facts.h"
#include "print/preflight/content_survey.h"

namespace pehchan {
namespace {

constexpr int deepest = 40;  ///< arrays, dictionaries and drawings within each other
constexpr std::size_t most_objects = 100'000;
constexpr std::size_t most_content = 20'000'000;  ///< bytes of one content stream
constexpr std::size_t most_data = 100'000'000;    ///< of one other stream: a font, a profile, a mesh
constexpr std::array resource_kinds = {"/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/XObject", "/Font"};

/// How a dictionary's keys are judged.
enum class Keys { of_drawing, of_resources, chosen };

bool has_name(QPDFObjectHandle dictionary, const char* key, const char* name) {
  return dictionary.getKey(key).isNameAndEquals(name);
}

double number_at(QPDFObjectHandle numbers, int index, double otherwise) {
  if (!numbers.isArray() || index >= numbers.getArrayNItems() || !numbers.getArrayItem(index).isNumber())
    return otherwise;
  return numbers.getArrayItem(index).getNumericValue();
}

/// Also of what is not a number.
std::size_t as_cost(double operators) {
  return operators < static_cast<double>(most_cost) ? static_cast<std::size_t>(operators) : most_cost;
}

/// How often a pattern's cell fits into a page of so many square units.
std::size_t cells_of(QPDFObjectHandle pattern, double page) {
  auto matrix = pattern.getKey("/Matrix");
  const double scale =
      std::abs(number_at(matrix, 0, 1) * number_at(matrix, 3, 1) - number_at(matrix, 1, 0) * number_at(matrix, 2, 0));
  const auto step = [&](const char* key) {
    return pattern.getKey(key).isNumber() ? std::abs(pattern.getKey(key).getNumericValue()) : 0;
  };
  const double cell = step("/XStep") * step("/YStep") * scale;
  return cell > page / double(most_cost) ? static_cast<std::size_t>(page / cell) + 1 : most_cost;
}

class Reduction {
 public:
  Reduction(QPDF& pdf, const std::string& file) : pdf_(pdf), file_(file) {}

  ArtworkDrawing of(QPDFPageObjectHelper page) {
    const auto media = page.getAttribute("/MediaBox", false).getArrayAsRectangle();
    page_area_ = std::abs((media.urx - media.llx) * (media.ury - media.lly));
    QPDFObjectHandle resources = page.getAttribute("/Resources", false);
    if (!resources.isDictionary()) resources = QPDFObjectHandle::newDictionary();
    clean(resources, Keys::of_resources, 0);
    std::string joined;
    for (QPDFObjectHandle& stream : page.getPageContents()) {
      refuse_outside(stream.getDict());
      joined += unpacked(stream, most_content - joined.size(), file_) + "\n";
      if (joined.size() >= most_content) too_much();
    }
    const ContentStream content = read(joined, resources);
    cost_of(content, resources, 0);
    refuse_dashes_from_outside(page, content.bytes, resources);
    return {content.bytes, resources, uses_cmyk_};
  }

 private:
  [[noreturn]] void too_much() const {
    refuse_artwork(file_, "it takes too much to draw",
                   "Simplify it: fewer shapes, patterns and effects within each other.");
  }

  ContentStream read(const std::string& bytes, QPDFObjectHandle resources) {
    ContentStream content = read_content(pdf_, bytes, file_);
    content.cost += std::min(most_cost, as_cost(facts_of_content(content.bytes, resources).dashes));
    uses_cmyk_ = uses_cmyk_ || content.uses_cmyk;
    return content;
  }

  /// What each content draws dashed by itself its own cost has. A form may also be drawn with the dashes of what draws
  /// it.
  void refuse_dashes_from_outside(QPDFPageObjectHelper page, const std::string& content, QPDFObjectHandle resources) {
    page.getObjectHandle().replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf_, content));
    page.getObjectHandle().replaceKey("/Resources", resources);
    if (ContentSurvey().read(page).cost > most_cost) too_much();
  }

  void clean(QPDFObjectHandle object, Keys keys, int depth) {
    if (depth > deepest || ++objects_ > most_objects) too_much();
    if (object.isIndirect() && !seen_.insert(object.getObjGen()).second) return;
    if (object.isArray()) return clean_array(object, depth);
    if (object.isStream()) return clean_stream(object, depth);
    if (object.isDictionary()) clean_dictionary(object, keys, depth);
  }

  void clean_array(QPDFObjectHandle array, int depth) {
    auto items = array.getArrayAsVector();
    if (!items.empty() && items[0].isName()) note_colours(items);
    for (QPDFObjectHandle& item : items)
      if (item.isArray() || item.isDictionary() || item.isStream()) clean(item, Keys::of_drawing, depth + 1);
  }

  void note_colours(const std::vector<QPDFObjectHandle>& space) {
    QPDFObjectHandle kind = space[0];
    const std::string name = kind.getName();
    if (name == "/Separation" || name == "/DeviceN" || name == "/DeviceCMYK") uses_cmyk_ = true;
    if (name != "/ICCBased" || space.size() < 2) return;
    QPDFObjectHandle profile = space[1];
    if (profile.isStream() && profile.getDict().getKey("/N").isInteger())
      uses_cmyk_ = uses_cmyk_ || profile.getDict().getKey("/N").getIntValue() == 4;
  }

  void refuse_outside(QPDFObjectHandle dictionary) const {
    for (const char* key : {"/F", "/FFilter", "/FDecodeParms"})
      if (dictionary.hasKey(key)) points_outside();
  }
  [[noreturn]] void points_outside() const {
    refuse_artwork(file_, "it takes in another file", "Embed what it links to (no OPI, no links) and export it again.");
  }

  void clean_dictionary(QPDFObjectHandle dictionary, Keys keys, int depth) {
    if (keys == Keys::of_drawing) {
      if (dictionary.hasKey("/Ref") || dictionary.hasKey("/OPI")) points_outside();
      refuse_ink_settings(dictionary);
      if (has_name(dictionary, "/Type", "/Font")) check_font(dictionary);
      if (dictionary.getKey("/ColorSpace").isNameAndEquals("/DeviceCMYK")) uses_cmyk_ = true;
    }
    for (const std::string& key : dictionary.getKeys()) {
      const bool is_kept = keys == Keys::chosen || (keys == Keys::of_drawing && is_drawing_key(key)) ||
                           (keys == Keys::of_resources && std::ranges::count(resource_kinds, key) == 1);
      QPDFObjectHandle value = dictionary.getKey(key);
      if (!is_kept) {
        dictionary.removeKey(key);
      } else {
        clean(value, keys_below(keys, key), depth + 1);
      }
    }
  }

  /// Of a graphics state; a soft mask may have a curve of its own. What is as the press has it anyway is left out.
  void refuse_ink_settings(QPDFObjectHandle state) const {
    if (has_name(state, "/S", "/Luminosity") || has_name(state, "/S", "/Alpha")) return;
    for (const auto& [key, newer] : {std::pair{"/TR", "/TR2"}, {"/BG", "/BG2"}, {"/UCR", "/UCR2"}, {"/HT", "/HT"}}) {
      QPDFObjectHandle value = state.getKey(state.hasKey(newer) ? newer : key);
      if (!value.isNull() && !value.isNameAndEquals("/Default") && !value.isNameAndEquals("/Identity"))
        refuse_artwork(file_, fmt::format("it says itself how inks are printed ({})", key + 1),
                       "Export it again without transfer curves, halftones, black generation and undercolour removal.");
      state.removeKey(key);
    }
  }

  static Keys keys_below(Keys above, const std::string& key) {
    if (above == Keys::of_resources || (above == Keys::of_drawing && key == "/Colorants")) return Keys::chosen;
    return above == Keys::of_drawing && key == "/Resources" ? Keys::of_resources : Keys::of_drawing;
  }

  void clean_stream(QPDFObjectHandle stream, int depth) {
    QPDFObjectHandle dictionary = stream.getDict();
    refuse_outside(dictionary);
    refuse_filters(dictionary.getKey("/Filter"));
    clean_dictionary(dictionary, Keys::of_drawing, depth);
    if (has_name(dictionary, "/Subtype", "/PS")) refuse_artwork(file_, "it has PostScript in it", export_again);
    if (has_name(dictionary, "/Subtype", "/Image")) return check_picture(stream);
    const bool is_pattern = dictionary.getKey("/PatternType").isInteger();
    if (!is_pattern && !has_name(dictionary, "/Subtype", "/Form")) {
      unpacked(stream, most_data, file_);
      return;
    }
    ContentStream content = read(unpacked(stream, most_content, file_), dictionary.getKey("/Resources"));
    stream.replaceStreamData(content.bytes, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
    content.bytes.clear();
    contents_[stream.getObjGen()] = std::move(content);
  }

  void refuse_filters(QPDFObjectHandle filter) const {
    for (QPDFObjectHandle& one : filter.isArray() ? filter.getArrayAsVector() : std::vector{filter})
      for (const char* name : {"/JPXDecode", "/JBIG2Decode", "/Crypt"})
        if (one.isNameAndEquals(name))
          refuse_artwork(file_, fmt::format("a picture in it is packed as {}", name + 1),
                         "Export it again with pictures as JPEG or ZIP.");
  }

  void check_picture(QPDFObjectHandle stream) {
    QPDFObjectHandle dictionary = stream.getDict();
    const auto side = [&](const char* key) {
      QPDFObjectHandle value = dictionary.getKey(key);
      return value.isInteger() ? std::clamp(value.getIntValue(), 0LL, 1'000'000LL) : 0LL;
    };
    PictureSize size{static_cast<std::size_t>(side("/Width")), static_cast<std::size_t>(side("/Height"))};
    if (QPDFObjectHandle filter = dictionary.getKey("/Filter"); is_jpeg(filter)) {
      const auto raw = stream.getRawStreamData();
      const auto own = picture_size({reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize()});
      if (!own) refuse_artwork(file_, "a picture in it is damaged", export_again);
      size = *own;
    }
    pixels_ += size.width * size.height;
    if (pixels_ > most_pixels)
      refuse_artwork(file_, "its pictures have more than 50 megapixels together",
                     "600 dpi at their final size is enough.");
    pictures_[stream.getObjGen()] = picture_cost(size.width, size.height);
  }

  static bool is_jpeg(QPDFObjectHandle filter) {
    if (filter.isArray()) return filter.getArrayNItems() == 1 && is_jpeg(filter.getArrayItem(0));
    return filter.isNameAndEquals("/DCTDecode");
  }

  void check_font(QPDFObjectHandle font) const {
    QPDFObjectHandle base = font.getKey("/BaseFont");
    const std::string name = base.isName() ? base.getName().substr(1) : std::string("without a name");
    if (has_name(font, "/Subtype", "/Type3"))
      refuse_artwork(file_, "a font in it is drawn glyph by glyph (Type 3)", "Convert that lettering to outlines.");
    if (has_name(font, "/Subtype", "/Type0")) return;  // its descendant is a font, too
    QPDFObjectHandle descriptor = font.getKey("/FontDescriptor");
    for (const char* key : {"/FontFile", "/FontFile2", "/FontFile3"})
      if (descriptor.isDictionary() && descriptor.getKey(key).isStream()) return;
    refuse_artwork(file_, fmt::format("the font {} is not embedded", name),
                   "Embed all fonts, or convert the lettering to outlines.");
  }

  /// Of drawing a content once with all it calls; `resources` are its own.
  std::size_t cost_of(const ContentStream& content, QPDFObjectHandle resources, int depth) {
    if (depth > deepest) too_much();
    std::size_t cost = content.cost;
    for (const auto& [call, times] : content.calls) {
      const auto slash = call.find('/');
      QPDFObjectHandle called = resources.getKey("/" + call.substr(0, slash)).getKey(call.substr(slash));
      cost += times * std::min(most_cost, cost_of_called(called, resources, depth));
      if (cost > most_cost) too_much();
    }
    return cost;
  }

  std::size_t cost_of_called(QPDFObjectHandle called, QPDFObjectHandle resources, int depth) {
    if (called.isDictionary()) {  // a graphics state or a shading
      QPDFObjectHandle mask = called.getKey("/SMask");
      if (mask.isDictionary()) return shade_cost + cost_of_called(mask.getKey("/G"), resources, depth);
      return called.hasKey("/Shading") ? shade_cost : 1;
    }
    if (!called.isStream()) return 1;
    const QPDFObjGen id = called.getObjGen();
    if (const auto picture = pictures_.find(id); picture != pictures_.end()) return picture->second + 1;
    if (const auto known = costs_.find(id); known != costs_.end()) return known->second;
    const auto content = contents_.find(id);
    if (content == contents_.end()) return 1;
    if (!open_.insert(id).second) refuse_artwork(file_, "a part of it draws itself", export_again);
    QPDFObjectHandle dictionary = called.getDict();
    QPDFObjectHandle own = dictionary.getKey("/Resources");
    std::size_t cost = cost_of(content->second, own.isDictionary() ? own : resources, depth + 1);
    if (dictionary.hasKey("/Group")) cost += shade_cost;
    if (dictionary.hasKey("/PatternType")) cost = std::min(most_cost, cost) * cells_of(dictionary, page_area_);
    open_.erase(id);
    return costs_[id] = cost;
  }

  QPDF& pdf_;
  const std::string& file_;
  double page_area_ = 0;
  std::size_t objects_ = 0, pixels_ = 0;
  bool uses_cmyk_ = false;
  std::set<QPDFObjGen> seen_, open_;
  std::map<QPDFObjGen, ContentStream> contents_;
  std::map<QPDFObjGen, std::size_t> pictures_, costs_;
};

}  // namespace

ArtworkDrawing reduce_to_drawing(QPDF& pdf, QPDFPageObjectHelper page, const std::string& file) {
  return Reduction(pdf, file).of(page);
}

}  // namespace pehchan

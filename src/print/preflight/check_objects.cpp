#include "print/preflight/check_objects.h"

#include <string_view>
#include <unordered_set>

#include "print/preflight/stream_bytes.h"

namespace pehchan {
namespace {

using Handle = QPDFObjectHandle;
using Keys = std::unordered_set<std::string_view>;

constexpr int deepest = 60;
constexpr std::size_t longest_name = 127, longest_string = 32767;
constexpr long long largest_integer = 2147483647;
constexpr long long most_pixels = 50'000'000;
constexpr long long widest_row = 1'000'000;

const Keys of_actions{"/OpenAction", "/AA", "/JavaScript", "/JS", "/XFA", "/Launch"};
const Keys of_attachments{"/EmbeddedFiles", "/EF", "/AF", "/Collection"};
const Keys of_outside{"/OPI", "/Alternates", "/Ref", "/FFilter", "/OCProperties", "/PS"};
const Keys known_filters{"/FlateDecode",    "/DCTDecode",     "/JPXDecode",      "/JBIG2Decode",
                         "/CCITTFaxDecode", "/ASCII85Decode", "/ASCIIHexDecode", "/RunLengthDecode"};

std::vector<std::string> filters_of(Handle stream) {
  Handle filter = stream.getDict().getKey("/Filter");
  std::vector<std::string> names;
  if (filter.isName()) names.push_back(filter.getName());
  if (filter.isArray())
    for (Handle& one : filter.getArrayAsVector()) names.push_back(one.isName() ? one.getName() : "?");
  return names;
}

long long number_in(Handle dictionary, const char* key, long long otherwise) {
  Handle value = dictionary.isDictionary() ? dictionary.getKey(key) : Handle::newNull();
  return value.isInteger() ? value.getIntValue() : otherwise;
}

class Check {
 public:
  Check(QPDF& pdf, Faults& faults) : pdf_(pdf), faults_(faults) {}

  bool all() {
    for (Handle& object : pdf_.getAllObjects()) {
      look(object, 0);
      if (object.isStream()) look_at_stream(object);
    }
    return can_be_unpacked_;
  }

 private:
  void look(Handle object, int depth) {
    if (depth > deepest) return faults_.add(Rule::limits, "objects within each other");
    if (object.isName() && object.getName().size() > longest_name + 1) faults_.add(Rule::limits, "a long name");
    if (object.isString() && object.getStringValue().size() > longest_string)
      faults_.add(Rule::limits, "a long string");
    if (object.isInteger() && std::abs(object.getIntValue()) > largest_integer)
      faults_.add(Rule::limits, "a large number");
    if (object.isArray())
      for (Handle& one : object.getArrayAsVector()) look_inside(one, depth);
    if (object.isDictionary()) look_at_dictionary(object, depth);
    if (object.isStream()) look_at_dictionary(object.getDict(), depth);
  }

  void look_inside(Handle& object, int depth) {
    if (!object.isIndirect()) look(object, depth + 1);
  }

  void look_at_dictionary(Handle dictionary, int depth) {
    if (dictionary.getKey("/S").isNameAndEquals("/JavaScript")) faults_.add(Rule::actions, "JavaScript");
    if (dictionary.getKey("/Subtype").isNameAndEquals("/PS")) faults_.add(Rule::outside, "PostScript");
    for (auto& [key, value] : dictionary.getDictAsMap()) {
      if (key.size() > longest_name + 1) faults_.add(Rule::limits, "a long name");
      if (of_actions.contains(key)) faults_.add(Rule::actions, key.substr(1));
      if (of_attachments.contains(key)) faults_.add(Rule::attachments, key.substr(1));
      if (of_outside.contains(key)) faults_.add(Rule::outside, key.substr(1));
      if (key == "/AcroForm" || (key == "/Annots" && !(value.isArray() && value.getArrayNItems() == 0)))
        faults_.add(Rule::annotations, key.substr(1));
      look_inside(value, depth);
    }
  }

  void look_at_stream(Handle& stream) {
    Handle dictionary = stream.getDict();
    if (dictionary.hasKey("/F")) faults_.add(Rule::outside, "a stream of another file");
    const auto filters = filters_of(stream);
    for (const std::string& filter : filters)
      if (!known_filters.contains(filter)) faults_.add(Rule::filters, filter.substr(1));
    const bool is_picture = dictionary.getKey("/Subtype").isNameAndEquals("/Image");
    if (is_picture) return look_at_picture(dictionary);
    // A file's own structure, with rows of a dozen bytes, print/pdf_bombs has looked over.
    Handle type = dictionary.getKey("/Type");
    if (type.isNameAndEquals("/XRef") || type.isNameAndEquals("/ObjStm") || is_plainly_packed(stream)) return;
    can_be_unpacked_ = false;
    faults_.add(Rule::filters, "content that is not packed by Flate alone");
  }

  void look_at_picture(Handle dictionary) {
    if (dictionary.getKey("/Interpolate").isBool() && dictionary.getKey("/Interpolate").getBoolValue())
      faults_.add(Rule::interpolate);
    const auto width = number_in(dictionary, "/Width", 0), height = number_in(dictionary, "/Height", 0);
    const bool is_absurd = width <= 0 || height <= 0 || width > most_pixels || height > most_pixels / width;
    Handle parameters = dictionary.getKey("/DecodeParms");
    const auto columns = number_in(parameters, "/Columns", 1), colours = number_in(parameters, "/Colors", 1);
    const bool is_wide = columns < 0 || colours < 0 || colours > 32 || columns > widest_row / 32;
    if (!is_absurd && !is_wide) return;
    can_be_unpacked_ = false;
    faults_.add(Rule::limits, "a picture of absurd size");
  }

  QPDF& pdf_;
  Faults& faults_;
  bool can_be_unpacked_ = true;
};

}  // namespace

bool check_objects(QPDF& pdf, Faults& faults) { return Check(pdf, faults).all(); }

}  // namespace pehchan

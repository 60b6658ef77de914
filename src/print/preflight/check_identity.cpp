#include "print/preflight/check_identity.h"

#include <optional>
#include <regex>
#include <string>

#include "print/preflight/stream_bytes.h"
#include "print/xmp.h"

namespace pehchan {
namespace {

using Handle = QPDFObjectHandle;

constexpr std::size_t largest_xmp = 100'000;

std::string text_of(Handle dictionary, const char* key) {
  Handle value = dictionary.isDictionary() ? dictionary.getKey(key) : Handle::newNull();
  return value.isString() ? value.getUTF8Value() : value.isName() ? value.getName().substr(1) : std::string();
}

std::string xmp_in(QPDF& pdf) { return stream_bytes(pdf.getRoot().getKey("/Metadata"), largest_xmp); }

/// What the first element of this name holds, markup left out; nothing when there is none.
std::optional<std::string> element(const std::string& xmp, const std::string& name) {
  const auto begin = xmp.find("<" + name);
  if (begin == std::string::npos) return std::nullopt;
  const auto from = xmp.find('>', begin), to = xmp.find("</" + name + ">", begin);
  if (from == std::string::npos || to == std::string::npos || to < from) return std::nullopt;
  std::string text;
  bool is_markup = false;
  for (const char c : xmp.substr(from + 1, to - from - 1)) {
    if (c == '<') is_markup = true;
    if (!is_markup) text += c;
    if (c == '>') is_markup = false;
  }
  return text;
}

std::string unescaped(std::string text) {
  for (const auto& [entity, sign] : {std::pair{"&lt;", "<"}, std::pair{"&gt;", ">"}, std::pair{"&amp;", "&"}})
    for (auto at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1))
      text.replace(at, std::string_view(entity).size(), sign);
  return text;
}

/// "D:20260331000000Z" as XMP has it; nothing when it is not a whole date.
std::optional<std::string> in_xmp(const std::string& date) {
  static const std::regex form(R"(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(Z|[+-]\d\d'\d\d'?))");
  std::smatch parts;
  if (!std::regex_match(date, parts, form)) return std::nullopt;
  std::string zone = parts[7];
  if (zone != "Z") zone = zone.substr(0, 3) + ":" + zone.substr(4, 2);
  return parts[1].str() + "-" + parts[2].str() + "-" + parts[3].str() + "T" + parts[4].str() + ":" + parts[5].str() +
         ":" + parts[6].str() + zone;
}

class Identity {
 public:
  Identity(QPDF& pdf, Purpose purpose, Faults& faults)
      : pdf_(pdf), purpose_(purpose), faults_(faults), info_(pdf.getTrailer().getKey("/Info")), xmp_(xmp_in(pdf)) {}

  void check() {
    const bool is_standard = purpose_ == Purpose::press || purpose_ == Purpose::archive;
    check_id();
    if (purpose_ == Purpose::press) check_scaling();
    if (!is_standard) return;
    check_version();
    check_packet();
    check_agreement();
    check_trapped();
    check_intent();
  }

 private:
  void check_id() {
    Handle id = pdf_.getTrailer().getKey("/ID");
    const bool is_there = id.isArray() && id.getArrayNItems() == 2 && id.getArrayItem(0).isString() &&
                          !id.getArrayItem(0).getStringValue().empty() && id.getArrayItem(1).isString() &&
                          !id.getArrayItem(1).getStringValue().empty();
    if (!is_there) faults_.add(Rule::identifier);
  }

  void check_scaling() {
    Handle preferences = pdf_.getRoot().getKey("/ViewerPreferences");
    if (!preferences.isDictionary() || !preferences.hasKey("/PrintScaling")) return;
    if (!preferences.getKey("/PrintScaling").isNameAndEquals("/None")) faults_.add(Rule::scaling);
  }

  void check_version() {
    const std::string version = pdf_.getPDFVersion(), most = purpose_ == Purpose::press ? "1.6" : "1.7";
    if (version > most || version < "1.4" || pdf_.getRoot().hasKey("/Version"))
      faults_.add(Rule::version, "PDF " + version);
  }

  void check_packet() {
    Handle metadata = pdf_.getRoot().getKey("/Metadata");
    if (!metadata.isStream()) return faults_.add(Rule::metadata, "no XMP");
    if (metadata.getDict().hasKey("/Filter")) faults_.add(Rule::metadata, "XMP is packed");
    const auto header = xmp_.substr(0, xmp_.find("?>"));
    if (!header.starts_with("<?xpacket begin=") || header.find("bytes=") != std::string::npos ||
        header.find("encoding=") != std::string::npos)
      faults_.add(Rule::metadata, "the XMP packet's header");
    if (purpose_ == Purpose::press) demand("pdfxid:GTS_PDFXVersion", "PDF/X-4");
    if (purpose_ == Purpose::archive) demand("pdfaid:part", "2"), demand("pdfaid:conformance", "U");
    for (const char* name : {"xmpMM:DocumentID", "xmpMM:RenditionClass", "xmpMM:VersionID", "xmp:MetadataDate"})
      if (element(xmp_, name).value_or("").empty()) faults_.add(Rule::metadata, name);
  }

  void demand(const char* name, const std::string& value) {
    if (element(xmp_, name).value_or("") != value) faults_.add(Rule::metadata, name);
  }

  void check_agreement() {
    const std::pair<const char*, const char*> same[] = {
        {"/Title", "dc:title"}, {"/Creator", "xmp:CreatorTool"}, {"/Producer", "pdf:Producer"}};
    for (const auto& [key, name] : same)
      if (text_of(info_, key).empty() || unescaped(element(xmp_, name).value_or("")) != text_of(info_, key))
        faults_.add(Rule::metadata, std::string("Info") + key + " and " + name);
    const std::pair<const char*, const char*> dates[] = {{"/CreationDate", "xmp:CreateDate"},
                                                         {"/ModDate", "xmp:ModifyDate"}};
    for (const auto& [key, name] : dates) {
      const auto date = in_xmp(text_of(info_, key));
      if (!date)
        faults_.add(Rule::dates, key);
      else if (element(xmp_, name) != date)
        faults_.add(Rule::metadata, std::string("Info") + key + " and " + name);
    }
  }

  void check_trapped() {
    const auto in_info = text_of(info_, "/Trapped"), of_xmp = element(xmp_, "pdf:Trapped").value_or("");
    const bool is_press = purpose_ == Purpose::press;
    const bool is_said = (in_info == "True" || in_info == "False") && of_xmp == in_info;
    if (is_press && !is_said) faults_.add(Rule::trapped, "Info and pdf:Trapped must both be True or both be False");
    if (!is_press && !of_xmp.empty()) faults_.add(Rule::trapped, "PDF/A has no pdf:Trapped");
  }

  void check_intent() {
    const bool is_press = purpose_ == Purpose::press;
    Handle intents = pdf_.getRoot().getKey("/OutputIntents");
    if (!intents.isArray() || intents.getArrayNItems() != 1) return faults_.add(Rule::intent, "not exactly one");
    Handle intent = intents.getArrayItem(0);
    if (!intent.isDictionary() || !intent.getKey("/S").isNameAndEquals(is_press ? "/GTS_PDFX" : "/GTS_PDFA1"))
      return faults_.add(Rule::intent, "of another kind");
    if (text_of(intent, "/OutputConditionIdentifier").empty()) faults_.add(Rule::intent, "no identifier");
    if (text_of(intent, "/Info").empty()) faults_.add(Rule::intent, "no words for people (Info)");
    Handle profile = intent.getKey("/DestOutputProfile");
    if (!profile.isStream()) return faults_.add(Rule::intent, "no ICC profile");
    const std::string header = stream_bytes(profile, 128);
    const auto has = [&](std::size_t at, const char* sign) {
      return header.size() == 128 && header.compare(at, 4, sign) == 0;
    };
    const bool is_kind = is_press ? has(12, "prtr") && has(16, "CMYK") : has(16, "RGB ");
    Handle parts = profile.getDict().getKey("/N");
    if (!has(36, "acsp") || !is_kind || !parts.isInteger() || parts.getIntValue() != (is_press ? 4 : 3))
      faults_.add(Rule::intent, is_press ? "its profile is not CMYK of class prtr" : "its profile is not RGB");
  }

  QPDF& pdf_;
  Purpose purpose_;
  Faults& faults_;
  Handle info_;
  std::string xmp_;
};

}  // namespace

Purpose claimed_purpose(QPDF& pdf) {
  const std::string xmp = xmp_in(pdf);
  Handle info = pdf.getTrailer().getKey("/Info");
  if (element(xmp, "pdfxid:GTS_PDFXVersion") || !text_of(info, "/GTS_PDFXVersion").empty()) return Purpose::press;
  if (element(xmp, "pdfaid:part")) return Purpose::archive;
  return text_of(info, "/Keywords") == card_printer_keyword ? Purpose::card_printer : Purpose::office;
}

void check_identity(QPDF& pdf, Purpose purpose, Faults& faults) { Identity(pdf, purpose, faults).check(); }

}  // namespace pehchan

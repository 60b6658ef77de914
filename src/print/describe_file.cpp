#include "print/describe_file.h"

#include <qpdf/QPDFObjectHandle.hh>

#include "base/run_error.h"
#include "print/icc_stream.h"
#include "print/xmp.h"

namespace pehchan {
namespace {

using Handle = QPDFObjectHandle;

std::string text_of(Handle info, const char* key) {
  Handle value = info.getKey(key);
  return value.isString() ? value.getUTF8Value() : std::string();
}

/// The 14 digits of a date of Cairo's, which is always of Greenwich and lacks the D: that a PDF's begins with.
std::string digits_of(Handle info, const char* key) {
  const std::string date = text_of(info, key);
  const auto first = date.find_first_of("0123456789");
  const std::string digits = first == std::string::npos ? "" : date.substr(first, 14);
  if (digits.size() != 14 || digits.find_first_not_of("0123456789") != std::string::npos)
    throw RunError(ExitCode::internal, "a painted PDF has no date");
  return digits;
}

/// YYYY-MM-DDTHH:MM:SSZ
std::string in_xmp(const std::string& digits) {
  return digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6, 2) + "T" + digits.substr(8, 2) + ":" +
         digits.substr(10, 2) + ":" + digits.substr(12, 2) + "Z";
}

void tell_info(Handle info, Purpose purpose) {
  for (const char* key : {"/CreationDate", "/ModDate"})
    info.replaceKey(key, Handle::newString("D:" + digits_of(info, key) + "Z"));
  if (purpose == Purpose::press) {
    info.replaceKey("/GTS_PDFXVersion", Handle::newString("PDF/X-4"));
    info.replaceKey("/Trapped", Handle::newName("/False"));
  }
  if (purpose == Purpose::card_printer) info.replaceKey("/Keywords", Handle::newString(card_printer_keyword));
}

FileWords words_of(Handle info, const std::string& fingerprint) {
  return {.title = text_of(info, "/Title"),
          .creator = text_of(info, "/Creator"),
          .producer = text_of(info, "/Producer"),
          .created = in_xmp(digits_of(info, "/CreationDate")),
          .modified = in_xmp(digits_of(info, "/ModDate")),
          .fingerprint = fingerprint};
}

void tell_xmp(QPDF& pdf, const std::string& packet) {
  Handle stream = pdf.newStream(packet);
  stream.getDict().replaceKey("/Type", Handle::newName("/Metadata"));
  stream.getDict().replaceKey("/Subtype", Handle::newName("/XML"));
  pdf.getRoot().replaceKey("/Metadata", stream);
}

void tell_intent(QPDF& pdf, const PressProfile& profile) {
  const bool is_press = profile.purpose == Purpose::press;
  const PrintingCondition& condition = profile.condition;
  Handle intent = Handle::newDictionary();
  const auto say = [&](const char* key, const std::string& text) { intent.replaceKey(key, Handle::newString(text)); };
  intent.replaceKey("/Type", Handle::newName("/OutputIntent"));
  intent.replaceKey("/S", Handle::newName(is_press ? "/GTS_PDFX" : "/GTS_PDFA1"));
  say("/OutputConditionIdentifier", is_press ? condition.identifier : "sRGB IEC61966-2.1");
  say("/Info", is_press ? condition.name : "sRGB IEC61966-2.1");
  say("/RegistryName", "http://www.color.org");
  intent.replaceKey("/DestOutputProfile", icc_stream(pdf, is_press ? condition.icc : profile.srgb));
  Handle intents = Handle::newArray();
  intents.appendItem(pdf.makeIndirectObject(intent));
  pdf.getRoot().replaceKey("/OutputIntents", intents);
}

}  // namespace

void describe_file(QPDF& pdf, const PressProfile& profile, const std::string& fingerprint) {
  Handle info = pdf.getTrailer().getKey("/Info");
  if (!info.isDictionary()) throw RunError(ExitCode::internal, "a painted PDF says nothing of itself");
  tell_info(info, profile.purpose);
  if (profile.purpose == Purpose::card_printer) return;
  tell_xmp(pdf, xmp_of(words_of(info, fingerprint), profile.purpose));
  tell_intent(pdf, profile);
}

}  // namespace pehchan

#include "print/conform_fonts.h"

#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace pehchan {
namespace {

bool is_kind(QPDFObjectHandle& dictionary, const char* key, const char* name) {
  return dictionary.getKey(key).isNameAndEquals(name);
}

void tag(QPDFObjectHandle& dictionary, const char* key) {
  QPDFObjectHandle name = dictionary.getKey(key);
  if (!name.isName() || name.getName().find('+') != std::string::npos) return;
  dictionary.replaceKey(key, QPDFObjectHandle::newName("/PEHCHN+" + name.getName().substr(1)));
}

}  // namespace

void conform_fonts(QPDF& pdf) {
  for (QPDFObjectHandle& object : pdf.getAllObjects()) {
    if (!object.isDictionary()) continue;
    if (is_kind(object, "/Type", "/Font")) tag(object, "/BaseFont");
    if (is_kind(object, "/Type", "/FontDescriptor")) {
      tag(object, "/FontName");
      object.removeKey("/CIDSet");
      object.removeKey("/CharSet");
    }
    if (is_kind(object, "/Subtype", "/CIDFontType2") && !object.hasKey("/CIDToGIDMap"))
      object.replaceKey("/CIDToGIDMap", QPDFObjectHandle::newName("/Identity"));
  }
}

}  // namespace pehchan

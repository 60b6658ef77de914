#include "print/conform_portraits.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/Pipeline.hh>
#include <string>
#include <vector>

#include "print/portrait_inks.h"

namespace pehchan {
namespace {

using Handle = QPDFObjectHandle;

std::string bytes_of(Handle stream) {
  const auto raw = stream.getRawStreamData();
  return {reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize()};
}

std::vector<std::string> pictures_of(const CardTemplate& card) {
  std::vector<std::string> pictures;
  for (const SideTemplate* side : {&card.front, &card.back})
    for (const PictureElement& element : side->pictures) pictures.push_back(element.picture->bytes);
  return pictures;
}

bool is_rgb_jpeg(Handle& object) {
  return object.isImage() && object.getDict().getKey("/Filter").isNameAndEquals("/DCTDecode") &&
         object.getDict().getKey("/ColorSpace").isNameAndEquals("/DeviceRGB");
}

void turn_into_inks(Handle picture, Handle space, const std::shared_ptr<const PortraitInks>& inks) {
  Handle original = picture.copyStream();
  original.replaceDict(Handle::newDictionary());
  original.setFilterOnWrite(false);
  Handle dictionary = picture.getDict();
  dictionary.replaceKey("/ColorSpace", space);
  dictionary.replaceKey(original_key, original);
  dictionary.replaceKey(ink_limit_key, Handle::newInteger(inks->limit()));
  const std::function<void(Pipeline*)> turn = [original, inks](Pipeline* out) {
    out->writeString(inks->in_inks(bytes_of(original)));
    out->finish();
  };
  picture.replaceStreamData(turn, Handle::newName("/DCTDecode"), Handle::newNull());
}

}  // namespace

void conform_portraits(QPDF& pdf, const SheetDesign& design) {
  if (!design.profile.inks) return;
  const auto others = pictures_of(design.card);
  Handle space = pdf.makeIndirectObject(Handle::newName("/DeviceCMYK"));
  for (Handle& object : pdf.getAllObjects())
    if (is_rgb_jpeg(object) && (others.empty() || std::ranges::find(others, bytes_of(object)) == others.end()))
      turn_into_inks(object, space, design.profile.inks);
}

Handle original_of(Handle picture) {
  Handle original = picture.getDict().getKey(original_key);
  return original.isStream() ? original : picture;
}

int portrait_space_of(QPDF& pdf) {
  for (Handle& object : pdf.getAllObjects())
    if (object.isImage() && object.getDict().hasKey(original_key))
      return object.getDict().getKey("/ColorSpace").getObjectID();
  return 0;
}

}  // namespace pehchan

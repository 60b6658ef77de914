#include "model/element_boxes.h"

#include <algorithm>

namespace pehchan {
namespace {

std::string words_of(const Condition& condition) {
  return std::string(name_of(condition.field)) + (condition.equals ? " = " + *condition.equals : "");
}

std::string with_condition(const std::string& label, const Visibility& visibility) {
  std::string words;
  if (visibility.when) words = "when " + words_of(*visibility.when);
  if (visibility.unless) words += (words.empty() ? "unless " : ", unless ") + words_of(*visibility.unless);
  return words.empty() ? label : label + " (" + words + ")";
}

std::string name_of_picture(const PictureElement& element) {
  return element.picture ? "picture " + element.picture->file : "picture";
}

std::string name_of_barcode(const BarcodeElement& element) {
  return (element.kind == BarcodeKind::code128 ? "Code 128 " : "PDF417 ") + element.text;
}

}  // namespace

Rect covered_by(const LineElement& line) {
  const auto [left, right] = std::minmax(line.from.x, line.to.x);
  const auto [top, bottom] = std::minmax(line.from.y, line.to.y);
  return grown(Rect{left, top, right - left, bottom - top}, line.width / 2);
}

std::vector<ElementBox> element_boxes(const SideTemplate& side) {
  std::vector<ElementBox> boxes;
  const auto add = [&](ElementKind kind, const std::string& label, const Visibility& visibility, const Rect& box) {
    boxes.push_back({kind, with_condition(label, visibility), box});
  };
  for (const auto& one : side.rectangles) add(ElementKind::rectangle, "rectangle", one.visibility, one.box);
  for (const auto& one : side.lines) add(ElementKind::line, "line", one.visibility, covered_by(one));
  for (const auto& one : side.pictures) add(ElementKind::picture, name_of_picture(one), one.visibility, one.box);
  if (side.portrait) add(ElementKind::portrait, "portrait", {}, side.portrait->box);
  for (const auto& one : side.texts) add(ElementKind::text, one.text, one.visibility, one.box);
  for (const auto& one : side.barcodes) add(ElementKind::barcode, name_of_barcode(one), one.visibility, one.box);
  if (side.qr) add(ElementKind::qr, "QR code", {}, side.qr->box);
  return boxes;
}

}  // namespace pehchan

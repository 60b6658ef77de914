#include "print/preflight/check_pages.h"

#include <string>

namespace pehchan {
namespace {

using Handle = QPDFObjectHandle;
using Box = QPDFObjectHandle::Rectangle;

constexpr double tolerance_pt = 0.01;
constexpr Mm shortest_side{10}, longest_side{1600};

bool lies_in(const Box& inner, const Box& outer) {
  return inner.llx >= outer.llx - tolerance_pt && inner.lly >= outer.lly - tolerance_pt &&
         inner.urx <= outer.urx + tolerance_pt && inner.ury <= outer.ury + tolerance_pt;
}

bool is_sane(const Box& box) {
  for (const double side : {box.urx - box.llx, box.ury - box.lly})
    if (!(from_pt(side) >= shortest_side && from_pt(side) <= longest_side)) return false;
  return true;
}

Box box_of(Handle page, const char* key, const Box& otherwise) {
  return page.getKey(key).isRectangle() ? page.getKey(key).getArrayAsRectangle() : otherwise;
}

}  // namespace

void check_page(Handle page, bool is_turned, std::size_t number, Purpose purpose, Faults& faults) {
  if (!page.getKey("/MediaBox").isRectangle()) return faults.add(Rule::boxes, "no MediaBox", number);
  const Box media = page.getKey("/MediaBox").getArrayAsRectangle();
  if (!is_sane(media)) return faults.add(Rule::boxes, "a page of absurd size", number);
  const Box bleed = box_of(page, "/BleedBox", media), trim = box_of(page, "/TrimBox", bleed);
  if (!lies_in(bleed, media) || !lies_in(trim, bleed) || !is_sane(trim))
    faults.add(Rule::boxes, "TrimBox in BleedBox in MediaBox", number);
  if (page.hasKey("/CropBox") && !lies_in(bleed, box_of(page, "/CropBox", media)))
    faults.add(Rule::boxes, "CropBox", number);
  if (page.hasKey("/UserUnit")) faults.add(Rule::boxes, "UserUnit", number);
  if (purpose != Purpose::press) return;
  if (!page.getKey("/TrimBox").isRectangle()) faults.add(Rule::boxes, "no TrimBox", number);
  if (page.hasKey("/ArtBox")) faults.add(Rule::boxes, "ArtBox", number);
  if (is_turned) faults.add(Rule::boxes, "Rotate", number);
}

}  // namespace pehchan

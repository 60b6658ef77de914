#include "card/read_portrait.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/outline.h"

namespace pehchan {
namespace {

constexpr PortraitShape shapes[] = {PortraitShape::rectangle, PortraitShape::rounded, PortraitShape::circle};

/// Of its shorter side, in mm: from here on the proof knows a person by it.
constexpr double least_side = 10;
/// Of its width in its height. A photo has little beside the person: in wider boxes its border would be repeated, in
/// narrower ones the face be cut.
constexpr double narrowest = 0.5, widest = 1.5;

void check_size(const TableReader& in, const Rect& box) {
  if (box.width.value <= 0 || box.height.value <= 0) return;
  if (std::min(box.width, box.height).value < least_side)
    in.mistake("box",
               fmt::format("a portrait of {:g} × {:g} mm is too small to be checked once printed: each side must be "
                           "{:g} mm at least",
                           box.width.value, box.height.value, least_side));
  const double proportion = box.width / box.height;
  if (proportion < narrowest || proportion > widest)
    in.mistake("box",
               fmt::format("a portrait of {:g} × {:g} mm is too long for a photo: its width must be {:g} to {:g} "
                           "times its height",
                           box.width.value, box.height.value, narrowest, widest));
}

void read_shape(const TableReader& in, PortraitElement& element) {
  element.shape = shapes[in.choice("shape", {"rectangle", "rounded", "circle"})];
  if (element.shape == PortraitShape::rounded)
    element.radius = {in.number("radius_mm", 0.1, 50)};
  else if (in.has("radius_mm"))
    in.mistake("radius_mm", "\"radius_mm\" goes with shape = \"rounded\"");
}

void read_border(const TableReader& in, PortraitElement& element) {
  element.border = {in.number("border_mm", 0, 5, 0)};
  // Beyond that too little is seen of a person for the proof to know them by.
  if (element.border > std::min(element.box.width, element.box.height) / 4 && element.box.width.value > 0)
    in.mistake("border_mm", "\"border_mm\" must not be more than a quarter of the portrait's shorter side");
  element.border_colour = in.colour("border_colour", {});
}

}  // namespace

PortraitElement read_portrait(const TableReader& in, BoxReader& boxes) {
  in.allow_only({"box", "anchor", "shape", "radius_mm", "border_mm", "border_colour", "head"});
  PortraitElement element;
  element.box = boxes.read(in, "the portrait", Sharing::nothing);
  read_shape(in, element);
  element.box = outline_of(element.box, element.shape, element.radius).box;
  check_size(in, element.box);
  read_border(in, element);
  // ISO/IEC 19794-5 allows 0.60 to 0.90; what a single head differs from the mean must fit in, too.
  element.head = in.number("head", 0.60, 0.80, element.head);
  element.where = in.where("box");
  return element;
}

}  // namespace pehchan

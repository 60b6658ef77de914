#include "card/lay_out_shapes.h"

#include "model/element_boxes.h"

namespace pehchan {

void lay_out_shapes(const SideTemplate& side, Ground& ground, const IsWanted& is_wanted, CardDrawing& drawing) {
  const auto wants = [&](const Visibility& visibility, const Rect& box) {
    return is_wanted(ground.takes(visibility.is_always(), box), visibility);
  };
  for (const RectangleElement& r : side.rectangles)
    if (wants(r.visibility, r.box)) drawing.rectangles.push_back({r.box, r.radius, r.fill, r.border, r.border_colour});
  for (const LineElement& line : side.lines)
    if (wants(line.visibility, covered_by(line)))
      drawing.lines.push_back({line.from, line.to, line.width, line.colour});
  for (const PictureElement& p : side.pictures)
    if (wants(p.visibility, p.box)) drawing.pictures.push_back({p.picture, p.box, p.align, p.vertical});
}

}  // namespace pehchan

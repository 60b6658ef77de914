#pragma once
#include <functional>

#include "card/ground.h"
#include "model/card_drawing.h"
#include "model/card_template.h"

namespace pehchan {

/// Whether an element is wanted in a drawing: `is_ground` as Ground says.
using IsWanted = std::function<bool(bool is_ground, const Visibility&)>;

/// Adds a side's rectangles, lines and pictures, asking `ground` for each of them.
void lay_out_shapes(const SideTemplate& side, Ground& ground, const IsWanted& is_wanted, CardDrawing& drawing);

}  // namespace pehchan

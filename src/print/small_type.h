#pragma once
#include "model/card_drawing.h"

namespace pehchan {

/// Type below 8 pt that is dark and nearly grey becomes the grey that is as bright, which a press file has on the black
/// ink alone: four inks never lie so exactly that its thin strokes stay sharp. Other colours stay.
CardDrawing with_small_type_in_grey(CardDrawing card);

}  // namespace pehchan

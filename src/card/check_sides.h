#pragma once
#include "toml/mistakes.h"
#include "model/card_template.h"

namespace pehchan {

/// What front and back must agree about: a card has one QR code, and a member's photo is cropped once, for both sides.
/// What is wrong is told at the element that is written further down; a QR code that is missing, at the `file`'s begin.
void check_sides(const CardTemplate& design, LineColumn file, Mistakes& mistakes);

}  // namespace pehchan

#pragma once
#include <cairo.h>

#include "demo/look.h"
#include "demo/random.h"

namespace pehchan {

/// Fills the picture of 1200×1600 with what is behind a person. The context's unit is one of its pixels.
void paint_background(cairo_t* cr, const Look& look, Random random);

}  // namespace pehchan

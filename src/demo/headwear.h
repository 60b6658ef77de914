#pragma once
#include <cairo.h>

#include "demo/look.h"
#include "demo/random.h"

namespace pehchan {

/// Turban, cap, scarf, or the end of a saree or dupatta worn over the head; units as in portrait.h.
void paint_headwear(cairo_t* cr, const Look& look, Random random);
/// What of a scarf or pallu hangs behind the neck.
void paint_headwear_behind(cairo_t* cr, const Look& look);

}  // namespace pehchan

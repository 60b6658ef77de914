#pragma once
#include "golden/render_card.h"

namespace pehchan {

/// Without what a roll need not have: no local name, name of the booth, office or date.
Member bare_member();
/// Names and places about as long as there are.
Member long_member();

/// Laid out with the invented portrait and symbol; fails the test and gives nothing when it has problems.
CardDrawings laid_out(const CardTemplate& design, const FontSet& fonts, const Member& member);

}  // namespace pehchan

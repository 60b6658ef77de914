#pragma once
#include "draw/fonts.h"
#include "model/card_template.h"
#include "toml/mistakes.h"

namespace pehchan {

/// What only the font set can say of a template's texts: a family or a weight that it has not got, told where the style
/// names it, and words, the same on every card, that do not fit their box or cannot be printed.
void check_texts(const CardTemplate& design, const FontSet& fonts, Mistakes& mistakes);

}  // namespace pehchan

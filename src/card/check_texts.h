#pragma once
#include "draw/fonts.h"
#include "model/card_template.h"
#include "toml/mistakes.h"

namespace pehchan {

/// What only the font set can say of a template's texts: a family or a weight that it has not got, told where the style
/// names it, and words, the same on every card, that do not fit their box or cannot be printed.
void check_texts(const CardTemplate& design, const FontSet& fonts, Mistakes& mistakes);

/// Texts with {fields} that do not fit their box, or cannot be printed, even for a member with usual values. Those in
/// fonts that the set has not got are left to check_texts.
void check_field_texts(const CardTemplate& design, const FontSet& fonts, Mistakes& mistakes);

}  // namespace pehchan

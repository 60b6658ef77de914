#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "draw/fonts.h"
#include "model/card_drawing.h"
#include "model/card_template.h"

namespace pehchan {

/// Why a text cannot be set.
struct Misfit {
  std::vector<std::string> missing;  ///< characters that cannot be printed; empty: it is too long for its box
};

/// Sets `text` in the box: at full size; else shrunk, in steps of 0.1 pt, down to the style's floor; else broken at
/// spaces into two lines, then three, up to the style's number, each balanced to the narrowest width that keeps the
/// count and again as large as fits. Never an ellipsis, never a hyphen, and all ink within the box. Baselines follow
/// the font set's strut and not the text, so that Latin and every Indian script set at one size in boxes of one height
/// (at least the strut's) share them. Only a text whose ink would leave the box so is moved, as far as it must be. That
/// is mostly Nastaliq, whose words climb to 1.8 em and more above the line: it leaves the common baseline before it is
/// shrunk, since size decides whether a name can be read, and its words do not stand on one line anyway. `align` goes
/// for the whole line and means left and right as one sees them, whichever way the script runs.
Result<DrawnText, Misfit> fit_text(const FontSet& fonts, const TextStyle& style, const Rect& box,
                                   std::string_view text);

/// The same for a page that is no card: a character that no font has is drawn as the box that stands for it. Nothing
/// when the text is too long.
std::optional<DrawnText> fit_any_text(const FontSet& fonts, const TextStyle& style, const Rect& box,
                                      std::string_view text);

}  // namespace pehchan

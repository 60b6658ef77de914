#include <fmt/format.h>

#include "base/run_error.h"
#include "card/card_problems.h"
#include "card/fill_text.h"
#include "card/lay_out.h"
#include "card/lay_out_shapes.h"
#include "draw/fit_text.h"

namespace pehchan {
namespace {

/// A line for each way in which the font set has not what the text asks for.
std::string font_mistakes(const TextElement& element, const FontSet& fonts) {
  const Font& font = element.style.font;
  if (!fonts.has_family(font.family))
    return fmt::format("\n  \"{}\": there is no font \"{}\"", element.text, font.family);
  if (!fonts.has_face(font.family, font.weight))
    return fmt::format("\n  \"{}\": the font \"{}\" has no weight of {}", element.text, font.family, font.weight);
  return {};
}

std::string why_not(const TextElement& element, const Misfit& misfit) {
  if (misfit.missing.empty())
    return fmt::format("\n  \"{}\" does not fit its box: make the box larger or floor_pt smaller", element.text);
  return fmt::format("\n  \"{}\" has {}, which cannot be printed", element.text, named(misfit.missing));
}

}  // namespace

CardDrawing literal_drawing(const CardTemplate& design, const FontSet& fonts, CardSide side) {
  const SideTemplate& part = design.side(side);
  CardDrawing drawing;
  Ground ground;
  lay_out_shapes(
      part, ground, [](bool is_ground, const Visibility&) { return is_ground; }, drawing);
  std::string mistakes;
  for (const TextElement& element : part.texts) {
    const auto pieces = pieces_of(element.text);
    mistakes += font_mistakes(element, fonts);
    // Words under a condition are not drawn here, but that they fit is the template's affair and not a member's.
    if (!is_literal(pieces)) continue;
    auto fitted = fit_text(fonts, element.style, element.box, fill(pieces, {}, {}));
    if (!fitted) {
      mistakes += why_not(element, fitted.error());
    } else if (ground.takes_text(element.visibility.is_always(), element.box)) {
      drawing.texts.push_back(std::move(*fitted));
    }
  }
  if (mistakes.empty()) return drawing;
  throw RunError(ExitCode::bad_config,
                 fmt::format("the {} of the template {} cannot be set:{}", side == CardSide::front ? "front" : "back",
                             design.name, mistakes),
                 "Correct card.toml and run again.");
}

}  // namespace pehchan

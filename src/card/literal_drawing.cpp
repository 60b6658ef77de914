#include <fmt/format.h>

#include "base/run_error.h"
#include "card/fill_text.h"
#include "card/lay_out.h"
#include "card/lay_out_shapes.h"
#include "draw/fit_text.h"

namespace pehchan {

CardDrawing literal_drawing(const CardTemplate& design, const FontSet& fonts, CardSide side) {
  const SideTemplate& part = design.side(side);
  CardDrawing drawing;
  Ground ground;
  lay_out_shapes(
      part, ground, [](bool is_ground, const Visibility&) { return is_ground; }, drawing);
  for (const TextElement& element : part.texts) {
    const auto pieces = pieces_of(element.text);
    if (!is_literal(pieces) || !ground.takes_text(element.visibility.is_always(), element.box)) continue;
    auto fitted = fit_text(fonts, element.style, element.box, fill(pieces, {}, {}));
    if (!fitted)
      throw RunError(ExitCode::bad_config, fmt::format("{}: \"{}\" does not fit its box", design.name, element.text),
                     "Ask pehchan template check.");
    drawing.texts.push_back(std::move(*fitted));
  }
  return drawing;
}

}  // namespace pehchan

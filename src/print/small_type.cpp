#include "print/small_type.h"

#include "print/black_ink.h"

namespace pehchan {
namespace {

constexpr double small_pt = 8;

}  // namespace

CardDrawing with_small_type_in_grey(CardDrawing card) {
  for (DrawnText& text : card.texts) {
    const auto [r, g, b] = text.colour;
    if (text.font.size_pt >= small_pt || !is_dim_grey(r, g, b) || is_near_black(r, g, b)) continue;
    const double grey = brightness(r, g, b);
    text.colour = {grey, grey, grey};
  }
  return card;
}

}  // namespace pehchan

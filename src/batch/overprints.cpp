#include "batch/overprints.h"

#include <algorithm>

#include "card/condition.h"
#include "card/fill_text.h"
#include "draw/fit_text.h"
#include "draw/measure.h"

namespace pehchan {
namespace {

/// Of the lower line's height. A deep letter of one line may reach between high ones of the next, as Nastaliq's do.
constexpr double least_share = 0.25;

struct Inked {
  const TextElement* element;
  std::vector<Rect> lines;
};

std::vector<Rect> ink_of(const FontSet& fonts, const DrawnText& text) {
  std::vector<Rect> lines;
  for (const TextLine& line : text.lines) {
    const TextExtent extent = measure_line(fonts, text.font, line.text);
    lines.push_back({line.baseline.x - extent.overhang, line.baseline.y - extent.ink_ascent, extent.width,
                     extent.ink_ascent + extent.ink_descent});
  }
  return lines;
}

bool lie_over(const Rect& a, const Rect& b) {
  const Mm across = std::min(a.right(), b.right()) - std::max(a.x, b.x);
  const Mm down = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
  return across.value > 0 && down > std::min(a.height, b.height) * least_share;
}

bool lie_over(const Inked& one, const Inked& other) {
  return std::ranges::any_of(one.lines, [&](const Rect& a) {
    return std::ranges::any_of(other.lines, [&](const Rect& b) { return lie_over(a, b); });
  });
}

}  // namespace

std::vector<Overprint> overprints(const CardTemplate& design, const FontSet& fonts, const Member& member,
                                  const CardNumber& number) {
  std::vector<Overprint> found;
  for (const SideTemplate* side : {&design.front, &design.back}) {
    std::vector<Inked> drawn;
    for (const TextElement& element : side->texts) {
      if (!is_drawn_for(element.visibility, member)) continue;
      const std::string text = fill(pieces_of(element.text), member, number);
      if (text.empty()) continue;
      const auto fitted = fit_text(fonts, element.style, element.box, text);
      if (!fitted) continue;
      Inked inked{&element, ink_of(fonts, *fitted)};
      for (const Inked& other : drawn)
        if (lie_over(inked, other)) found.push_back({element.where, element.text, other.element->text});
      drawn.push_back(std::move(inked));
    }
  }
  return found;
}

}  // namespace pehchan

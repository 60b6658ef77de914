#include "batch/overprints.h"

#include <fmt/format.h>

#include <algorithm>

#include "card/condition.h"
#include "card/fill_text.h"
#include "card/usual_member.h"
#include "draw/fit_text.h"
#include "draw/measure.h"

namespace pehchan {
namespace {

/// Closer than that to each other two words are read as one.
constexpr Mm touching{0.2};
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

bool meet(const Rect& a, const Rect& b, Mm gap) {
  const Mm across = std::min(a.right(), b.right()) - std::max(a.x, b.x);
  const Mm down = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
  return across > Mm{} - gap && down > std::min(a.height, b.height) * least_share;
}

bool meet(const Inked& one, const Inked& other, Mm gap) {
  return std::ranges::any_of(one.lines, [&](const Rect& a) {
    return std::ranges::any_of(other.lines, [&](const Rect& b) { return meet(a, b, gap); });
  });
}

}  // namespace

std::vector<Overprint> overprints(const CardTemplate& design, const FontSet& fonts, const Member& member,
                                  const CardNumber& number, Mm gap) {
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
        if (meet(inked, other, gap)) found.push_back({element.where, element.text, other.element->text});
      drawn.push_back(std::move(inked));
    }
  }
  return found;
}

std::vector<Overprint> usual_overprints(const CardTemplate& design, const FontSet& fonts) {
  std::vector<Overprint> all;
  for (const SideTemplate* side : {&design.front, &design.back})
    for (const TextElement& element : side->texts)
      for (Overprint& found : overprints(design, fonts, usual_member_for(element.visibility), usual_number(), touching))
        if (std::ranges::find(all, found) == all.end()) all.push_back(std::move(found));
  return all;
}

Words told(const Overprint& found) {
  return {fmt::format("\"{}\" और \"{}\" एक के ऊपर एक छपते हैं या छू जाते हैं: एक को हटाएँ, या when और unless लिखें।", found.text,
                      found.other),
          fmt::format("\"{}\" is drawn over \"{}\" or touches it: move one, or give them when and unless.", found.text,
                      found.other)};
}

}  // namespace pehchan

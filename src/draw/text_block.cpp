#include "draw/text_block.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "draw/fit_text.h"
#include "draw/measure.h"

namespace pehchan {
namespace {

/// Higher than any block: the width alone decides how a text is fitted.
constexpr Mm unbounded{10'000};
/// Lines are broken by their advance, and the ink of a last letter may reach beyond it.
constexpr Mm ink_beyond{0.5};

std::vector<std::string> broken(const FontSet& fonts, const Font& font, Mm width, std::string_view text) {
  const LayoutHandle layout = fonts.layout(font);
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width(layout.get(), static_cast<int>(to_pt(width - ink_beyond) * PANGO_SCALE));
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  std::vector<std::string> lines;
  for (const GSList* at = pango_layout_get_lines_readonly(layout.get()); at != nullptr; at = at->next) {
    const auto* line = static_cast<const PangoLayoutLine*>(at->data);
    std::string one(pango_layout_get_text(layout.get()) + line->start_index, static_cast<std::size_t>(line->length));
    while (one.ends_with(' ')) one.pop_back();
    lines.push_back(std::move(one));
  }
  return lines;
}

DrawnText set_broken(const FontSet& fonts, const TextStyle& style, Mm width, std::string_view text) {
  DrawnText drawn{{}, style.font, style.colour};
  drawn.font.size_pt = style.floor_pt;
  const double share = style.align == Align::left ? 0 : style.align == Align::centre ? 0.5 : 1;
  Mm y, below;
  for (std::string& line : broken(fonts, drawn.font, width, text)) {
    const TextExtent extent = measure_line(fonts, drawn.font, line);
    const Mm pitch = std::max(from_pt(style.floor_pt * style.line_height), below + extent.ink_ascent);
    y += drawn.lines.empty() ? std::max(from_pt(style.floor_pt * fonts.strut().ascent), extent.ink_ascent) : pitch;
    below = extent.ink_descent;
    drawn.lines.push_back({std::move(line), {extent.overhang + (width - extent.width) * share, y}});
  }
  return drawn;
}

}  // namespace

DrawnText moved(DrawnText text, Mm dx, Mm dy) {
  for (TextLine& line : text.lines) line.baseline = {line.baseline.x + dx, line.baseline.y + dy};
  return text;
}

TextBlock set_block(const FontSet& fonts, const TextStyle& style, Mm width, std::string_view text) {
  TextStyle from_top = style;
  from_top.vertical = VerticalAlign::top;
  auto drawn = fit_any_text(fonts, from_top, {{}, {}, width, unbounded}, text);
  if (!drawn) drawn = set_broken(fonts, style, width, text);
  const TextLine& last = drawn->lines.back();
  const Mm below = std::max(from_pt(drawn->font.size_pt * fonts.strut().descent),
                            measure_line(fonts, drawn->font, last.text).ink_descent);
  const Mm height = last.baseline.y + below;
  return {std::move(*drawn), height};
}

}  // namespace pehchan

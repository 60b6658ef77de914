#include "draw/fit_text.h"

#include <algorithm>
#include <cmath>

#include "draw/measure.h"

namespace pehchan {
namespace {

/// Sizes are whole steps, so that the fonts in use stay few and a size can be told to the eye.
constexpr double size_step_pt = 0.1;
constexpr Mm bisect_until{0.01};

struct Line {
  std::string text;
  TextExtent extent;
};

/// Lines under each other. All its lengths grow with the size.
struct Block {
  double size_pt = 0;
  std::vector<Line> lines;
  std::vector<Mm> pitch;  ///< from each baseline to the one before; the first is 0
  Mm width;
  Mm inner;  ///< from the first baseline to the last

  /// The fonts' lines, or the ink where that needs more: neither alone, for a low letter must not be set larger than
  /// a high one, and a line's room on one side is of no use to the ink on the other.
  Mm height() const {
    const TextExtent &first = lines.front().extent, &last = lines.back().extent;
    return inner + std::max(first.ascent + last.descent, first.ink_ascent + last.ink_descent);
  }
};

Block measured(const FontSet& fonts, const TextStyle& style, const std::vector<std::string>& texts) {
  Block block{style.font.size_pt, {}, {}, {}, {}};
  for (const std::string& text : texts) {
    Line line{text, measure_line(fonts, style.font, text)};
    // Two lines never touch: a deep matra above a high one pushes them apart.
    const Mm step = block.lines.empty() ? Mm{}
                                        : std::max(from_pt(style.font.size_pt * style.line_height),
                                                   block.lines.back().extent.ink_descent + line.extent.ink_ascent);
    block.pitch.push_back(step);
    block.inner += step;
    block.width = std::max(block.width, line.extent.width);
    block.lines.push_back(std::move(line));
  }
  return block;
}

Block resized(Block block, double size_pt) {
  const double factor = size_pt / block.size_pt;
  for (Line& line : block.lines) line.extent = line.extent.times(factor);
  for (Mm& step : block.pitch) step = step * factor;
  return {size_pt, std::move(block.lines), std::move(block.pitch), block.width * factor, block.inner * factor};
}

/// These lines as large as the box allows, from full size to the floor.
std::optional<Block> largest(const FontSet& fonts, const TextStyle& style, const Rect& box,
                             const std::vector<std::string>& texts) {
  const auto fits = [&](const Block& block) { return block.width <= box.width && block.height() <= box.height; };
  Block full = measured(fonts, style, texts);
  if (fits(full)) return full;
  const double wanted = full.size_pt * std::min(box.width / full.width, box.height / full.height());
  // A step that would fill the box to the last digit is left out, for rounding may take it over the edge.
  const double stepped = std::floor(wanted / size_step_pt - 1e-6) * size_step_pt;
  Block smaller = resized(std::move(full), std::max(stepped, style.floor_pt));
  return fits(smaller) ? std::optional(std::move(smaller)) : std::nullopt;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

/// Words packed into lines no wider than `width`.
std::vector<std::string> packed(const std::vector<std::string>& words, const std::vector<Mm>& widths, Mm space,
                                Mm width) {
  std::vector<std::string> lines;
  Mm used;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!lines.empty() && used + space + widths[i] <= width) {
      lines.back() += " " + words[i];
      used += space + widths[i];
    } else {
      lines.push_back(words[i]);
      used = widths[i];
    }
  }
  return lines;
}

/// Broken into at most `count` lines, the widest of them as narrow as can be.
std::vector<std::string> balanced(const FontSet& fonts, const TextStyle& style, const std::vector<std::string>& words,
                                  std::size_t count) {
  std::vector<Mm> widths;
  const Mm space = measure_line(fonts, style.font, " ").width;
  Mm narrow, wide;
  for (const std::string& word : words) {
    widths.push_back(measure_line(fonts, style.font, word).width);
    narrow = std::max(narrow, widths.back());
    wide += widths.back() + space;
  }
  if (packed(words, widths, space, narrow).size() <= count) return packed(words, widths, space, narrow);
  while (wide - narrow > bisect_until) {
    const Mm middle = (narrow + wide) / 2;
    (packed(words, widths, space, middle).size() <= count ? wide : narrow) = middle;
  }
  return packed(words, widths, space, wide);
}

DrawnText placed(const FontSet& fonts, const TextStyle& style, const Rect& box, const Block& block) {
  // By the strut, whatever the text; only ink beyond the box moves, and only as far as it must.
  const Mm ascent = from_pt(block.size_pt * fonts.strut().ascent);
  const Mm descent = from_pt(block.size_pt * fonts.strut().descent);
  Mm y = box.y + ascent;
  if (style.vertical == VerticalAlign::middle)
    y = box.y + (box.height - block.inner) / 2 + from_pt(block.size_pt * fonts.strut().middle);
  if (style.vertical == VerticalAlign::bottom) y = box.bottom() - descent - block.inner;
  y = std::min(y, box.bottom() - block.lines.back().extent.ink_descent - block.inner);
  y = std::max(y, box.y + block.lines.front().extent.ink_ascent);

  DrawnText drawn{{}, style.font, style.colour};
  drawn.font.size_pt = block.size_pt;
  const double share = style.align == Align::left ? 0 : style.align == Align::centre ? 0.5 : 1;
  for (std::size_t i = 0; i < block.lines.size(); ++i) {
    const auto& [text, extent] = block.lines[i];
    y += block.pitch[i];
    drawn.lines.push_back({text, {box.x + extent.overhang + (box.width - extent.width) * share, y}});
  }
  return drawn;
}

}  // namespace

std::optional<DrawnText> fit_any_text(const FontSet& fonts, const TextStyle& style, const Rect& box,
                                      std::string_view text) {
  if (const auto block = largest(fonts, style, box, {std::string(text)})) return placed(fonts, style, box, *block);
  const auto words = words_of(text);
  const auto most = std::min(static_cast<std::size_t>(std::max(style.lines, 1)), words.size());
  for (std::size_t count = 2; count <= most; ++count) {
    if (const auto block = largest(fonts, style, box, balanced(fonts, style, words, count)))
      return placed(fonts, style, box, *block);
  }
  return std::nullopt;
}

Result<DrawnText, Misfit> fit_text(const FontSet& fonts, const TextStyle& style, const Rect& box,
                                   std::string_view text) {
  Misfit misfit{missing_in(fonts, style.font, text)};
  if (misfit.missing.empty())
    if (auto drawn = fit_any_text(fonts, style, box, text)) return std::move(*drawn);
  return failure(std::move(misfit));
}

}  // namespace pehchan

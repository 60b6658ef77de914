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

struct Block {
  double size_pt = 0;
  std::vector<Line> lines;
  std::vector<Mm> pitch;  ///< from each baseline to the one before; the first is 0
  Mm above, below;        ///< beyond the first and the last baseline
  Mm width;

  Mm height() const {
    Mm total = above + below;
    for (const Mm step : pitch) total += step;
    return total;
  }
};

Block measure_block(const FontSet& fonts, const TextStyle& style, double size_pt,
                    const std::vector<std::string>& texts) {
  Font font = style.font;
  font.size_pt = size_pt;
  Block block{size_pt, {}, {}, {}, {}, {}};
  for (const std::string& text : texts) {
    Line line{text, measure_line(fonts, font, text)};
    // Two lines never touch: a deep matra above a high one pushes them apart.
    const Mm step = block.lines.empty() ? Mm{}
                                        : std::max(from_pt(size_pt * style.line_height),
                                                   block.lines.back().extent.ink_descent + line.extent.ink_ascent);
    block.pitch.push_back(step);
    block.width = std::max(block.width, line.extent.width);
    block.lines.push_back(std::move(line));
  }
  block.above = block.lines.front().extent.ascent;
  block.below = block.lines.back().extent.descent;
  return block;
}

/// The largest block of these lines that fits the box, from full size to the floor.
std::optional<Block> largest(const FontSet& fonts, const TextStyle& style, const Rect& box,
                             const std::vector<std::string>& texts) {
  const auto fits = [&](const Block& block) { return block.width <= box.width && block.height() <= box.height; };
  double size = style.font.size_pt;
  for (;;) {
    Block block = measure_block(fonts, style, size, texts);
    if (fits(block)) return block;
    if (size <= style.floor_pt) return std::nullopt;
    // Without hinting all measures grow with the size, so that the first guess is right but for rounding.
    const double wanted = size * std::min(box.width / block.width, box.height / block.height());
    const double next = std::floor(std::min(wanted, size - size_step_pt) / size_step_pt + 1e-6) * size_step_pt;
    size = std::max(next, style.floor_pt);
  }
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
  // By the strut, whatever the text; only a stack higher than the strut moves, and only as far as its box asks.
  const Mm ascent = from_pt(block.size_pt * fonts.strut().ascent);
  const Mm descent = from_pt(block.size_pt * fonts.strut().descent);
  Mm inner;
  for (const Mm step : block.pitch) inner += step;
  Mm y = box.y + ascent;
  if (style.vertical == VerticalAlign::middle) y = box.y + (box.height - ascent - inner - descent) / 2 + ascent;
  if (style.vertical == VerticalAlign::bottom) y = box.bottom() - descent - inner;
  y = std::max(std::min(y, box.bottom() - block.below - inner), box.y + block.above);

  DrawnText drawn{{}, style.font, style.colour};
  drawn.font.size_pt = block.size_pt;
  for (std::size_t i = 0; i < block.lines.size(); ++i) {
    const Mm spare = box.width - block.lines[i].extent.width;
    const double share = style.align == Align::left ? 0 : style.align == Align::centre ? 0.5 : 1;
    y += block.pitch[i];
    drawn.lines.push_back({block.lines[i].text, {box.x + spare * share, y}});
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
  Misfit misfit{measure_line(fonts, style.font, text).missing};
  if (misfit.missing.empty())
    if (auto drawn = fit_any_text(fonts, style, box, text)) return std::move(*drawn);
  return failure(std::move(misfit));
}

}  // namespace pehchan

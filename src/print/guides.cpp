#include "print/guides.h"

#include <fmt/format.h>

#include <algorithm>

#include "draw/canvas.h"
#include "draw/draw_shape.h"
#include "draw/fit_text.h"
#include "draw/text_block.h"
#include "model/element_boxes.h"

namespace pehchan {
namespace {

constexpr Colour bleed_colour{0, 0.55, 0.85}, trim_colour{0.85, 0, 0.5}, safe_colour{0, 0.55, 0.15};
constexpr Colour white{1, 1, 1}, ink{0.1, 0.1, 0.1};
constexpr Mm line{0.12}, halo{0.28};
constexpr Mm tag_height{1.7}, digit_width{0.8};
constexpr Mm row_gap{0.5}, column_gap{3}, wide_enough_for_two{75};

constexpr Colour colour_of(ElementKind kind) {
  switch (kind) {
    case ElementKind::rectangle:
    case ElementKind::line:
      return {0.35, 0.35, 0.35};
    case ElementKind::picture:
      return {0.45, 0.35, 0};
    case ElementKind::portrait:
      return {0.8, 0.35, 0};
    case ElementKind::text:
      return {0.05, 0.3, 0.85};
    case ElementKind::barcode:
    case ElementKind::qr:
      return {0.5, 0.1, 0.7};
  }
  return ink;
}

TextStyle style_of(double size_pt, Colour colour) {
  TextStyle style;
  style.font.family = "Noto Sans";
  style.font.size_pt = style.floor_pt = size_pt;
  style.colour = colour;
  return style;
}

/// A tag stands before its box, level with its top; inside where the card has no room before it.
Rect tag_before(const Rect& box, std::size_t digits, Mm left_edge) {
  const Mm width = digit_width * (static_cast<double>(digits) + 0.9);
  return {std::max(box.x - width, left_edge), box.y, width, tag_height};
}

/// Downward until it lies over no other tag.
Rect clear_of(Rect tag, const std::vector<TaggedBox>& others) {
  const auto lies_over = [&](const TaggedBox& other) { return overlap(other.tag, tag); };
  for (auto other = others.begin(); (other = std::ranges::find_if(others, lies_over)) != others.end();)
    tag.y = other->tag.bottom();
  return tag;
}

/// In the middle of a tag, which is hardly higher than its digits.
DrawnText centred(const FontSet& fonts, const std::string& text, const Rect& tag) {
  TextStyle style = style_of(3.5, white);
  style.align = Align::centre;
  return fit_any_text(fonts, style, grown(tag, 1_mm), text).value_or(DrawnText{});
}

/// As card.toml has it; its blanks are no places to break a line, and marks on both sides keep its numbers in their
/// order beside a label that runs from right to left (UAX #9, W7 and N1).
std::string place_of(const Rect& box) {
  return fmt::format("\u200E[{:.4g},\u00A0{:.4g},\u00A0{:.4g},\u00A0{:.4g}]\u200E", box.x.value, box.y.value,
                     box.width.value, box.height.value);
}

/// The first words of a text that is a paragraph.
std::string shortened(const std::string& text) {
  constexpr std::size_t longest = 150;  // bytes
  if (text.size() <= longest) return text;
  const auto blank = text.rfind(' ', longest);
  return blank == std::string::npos ? "(a long text)" : text.substr(0, blank) + " …";
}

/// One line of the legend: a patch of colour with a number in it, and words.
PagePart legend_row(const FontSet& fonts, Mm width, Colour colour, const std::string& number, const std::string& text) {
  constexpr Mm patch{3.2}, beside{0.8};
  TextBlock words = set_block(fonts, style_of(4.6, ink), width - patch - beside, text);
  const Mm height = std::max(words.height, tag_height);
  const Rect area{{}, (height - tag_height) / 2, patch, tag_height};
  PagePart row{height + row_gap,
               {{area, colour}},
               {},
               {moved(std::move(words.text), patch + beside, (height - words.height) / 2)}};
  if (!number.empty()) row.texts.push_back(centred(fonts, number, area));
  return row;
}

std::vector<PagePart> legend_rows(const FontSet& fonts, const CardTemplate& design, CardSide side,
                                  const std::vector<ElementBox>& boxes, Mm width) {
  std::vector<PagePart> rows;
  const auto add = [&](Colour colour, const std::string& number, const std::string& text) {
    rows.push_back(legend_row(fonts, width, colour, number, text));
  };
  add(trim_colour, "",
      fmt::format("{}, trimmed: {:.4g} × {:.4g} mm, corners {:.4g} mm", side == CardSide::front ? "Front" : "Back",
                  design.size.width.value, design.size.height.value, design.corner_radius.value));
  add(bleed_colour, "", fmt::format("Bleed: {:.4g} mm beyond the trim", design.bleed.value));
  add(safe_colour, "", fmt::format("Safe area: {:.4g} mm inside the trim", design.safe_margin.value));
  for (std::size_t i = 0; i < boxes.size(); ++i)
    add(colour_of(boxes[i].kind), std::to_string(i + 1), shortened(boxes[i].label) + "  " + place_of(boxes[i].box));
  return rows;
}

/// In one column or two of about the same height.
PagePart in_columns(const std::vector<PagePart>& rows, Mm column, bool has_two) {
  Mm all;
  for (const PagePart& row : rows) all += row.height;
  PagePart legend{};
  Mm y, x;
  for (const PagePart& row : rows) {
    if (has_two && x <= 0_mm && y + row.height / 2 > all / 2) x = column + column_gap, y = {};
    for (const Tint& tint : row.tints) legend.tints.push_back({moved(tint.area, x, y), tint.colour});
    for (const DrawnText& text : row.texts) legend.texts.push_back(moved(text, x, y));
    y += row.height;
    legend.height = std::max(legend.height, y);
  }
  return legend;
}

/// A thin line with a pale one beneath, so that it shows on any artwork.
void draw_edge(cairo_t* cairo, const Outline& edge, Colour colour) {
  cairo_new_path(cairo);
  trace(cairo, edge);
  cairo_set_source_rgba(cairo, 1, 1, 1, 0.6);
  cairo_set_line_width(cairo, halo.value);
  cairo_stroke_preserve(cairo);
  cairo_set_source_rgb(cairo, colour.r, colour.g, colour.b);
  cairo_set_line_width(cairo, line.value);
  cairo_stroke(cairo);
}

}  // namespace

SideGuides guides_of(const CardTemplate& design, CardSide side, const FontSet& fonts, Mm width) {
  const std::vector<ElementBox> boxes = element_boxes(design.side(side));
  SideGuides guides{design.size, design.corner_radius, design.bleed, design.safe_margin, {}, {}};
  for (const ElementBox& one : boxes) {
    const std::string number = std::to_string(guides.boxes.size() + 1);
    const Rect tag = clear_of(tag_before(one.box, number.size(), -design.bleed), guides.boxes);
    guides.boxes.push_back({one.box, tag, centred(fonts, number, tag), colour_of(one.kind)});
  }
  const bool has_two = width >= wide_enough_for_two;
  const Mm column = has_two ? (width - column_gap) / 2 : width;
  guides.legend = in_columns(legend_rows(fonts, design, side, boxes, column), column, has_two);
  return guides;
}

void draw_guides(cairo_t* cairo, const FontSet& fonts, const SideGuides& guides) {
  const Rect card{{}, {}, guides.card.width, guides.card.height};
  for (const TaggedBox& one : guides.boxes) draw_edge(cairo, {one.box, {}}, one.colour);
  draw_edge(cairo, {grown(card, guides.bleed - line / 2), {}}, bleed_colour);
  draw_edge(cairo, within({card, guides.corner}, guides.safe), safe_colour);
  draw_edge(cairo, {card, guides.corner}, trim_colour);
  for (const TaggedBox& one : guides.boxes) {
    cairo_set_source_rgb(cairo, one.colour.r, one.colour.g, one.colour.b);
    cairo_new_path(cairo);
    trace(cairo, {one.tag, {0.3}});
    cairo_fill(cairo);
    draw_text(cairo, fonts, one.number);
  }
}

}  // namespace pehchan

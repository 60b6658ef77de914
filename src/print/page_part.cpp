#include "print/page_part.h"

#include "draw/canvas.h"
#include "draw/text_block.h"

namespace pehchan {

void place(PagePart& page, const PagePart& part, Mm y) {
  for (Tint tint : part.tints) page.tints.push_back({moved(tint.area, {}, y), tint.colour});
  for (Rule rule : part.rules)
    page.rules.push_back({{rule.from.x, rule.from.y + y}, {rule.to.x, rule.to.y + y}, rule.width, rule.colour});
  for (const DrawnText& text : part.texts) page.texts.push_back(moved(text, {}, y));
}

void draw_part(cairo_t* cairo, const FontSet& fonts, const PagePart& part) {
  for (const Tint& tint : part.tints) {
    cairo_set_source_rgb(cairo, tint.colour.r, tint.colour.g, tint.colour.b);
    cairo_rectangle(cairo, tint.area.x.value, tint.area.y.value, tint.area.width.value, tint.area.height.value);
    cairo_fill(cairo);
  }
  for (const Rule& rule : part.rules) {
    cairo_set_source_rgb(cairo, rule.colour.r, rule.colour.g, rule.colour.b);
    cairo_set_line_width(cairo, rule.width.value);
    cairo_move_to(cairo, rule.from.x.value, rule.from.y.value);
    cairo_line_to(cairo, rule.to.x.value, rule.to.y.value);
    cairo_stroke(cairo);
  }
  for (const DrawnText& text : part.texts) draw_text(cairo, fonts, text);
}

}  // namespace pehchan

#include "print/draw_header.h"

#include "base/run_error.h"
#include "draw/canvas.h"
#include "draw/draw_shape.h"
#include "draw/fit_text.h"
#include "print/slot_matrix.h"

namespace pehchan {
namespace {

constexpr Mm inside{4}, frame{0.2};
/// The first line has as much room as two others.
constexpr double first_share = 2, first_pt = 20, other_pt = 10, least_pt = 4;

bool lies_across(const Slot& slot) { return slot.turn == Turn::quarter || slot.turn == Turn::three_quarters; }

}  // namespace

void draw_header(cairo_t* cairo, const FontSet& fonts, const HeaderSlip& header, const Slot& slot) {
  const Size size =
      lies_across(slot) ? Size{slot.trim.height, slot.trim.width} : Size{slot.trim.width, slot.trim.height};
  const Rect whole{{}, {}, size.width, size.height}, room = grown(whole, -inside);
  cairo_save(cairo);
  const auto [a, b, c, d, e, f] = slot_matrix(slot);
  const cairo_matrix_t matrix{a, b, c, d, e, f};
  cairo_transform(cairo, &matrix);
  draw_border(cairo, {grown(whole, -inside / 2), 0_mm}, frame, Colour{});
  const Mm line = room.height / (first_share + static_cast<double>(header.lines.size()) - 1);
  Rect box{room.x, room.y, room.width, line * first_share};
  double size_pt = first_pt;
  for (const std::string& text : header.lines) {
    const TextStyle style{.font = {"Noto Sans", font_weight::regular, size_pt},
                          .floor_pt = least_pt,
                          .lines = 2,
                          .align = Align::centre,
                          .colour = {}};
    const auto drawn = fit_any_text(fonts, style, box, text);
    if (!drawn) throw RunError(ExitCode::internal, "a header's line cannot be set: " + text);
    draw_text(cairo, fonts, *drawn);
    box = {room.x, box.bottom(), room.width, line};
    size_pt = other_pt;
  }
  cairo_restore(cairo);
}

}  // namespace pehchan

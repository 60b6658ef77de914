#include "print/sheet_thumbnails.h"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "base/atomic_file.h"
#include "draw/append_bytes.h"
#include "draw/canvas.h"
#include "draw/fit_text.h"
#include "print/pdf_facts.h"

namespace pehchan {
namespace {

constexpr int columns = 4;
constexpr Size cell{72_mm, 66_mm};
constexpr Mm border{4};
/// Where the two sides of a sheet are drawn in its cell, below its title.
constexpr Rect picture{{0}, {13}, {68}, {48}};
constexpr Mm between{4};
constexpr double png_dpi = 110;

constexpr Colour ink{0.13, 0.13, 0.13}, grey{0.6, 0.6, 0.6}, front_tint{0.78, 0.88, 0.93}, back_tint{0.96, 0.87, 0.76};

void set_colour(cairo_t* cairo, const Colour& c) { cairo_set_source_rgb(cairo, c.r, c.g, c.b); }

void trace_box(cairo_t* cairo, const Rect& box) {
  cairo_rectangle(cairo, box.x.value, box.y.value, box.width.value, box.height.value);
}

void write(cairo_t* cairo, const FontSet& fonts, const Rect& box, const std::string& text, double size, Align align) {
  const TextStyle style{
      .font = {"Noto Sans", font_weight::regular, size}, .floor_pt = 4, .lines = 2, .align = align, .colour = ink};
  if (const auto drawn = fit_any_text(fonts, style, box, text)) draw_text(cairo, fonts, *drawn);
}

/// The edge of the trim that is the card's top.
MarkLine top_of(const Slot& slot) {
  const Rect& t = slot.trim;
  switch (slot.turn) {
    case Turn::quarter:
      return {{t.right(), t.y}, {t.right(), t.bottom()}};
    case Turn::half:
      return {{t.x, t.bottom()}, {t.right(), t.bottom()}};
    case Turn::three_quarters:
      return {{t.x, t.y}, {t.x, t.bottom()}};
    case Turn::none:
      break;
  }
  return {{t.x, t.y}, {t.right(), t.y}};
}

void stroke(cairo_t* cairo, const MarkLine& line) {
  cairo_move_to(cairo, line.from.x.value, line.from.y.value);
  cairo_line_to(cairo, line.to.x.value, line.to.y.value);
  cairo_stroke(cairo);
}

/// One side of one sheet, in the paper's own millimetres; `scale`: how much smaller the page shows it.
class SidePicture {
 public:
  SidePicture(cairo_t* cairo, const FontSet& fonts, const SheetFormat& format, double scale)
      : cairo_(cairo), fonts_(fonts), format_(format), scale_(scale) {}

  void paper() const {
    trace_box(cairo_, {{}, {}, format_.paper.width, format_.paper.height});
    cairo_set_source_rgb(cairo_, 1, 1, 1);
    cairo_fill_preserve(cairo_);
    pen(0.25, grey);
    cairo_stroke(cairo_);
    trace_box(cairo_, format_.printable());
    const double dashes[] = {0.8 / scale_, 0.8 / scale_};
    pen(0.1, grey);
    cairo_set_dash(cairo_, dashes, 2, 0);
    cairo_stroke(cairo_);
    cairo_set_dash(cairo_, nullptr, 0, 0);
  }

  void cards(const std::vector<Slot>& slots, const Colour& tint) const {
    for (std::size_t i = 0; i < slots.size(); ++i) {
      trace_box(cairo_, grown(slots[i].trim, slots[i].bleed));
      cairo_set_source_rgba(cairo_, tint.r, tint.g, tint.b, 0.5);
      cairo_fill(cairo_);
      trace_box(cairo_, slots[i].trim);
      set_colour(cairo_, tint);
      cairo_fill_preserve(cairo_);
      pen(0.1, ink);
      cairo_stroke(cairo_);
      pen(0.5, ink);
      stroke(cairo_, top_of(slots[i]));
      write(cairo_, fonts_, grown(slots[i].trim, -1_mm), std::to_string(i + 1), 7 / scale_, Align::centre);
    }
  }

  void marks(const ImposedSide& side) const {
    pen(0.1, ink);
    for (const MarkLine& mark : side.crop_marks) stroke(cairo_, mark);
    for (const Point& mark : side.registration) {
      cairo_new_sub_path(cairo_);
      cairo_arc(cairo_, mark.x.value, mark.y.value, registration_reach.value, 0, 2 * M_PI);
      cairo_stroke(cairo_);
    }
    for (const auto& room : {side.slug, side.sheet_code, side.colour_bar}) {
      if (!room) continue;
      trace_box(cairo_, *room);
      set_colour(cairo_, grey);
      cairo_fill(cairo_);
    }
  }

 private:
  /// As wide as it shall be on the page.
  void pen(double width, const Colour& colour) const {
    cairo_set_line_width(cairo_, width / scale_);
    set_colour(cairo_, colour);
  }

  cairo_t* cairo_;
  const FontSet& fonts_;
  const SheetFormat& format_;
  double scale_;
};

void draw_format(cairo_t* cairo, const FontSet& fonts, const ShownFormat& shown) {
  const SheetFormat& format = shown.format;
  const bool is_one_page = format.sides == Sides::both_up;
  const Mm width = is_one_page ? picture.width : (picture.width - between) / 2;
  const double scale = std::min(width / format.paper.width, picture.height / format.paper.height);
  write(cairo, fonts, {0_mm, 0_mm, picture.width, 5_mm}, format.name, 9, Align::left);
  write(cairo, fonts, {0_mm, 5_mm, picture.width, 7_mm},
        format.title.en.empty() ? fmt::format("{:g} × {:g} mm", format.paper.width.value, format.paper.height.value)
                                : format.title.en,
        6, Align::left);
  const auto side = [&](Mm x, const auto& draw) {
    cairo_save(cairo);
    cairo_translate(cairo, x.value, picture.y.value);
    cairo_scale(cairo, scale, scale);
    const SidePicture one(cairo, fonts, format, scale);
    one.paper();
    draw(one);
    cairo_restore(cairo);
  };
  side(picture.x, [&](const SidePicture& one) {
    one.cards(shown.imposition.front.slots, front_tint);
    if (is_one_page) one.cards(shown.imposition.back.slots, back_tint);
    one.marks(shown.imposition.front);
  });
  if (!is_one_page)
    side(format.paper.width * scale + between, [&](const SidePicture& one) {
      one.cards(shown.imposition.back.slots, back_tint);
      one.marks(shown.imposition.back);
    });
}

Size page_of(std::size_t formats) {
  const auto count = static_cast<double>(formats), rows = std::ceil(count / columns);
  return {std::min<double>(count, columns) * cell.width + 2 * border, rows * cell.height + 2 * border};
}

void draw_all(cairo_t* cairo, std::span<const ShownFormat> formats, const FontSet& fonts) {
  cairo_set_source_rgb(cairo, 0.97, 0.97, 0.97);
  cairo_paint(cairo);
  for (std::size_t i = 0; i < formats.size(); ++i) {
    cairo_save(cairo);
    cairo_translate(cairo, (border + static_cast<double>(i % columns) * cell.width).value,
                    (border + static_cast<double>(i / columns) * cell.height).value);
    draw_format(cairo, fonts, formats[i]);
    cairo_restore(cairo);
  }
  check(cairo, "drawing sheet formats");
}

std::string as_pdf(std::span<const ShownFormat> formats, const FontSet& fonts) {
  std::string bytes;
  const Size page = page_of(formats.size());
  const SurfaceHandle surface(
      cairo_pdf_surface_create_for_stream(append_bytes, &bytes, to_pt(page.width), to_pt(page.height)));
  tell(surface.get(), {.title = "Sheet formats", .date = "2026-01-01"});
  const CairoHandle cairo(cairo_create(surface.get()));
  cairo_scale(cairo.get(), to_pt(1_mm), to_pt(1_mm));
  draw_all(cairo.get(), formats, fonts);
  cairo_surface_finish(surface.get());
  check(surface.get(), "drawing sheet formats");
  return bytes;
}

std::string as_png(std::span<const ShownFormat> formats, const FontSet& fonts) {
  std::string bytes;
  const Size page = page_of(formats.size());
  const auto px = [](Mm length) { return static_cast<int>(std::ceil(to_px(length, png_dpi))); };
  const SurfaceHandle surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, px(page.width), px(page.height)));
  check(surface.get(), "drawing sheet formats");
  const CairoHandle cairo(cairo_create(surface.get()));
  cairo_scale(cairo.get(), to_px(1_mm, png_dpi), to_px(1_mm, png_dpi));
  draw_all(cairo.get(), formats, fonts);
  cairo_surface_write_to_png_stream(surface.get(), append_bytes, &bytes);
  check(surface.get(), "drawing sheet formats");
  return bytes;
}

}  // namespace

void draw_sheet_thumbnails(const std::filesystem::path& file, std::span<const ShownFormat> formats,
                           const FontSet& fonts) {
  write_file(file, file.extension() == ".pdf" ? as_pdf(formats, fonts) : as_png(formats, fonts));
}

}  // namespace pehchan

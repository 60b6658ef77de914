#include "draw/canvas.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/run_error.h"
#include "draw/decoded_jpeg.h"
#include "draw/draw_picture.h"
#include "draw/draw_shape.h"
#include "draw/draw_symbol.h"
#include "draw/mime_data.h"
#include "draw/raster.h"
#include "draw/show_line.h"

namespace pehchan {
namespace {

/// cairo_save now, cairo_restore when the scope ends.
class Saved {
 public:
  explicit Saved(cairo_t* cairo) : cairo_(cairo) { cairo_save(cairo_); }
  ~Saved() { cairo_restore(cairo_); }
  Saved(const Saved&) = delete;
  Saved& operator=(const Saved&) = delete;

 private:
  cairo_t* cairo_;
};

void demand_success(cairo_status_t status, std::string_view what) {
  if (status == CAIRO_STATUS_SUCCESS) return;
  const std::string text = std::string(what) + " failed: " + cairo_status_to_string(status);
  if (status == CAIRO_STATUS_WRITE_ERROR)
    throw RunError(ExitCode::try_again, text, "Make room on the disk and run the same command again.");
  throw RunError(ExitCode::internal, text);
}

/// A JPEG for the surface that is drawn on: its bytes for a PDF, its pixels for a raster. `width`: in the canvas'
/// units.
SurfaceHandle jpeg_for(cairo_t* cairo, const std::string& jpeg, double width) {
  if (!is_raster(cairo)) return undecoded_jpeg(jpeg);
  double across = width, down = 0;
  cairo_user_to_device_distance(cairo, &across, &down);
  return decoded_jpeg(jpeg, std::hypot(across, down));
}

}  // namespace

void check(cairo_t* cairo, std::string_view what) { demand_success(cairo_status(cairo), what); }
void check(cairo_surface_t* surface, std::string_view what) { demand_success(cairo_surface_status(surface), what); }

void draw_text(cairo_t* cairo, const FontSet& fonts, const DrawnText& text) {
  const LayoutHandle layout = fonts.layout(text.font);
  for (const TextLine& line : text.lines) {
    const Saved saved(cairo);
    pango_layout_set_text(layout.get(), line.text.data(), static_cast<int>(line.text.size()));
    cairo_translate(cairo, line.baseline.x.value, line.baseline.y.value);
    cairo_scale(cairo, from_pt(1).value, from_pt(1).value);
    cairo_move_to(cairo, 0, 0);
    cairo_set_source_rgb(cairo, text.colour.r, text.colour.g, text.colour.b);
    show_line(cairo, layout.get());
  }
}

void draw_portrait(cairo_t* cairo, const DrawnPortrait& drawn) {
  const Outline edge = outline_of(drawn.box, drawn.shape, drawn.radius);
  cairo_save(cairo);
  cairo_new_path(cairo);
  trace(cairo, edge);
  cairo_clip(cairo);
  const double width = drawn.portrait.width, height = drawn.portrait.height;
  const double scale = std::max(drawn.box.width.value / width, drawn.box.height.value / height);
  const Point centre = drawn.box.centre();
  cairo_translate(cairo, centre.x.value - width * scale / 2, centre.y.value - height * scale / 2);
  const SurfaceHandle image = jpeg_for(cairo, drawn.portrait.jpeg, width * scale);
  const int columns = cairo_image_surface_get_width(image.get()), rows = cairo_image_surface_get_height(image.get());
  cairo_scale(cairo, width * scale / columns, height * scale / rows);
  const PatternHandle pattern(cairo_pattern_create_for_surface(image.get()));
  // Decoded at less than twice its size on a raster: the quick filter leaves no pixel out.
  cairo_pattern_set_filter(pattern.get(), picture_filter(cairo, CAIRO_FILTER_BILINEAR));
  cairo_set_source(cairo, pattern.get());
  cairo_paint(cairo);
  cairo_restore(cairo);
  draw_border(cairo, edge, drawn.border, drawn.border_colour);
}

void draw_card(cairo_t* cairo, const FontSet& fonts, const CardDrawing& card) {
  for (const DrawnRectangle& rectangle : card.rectangles) draw_rectangle(cairo, rectangle);
  for (const DrawnLine& line : card.lines) draw_line(cairo, line);
  for (const DrawnPicture& picture : card.pictures) draw_picture(cairo, picture);
  if (card.portrait) draw_portrait(cairo, *card.portrait);
  for (const DrawnText& text : card.texts) draw_text(cairo, fonts, text);
  for (const DrawnBarcode& barcode : card.barcodes) draw_barcode(cairo, barcode);
  if (card.qr) draw_qr(cairo, *card.qr);
  check(cairo, "drawing a card");
}

}  // namespace pehchan

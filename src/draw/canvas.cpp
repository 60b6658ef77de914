#include "draw/canvas.h"

#include <algorithm>
#include <numbers>
#include <string>

#include "base/run_error.h"
#include "draw/draw_symbol.h"
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

void rounded_rectangle(cairo_t* cairo, const Rect& box, Mm radius) {
  const double r = std::min({radius.value, box.width.value / 2, box.height.value / 2});
  const double left = box.x.value, top = box.y.value, right = box.right().value, bottom = box.bottom().value;
  constexpr double quarter = std::numbers::pi / 2;
  cairo_new_path(cairo);
  cairo_arc(cairo, right - r, top + r, r, -quarter, 0);
  cairo_arc(cairo, right - r, bottom - r, r, 0, quarter);
  cairo_arc(cairo, left + r, bottom - r, r, quarter, 2 * quarter);
  cairo_arc(cairo, left + r, top + r, r, 2 * quarter, 3 * quarter);
  cairo_close_path(cairo);
}

/// One pixel with the JPEG attached: a PDF surface takes the JPEG, at its own size, and no pixels. An image of the
/// JPEG's size would do the same, and cost 1.8 MB for each portrait of a page.
SurfaceHandle undecoded(const Portrait& portrait) {
  SurfaceHandle image(cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1));
  check(image.get(), "making a portrait's surface");
  auto* bytes = new std::string(portrait.jpeg);
  const cairo_status_t status = cairo_surface_set_mime_data(
      image.get(), CAIRO_MIME_TYPE_JPEG, reinterpret_cast<const unsigned char*>(bytes->data()), bytes->size(),
      [](void* owned) { delete static_cast<std::string*>(owned); }, bytes);
  if (status != CAIRO_STATUS_SUCCESS) delete bytes;
  demand_success(status, "attaching a portrait");
  return image;
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
  const Saved saved(cairo);
  rounded_rectangle(cairo, drawn.box, drawn.radius);
  cairo_clip(cairo);
  const double width = drawn.portrait.width, height = drawn.portrait.height;
  const double scale = std::max(drawn.box.width.value / width, drawn.box.height.value / height);
  const Point centre = drawn.box.centre();
  cairo_translate(cairo, centre.x.value - width * scale / 2, centre.y.value - height * scale / 2);
  cairo_scale(cairo, width * scale, height * scale);
  const SurfaceHandle image = undecoded(drawn.portrait);
  const PatternHandle pattern(cairo_pattern_create_for_surface(image.get()));
  // Any other filter makes Cairo write /Interpolate true, which PDF/A forbids.
  cairo_pattern_set_filter(pattern.get(), CAIRO_FILTER_NEAREST);
  cairo_set_source(cairo, pattern.get());
  cairo_paint(cairo);
}

void draw_card(cairo_t* cairo, const FontSet& fonts, const CardDrawing& card) {
  if (card.portrait) draw_portrait(cairo, *card.portrait);
  for (const DrawnText& text : card.texts) draw_text(cairo, fonts, text);
  for (const DrawnBarcode& barcode : card.barcodes) draw_barcode(cairo, barcode);
  if (card.qr) draw_qr(cairo, *card.qr);
  check(cairo, "drawing a card");
}

}  // namespace pehchan

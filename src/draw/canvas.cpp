#include "draw/canvas.h"

#include <algorithm>
#include <bit>
#include <numbers>
#include <string>

#include "base/run_error.h"
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

/// One bit a module, in Cairo's A1 order: the first pixel is the lowest bit on little-endian machines.
SurfaceHandle bitmap(const QrSymbol& symbol) {
  SurfaceHandle image(cairo_image_surface_create(CAIRO_FORMAT_A1, symbol.modules, symbol.modules));
  check(image.get(), "making a QR code's surface");
  cairo_surface_flush(image.get());
  unsigned char* bytes = cairo_image_surface_get_data(image.get());
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(image.get()));
  const auto n = static_cast<std::size_t>(symbol.modules);
  for (std::size_t y = 0; y < n; ++y) {
    for (std::size_t x = 0; x < n; ++x) {
      if (symbol.is_dark[y * n + x] == 0) continue;
      const unsigned bit = std::endian::native == std::endian::little ? 1U << (x % 8) : 128U >> (x % 8);
      unsigned char& byte = bytes[y * stride + x / 8];
      byte = static_cast<unsigned char>(byte | bit);
    }
  }
  cairo_surface_mark_dirty(image.get());
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

void draw_qr(cairo_t* cairo, const DrawnQr& drawn) {
  const Saved saved(cairo);
  const Mm module = drawn.box.width / drawn.symbol.modules;
  const Rect quiet = grown(drawn.box, module * QrSymbol::quiet_modules);
  cairo_set_source_rgb(cairo, 1, 1, 1);
  cairo_rectangle(cairo, quiet.x.value, quiet.y.value, quiet.width.value, quiet.height.value);
  cairo_fill(cairo);

  cairo_translate(cairo, drawn.box.x.value, drawn.box.y.value);
  cairo_scale(cairo, module.value, module.value);
  const SurfaceHandle image = bitmap(drawn.symbol);
  const PatternHandle pattern(cairo_pattern_create_for_surface(image.get()));
  cairo_pattern_set_filter(pattern.get(), CAIRO_FILTER_NEAREST);
  cairo_set_source_rgb(cairo, 0, 0, 0);
  cairo_mask(cairo, pattern.get());
}

void draw_card(cairo_t* cairo, const FontSet& fonts, const CardDrawing& card) {
  if (card.portrait) draw_portrait(cairo, *card.portrait);
  for (const DrawnText& text : card.texts) draw_text(cairo, fonts, text);
  if (card.qr) draw_qr(cairo, *card.qr);
  check(cairo, "drawing a card");
}

}  // namespace pehchan

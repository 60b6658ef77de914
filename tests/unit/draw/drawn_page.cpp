#include "draw/drawn_page.h"

#include <cairo-pdf.h>
#include <poppler-document.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>
#include <turbojpeg.h>

#include <cstdlib>
#include <memory>
#include <stdexcept>

namespace pehchan {
namespace {

constexpr int px_per_mm = 20;

cairo_status_t append(void* text, const unsigned char* bytes, unsigned length) {
  static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

DrawnPage::DrawnPage(Size size, const std::function<void(cairo_t*)>& draw, int pages) {
  const SurfaceHandle surface(
      cairo_pdf_surface_create_for_stream(append, &pdf_, to_pt(size.width), to_pt(size.height)));
  const CairoHandle cairo(cairo_create(surface.get()));
  cairo_scale(cairo.get(), to_pt(1_mm), to_pt(1_mm));
  for (int i = 0; i < pages; ++i) {
    draw(cairo.get());
    cairo_show_page(cairo.get());
  }
  cairo_surface_finish(surface.get());
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) throw std::runtime_error("drawing failed");
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(pdf_.data(), static_cast<int>(pdf_.size())));
  const std::unique_ptr<poppler::page> page(document->create_page(0));
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_rgb24);
  const poppler::image image = renderer.render_page(page.get(), px_per_mm * 25.4, px_per_mm * 25.4);
  width_ = image.width();
  for (int y = 0; y < image.height(); ++y) {
    const auto* row = reinterpret_cast<const std::uint8_t*>(image.const_data()) + y * image.bytes_per_row();
    rgb_.insert(rgb_.end(), row, row + 3 * width_);
  }
}

unsigned DrawnPage::at(double x_mm, double y_mm) const {
  const int x = static_cast<int>(x_mm * px_per_mm), y = static_cast<int>(y_mm * px_per_mm);
  const std::uint8_t* p = &rgb_.at(static_cast<std::size_t>(3 * (y * width_ + x)));
  return static_cast<unsigned>(p[0] << 16 | p[1] << 8 | p[2]);
}

bool is_near(unsigned colour, unsigned other) {
  for (const unsigned shift : {0U, 8U, 16U})
    if (std::abs(static_cast<int>(colour >> shift & 255U) - static_cast<int>(other >> shift & 255U)) > 4) return false;
  return true;
}

std::string png_of(int width, int height, const std::function<std::uint32_t(int x, int y)>& pixel) {
  const SurfaceHandle image(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height));
  unsigned char* bytes = cairo_image_surface_get_data(image.get());
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      const std::uint32_t seen = pixel(x, y), alpha = seen >> 24;
      std::uint32_t stored = alpha << 24;
      for (const unsigned shift : {0U, 8U, 16U}) stored |= ((seen >> shift & 255U) * alpha / 255U) << shift;
      reinterpret_cast<std::uint32_t*>(bytes + y * cairo_image_surface_get_stride(image.get()))[x] = stored;
    }
  cairo_surface_mark_dirty(image.get());
  std::string png;
  cairo_surface_write_to_png_stream(image.get(), append, &png);
  return png;
}

std::string jpeg_of(int width, int height, const std::function<std::uint32_t(int x, int y)>& pixel, int flags) {
  std::vector<unsigned char> rgb;
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x)
      for (const unsigned shift : {16U, 8U, 0U}) rgb.push_back(static_cast<unsigned char>(pixel(x, y) >> shift));
  const tjhandle encoder = tjInitCompress();
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  tjCompress2(encoder, rgb.data(), width, 0, height, TJPF_RGB, &bytes, &size, TJSAMP_444, 95, flags);
  std::string jpeg(reinterpret_cast<char*>(bytes), size);
  tjFree(bytes);
  tjDestroy(encoder);
  return jpeg;
}

std::uint32_t noise(int x, int y) {
  const auto seed = static_cast<std::uint32_t>(x) * 374761393U + static_cast<std::uint32_t>(y) * 668265263U;
  const std::uint32_t mixed = (seed ^ (seed >> 13)) * 1274126177U;
  return 0xFF000000U | (mixed ^ (mixed >> 16)) % 0x1000000U;
}

}  // namespace pehchan

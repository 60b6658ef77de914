#include "print/page_picture.h"

#include <poppler-document.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <memory>

#include "base/run_error.h"

namespace pehchan {
namespace {

constexpr double pt_an_inch = 72;

RunError cannot_draw(const std::filesystem::path& pdf) {
  return {ExitCode::internal, "a page of " + pdf.string() + " cannot be drawn"};
}

}  // namespace

RgbPicture page_picture(const std::filesystem::path& pdf, int number, int width, int height) {
  const std::unique_ptr<poppler::document> document(poppler::document::load_from_file(pdf.string()));
  const std::unique_ptr<poppler::page> page(document ? document->create_page(number - 1) : nullptr);
  if (!page) throw cannot_draw(pdf);
  poppler::page_renderer renderer;
  renderer.set_render_hints(poppler::page_renderer::antialiasing | poppler::page_renderer::text_antialiasing);
  renderer.set_image_format(poppler::image::format_rgb24);
  const auto box = page->page_rect();
  const poppler::image seen = renderer.render_page(page.get(), width * pt_an_inch / box.width(),
                                                   height * pt_an_inch / box.height(), 0, 0, width, height);
  if (!seen.is_valid() || seen.width() != width || seen.height() != height) throw cannot_draw(pdf);
  RgbPicture picture{.width = width, .height = height, .pixels = {}};
  picture.pixels.resize(picture.row_bytes() * static_cast<std::size_t>(height));
  for (int y = 0; y < height; ++y)
    std::copy_n(seen.const_data() + static_cast<std::ptrdiff_t>(y) * seen.bytes_per_row(), picture.row_bytes(),
                reinterpret_cast<char*>(picture.pixels.data()) + static_cast<std::size_t>(y) * picture.row_bytes());
  return picture;
}

}  // namespace pehchan

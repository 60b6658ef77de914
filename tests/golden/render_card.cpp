#include "golden/render_card.h"

#include <cairo.h>
#include <poppler-document.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>
#include <turbojpeg.h>

#include <cmath>
#include <memory>
#include <random>
#include <stdexcept>

#include "base/file.h"
#include "draw/handles.h"
#include "print/card_pages.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {

std::unique_ptr<poppler::document> loaded(const std::string& pdf) {
  std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size())));
  if (!document) throw std::runtime_error("Poppler cannot read the page");
  return document;
}

std::string jpeg_of(const std::vector<std::uint8_t>& rgb, int width, int height) {
  const tjhandle encoder = tjInitCompress();
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  tjCompress2(encoder, rgb.data(), width, 0, height, TJPF_RGB, &bytes, &size, TJSAMP_420, 88, TJFLAG_ACCURATEDCT);
  std::string jpeg(reinterpret_cast<char*>(bytes), size);
  tjFree(bytes);
  tjDestroy(encoder);
  return jpeg;
}

}  // namespace

Member invented_member() {
  Member member;
  member.row = 7;
  member[Field::member_no] = "UP-LKO/000123";
  member[Field::name] = "Savitri Devi Kushwaha";
  member[Field::name_local] = "सावित्री देवी कुशवाहा";
  member[Field::mobile] = "+919999900123";
  member[Field::booth_no] = "142";
  member[Field::booth_name] = "प्राथमिक विद्यालय, रामपुर";
  member[Field::block] = "मोहनलालगंज";
  member[Field::district] = "लखनऊ";
  member[Field::state] = "उत्तर प्रदेश";
  member[Field::office] = "बूथ अध्यक्ष";
  member[Field::valid_until] = "2029-03-31";
  return member;
}

Portrait invented_portrait(double width_to_height) {
  constexpr int height = 756;
  const int width = static_cast<int>(height * width_to_height);
  const double middle = width / 2.0;
  std::vector<std::uint8_t> rgb;
  const auto inside = [](double x, double y, double cx, double cy, double rx, double ry) {
    return std::pow((x - cx) / rx, 2) + std::pow((y - cy) / ry, 2) < 1;
  };
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      int r = 196 - y / 20, g = 208 - y / 20, b = 214 - y / 20;
      if (inside(x, y, middle, 300, 180, 240)) r = 38, g = 30, b = 28;
      if (inside(x, y, middle, 800, 300, 230)) r = 122, g = 46, b = 62;
      if (inside(x, y, middle, 380, 145, 205)) r = 168, g = 118, b = 86;
      rgb.insert(rgb.end(), {static_cast<std::uint8_t>(r), static_cast<std::uint8_t>(g), static_cast<std::uint8_t>(b)});
    }
  }
  return {jpeg_of(rgb, width, height), width, height, {}};
}

QrSymbol invented_symbol(int version) {
  QrSymbol symbol{"invented", version, 'M', 17 + 4 * version, {}};
  const int n = symbol.modules;
  std::minstd_rand dice(20);
  for (int i = 0; i < n * n; ++i) symbol.is_dark.push_back(dice() % 100 < 48 ? 1 : 0);
  for (const auto& [left, top] : {std::pair{0, 0}, {n - 7, 0}, {0, n - 7}}) {
    for (int y = -1; y <= 7; ++y) {
      for (int x = -1; x <= 7; ++x) {
        if (left + x < 0 || left + x >= n || top + y < 0 || top + y >= n) continue;
        const int ring = std::max(std::abs(x - 3), std::abs(y - 3));
        symbol.is_dark[static_cast<std::size_t>((top + y) * n + left + x)] = ring <= 1 || ring == 3;
      }
    }
  }
  return symbol;
}

CardPage card_page(const CardTemplate& design, const FontSet& fonts, const CardDrawings& card, CardSide side) {
  const ScratchFolder folder;
  const CardDrawings literals{literal_drawing(design, fonts, CardSide::front),
                              literal_drawing(design, fonts, CardSide::back)};
  write_card_pages(folder / "card.pdf", own_page(design, literals, design.bleed), fonts, {&card, 1},
                   {.title = "card", .date = "2026-03-31"});
  return {read_file(folder / "card.pdf", 100'000'000), side == CardSide::front ? 0 : 1};
}

Picture rendered(const CardPage& card, double dpi) {
  const auto document = loaded(card.pdf);
  const std::unique_ptr<poppler::page> page(document->create_page(card.page));
  poppler::page_renderer renderer;
  renderer.set_render_hint(poppler::page_renderer::antialiasing, true);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing, true);
  renderer.set_image_format(poppler::image::format_rgb24);
  const poppler::image image = renderer.render_page(page.get(), dpi, dpi);
  Picture picture{image.width(), image.height(), {}};
  for (int y = 0; y < picture.height; ++y) {
    const auto* row = reinterpret_cast<const std::uint8_t*>(image.const_data()) + y * image.bytes_per_row();
    picture.rgb.insert(picture.rgb.end(), row, row + 3 * picture.width);
  }
  return picture;
}

std::string text_of(const CardPage& card) {
  const auto document = loaded(card.pdf);
  const std::unique_ptr<poppler::page> page(document->create_page(card.page));
  const poppler::byte_array utf8 = page->text().to_utf8();
  return {utf8.begin(), utf8.end()};
}

SurfaceHandle surface_of(const Picture& picture) {
  SurfaceHandle image(cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture.width, picture.height));
  unsigned char* bytes = cairo_image_surface_get_data(image.get());
  const int stride = cairo_image_surface_get_stride(image.get());
  for (int y = 0; y < picture.height; ++y) {
    auto* row = reinterpret_cast<std::uint32_t*>(bytes + y * stride);
    for (int x = 0; x < picture.width; ++x) {
      const auto* p = &picture.rgb[static_cast<std::size_t>(3 * (y * picture.width + x))];
      row[x] = static_cast<std::uint32_t>(p[0] << 16 | p[1] << 8 | p[2]);
    }
  }
  cairo_surface_mark_dirty(image.get());
  return image;
}

Picture picture_of(cairo_surface_t* surface) {
  cairo_surface_flush(surface);
  Picture picture{cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface), {}};
  const unsigned char* bytes = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  for (int y = 0; y < picture.height; ++y) {
    const auto* row = reinterpret_cast<const std::uint32_t*>(bytes + y * stride);
    for (int x = 0; x < picture.width; ++x) {
      for (const unsigned shift : {16U, 8U, 0U})
        picture.rgb.push_back(static_cast<std::uint8_t>(row[x] >> shift & 255U));
    }
  }
  return picture;
}

void write_png(const Picture& picture, const std::string& file) {
  cairo_surface_write_to_png(surface_of(picture).get(), file.c_str());
}

Picture read_png(const std::string& file) {
  const SurfaceHandle image(cairo_image_surface_create_from_png(file.c_str()));
  if (cairo_surface_status(image.get()) != CAIRO_STATUS_SUCCESS) throw std::runtime_error("cannot read " + file);
  return picture_of(image.get());
}

}  // namespace pehchan

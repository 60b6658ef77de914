#include "print/read_back.h"

#include <ZXing/DecodeHints.h>
#include <ZXing/ReadBarcode.h>
#include <ZXing/Result.h>
#include <poppler-document.h>
#include <poppler-font.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <mutex>
#include <optional>

#include "base/run_error.h"

namespace pehchan {
namespace {

struct PixelRect {
  int left, top, right, bottom;
};

PixelRect in_pixels(const PageImage& image, const Rect& area) {
  const auto at = [&](Mm place, int most) {
    return std::clamp(static_cast<int>(std::lround(to_px(place, image.dpi))), 0, most);
  };
  return {at(area.x, image.width), at(area.y, image.height), at(area.right(), image.width),
          at(area.bottom(), image.height)};
}

/// Nothing where the area has no pixels.
std::optional<ZXing::ImageView> view_of(const PageImage& image, const Rect& area) {
  const auto [left, top, right, bottom] = in_pixels(image, area);
  if (right <= left || bottom <= top) return std::nullopt;
  return ZXing::ImageView(image.grey.data() + static_cast<std::ptrdiff_t>(top) * image.width + left, right - left,
                          bottom - top, ZXing::ImageFormat::Lum, image.width);
}

Size size_of(const poppler::rectf& box) { return {from_pt(box.width()), from_pt(box.height())}; }

}  // namespace

struct PdfReader::Parts {
  std::unique_ptr<poppler::document> document;
  std::unique_ptr<poppler::page> page(std::size_t index) const {
    std::unique_ptr<poppler::page> page(document->create_page(static_cast<int>(index)));
    if (!page) throw RunError(ExitCode::internal, "a page of a finished PDF cannot be read back");
    return page;
  }
};

PdfReader::PdfReader(std::string_view bytes, const std::string& file) : parts_(std::make_unique<Parts>()) {
  // What is wrong is told once, as a fault of the proof, and not also by Poppler on standard error.
  static std::once_flag silenced;
  std::call_once(silenced, [] { poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr); });
  parts_->document.reset(poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!parts_->document) throw RunError(ExitCode::internal, file + " cannot be read back as a PDF");
}

PdfReader::~PdfReader() = default;

std::size_t PdfReader::pages() const { return static_cast<std::size_t>(parts_->document->pages()); }

bool PdfReader::embeds_all_fonts() const {
  const auto fonts = parts_->document->fonts();
  return std::all_of(fonts.begin(), fonts.end(), [](const auto& font) { return font.is_embedded(); });
}

PageBoxes PdfReader::boxes(std::size_t index) const {
  const auto page = parts_->page(index);
  return {size_of(page->page_rect(poppler::media_box)), size_of(page->page_rect(poppler::trim_box)),
          size_of(page->page_rect(poppler::bleed_box))};
}

namespace {

PageImage grey_of(const poppler::image& seen, double dpi) {
  if (!seen.is_valid()) throw RunError(ExitCode::internal, "a page of a finished PDF cannot be rendered");
  PageImage image{{}, seen.width(), seen.height(), dpi};
  image.grey.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height));
  for (int y = 0; y < image.height; ++y)
    std::memcpy(image.grey.data() + static_cast<std::ptrdiff_t>(y) * image.width,
                seen.const_data() + static_cast<std::ptrdiff_t>(y) * seen.bytes_per_row(),
                static_cast<std::size_t>(image.width));
  return image;
}

void see_in_grey(poppler::page_renderer& renderer, unsigned char paper) {
  renderer.set_image_format(poppler::image::format_gray8);
  renderer.set_paper_color(0xff000000U | paper * 0x010101U);
}

}  // namespace

PageImage PdfReader::render(std::size_t index, double dpi, unsigned char paper) const {
  const auto page = parts_->page(index);
  poppler::page_renderer renderer;
  see_in_grey(renderer, paper);
  return grey_of(renderer.render_page(page.get(), dpi, dpi), dpi);
}

PageImage PdfReader::render_area(std::size_t index, const Rect& area, double dpi) const {
  const auto page = parts_->page(index);
  poppler::page_renderer renderer;
  see_in_grey(renderer, 255);
  const auto px = [&](Mm length) { return static_cast<int>(std::lround(to_px(length, dpi))); };
  return grey_of(renderer.render_page(page.get(), dpi, dpi, px(area.x), px(area.y), px(area.width), px(area.height)),
                 dpi);
}

std::vector<PlacedWord> PdfReader::words(std::size_t index) const {
  const auto page = parts_->page(index);
  std::vector<PlacedWord> words;
  for (const auto& box : page->text_list()) {
    const auto utf8 = box.text().to_utf8();
    const auto place = box.bbox();
    words.push_back({std::string(utf8.begin(), utf8.end()),
                     {from_pt(place.x() + place.width() / 2), from_pt(place.y() + place.height() / 2)},
                     {from_pt(place.x()), from_pt(place.y()), from_pt(place.width()), from_pt(place.height())}});
  }
  return words;
}

std::string read_qr(const PageImage& image, const Rect& area) {
  const auto view = view_of(image, area);
  if (!view) return {};
  ZXing::DecodeHints hints;
  hints.setFormats(ZXing::BarcodeFormat::QRCode).setTryHarder(false).setTryRotate(false);
  auto result = ZXing::ReadBarcode(*view, hints);
  if (!result.isValid()) result = ZXing::ReadBarcode(*view, hints.setTryHarder(true).setTryRotate(true));
  return result.isValid() ? result.text() : std::string();
}

std::string read_barcode(const PageImage& image, const Rect& area, BarcodeKind kind) {
  const auto view = view_of(image, area);
  if (!view) return {};
  ZXing::DecodeHints hints;
  hints.setFormats(kind == BarcodeKind::code128 ? ZXing::BarcodeFormat::Code128 : ZXing::BarcodeFormat::PDF417);
  hints.setTryRotate(false);
  // zxing knows PDF417 upside down, but not all of it: one in ten of those tried.
  for (const int turn : {0, 180, 90, 270}) {
    const auto result = ZXing::ReadBarcode(view->rotated(turn), hints);
    if (result.isValid()) return result.text();
  }
  return {};
}

LuminanceGrid luminance_of(const PageImage& image, const Slot& slot, const Rect& window) {
  LuminanceGrid grid;
  for (int row = 0; row < LuminanceGrid::rows; ++row)
    for (int column = 0; column < LuminanceGrid::columns; ++column) {
      const Mm width = window.width / LuminanceGrid::columns, height = window.height / LuminanceGrid::rows;
      const auto [left, top, right, bottom] =
          in_pixels(image, on_sheet(slot, {window.x + column * width, window.y + row * height, width, height}));
      double sum = 0;
      for (int y = top; y < bottom; ++y)
        for (int x = left; x < right; ++x) sum += image.grey[static_cast<std::size_t>(y * image.width + x)];
      const int count = std::max(1, (right - left) * (bottom - top));
      grid.cells[static_cast<std::size_t>(row * LuminanceGrid::columns + column)] =
          static_cast<std::uint8_t>(std::lround(sum / count));
    }
  return grid;
}

bool is_blank(const PageImage& image, const Rect& area, unsigned char paper) {
  const auto [left, top, right, bottom] = in_pixels(image, area);
  for (int y = top; y < bottom; ++y)
    for (int x = left; x < right; ++x)
      if (image.grey[static_cast<std::size_t>(y * image.width + x)] != paper) return false;
  return true;
}

void make_blank(PageImage& image, const Rect& area, unsigned char paper) {
  const auto [left, top, right, bottom] = in_pixels(image, area);
  for (int y = top; y < bottom; ++y)
    std::fill_n(image.grey.begin() + static_cast<std::ptrdiff_t>(y) * image.width + left, std::max(0, right - left),
                paper);
}

PagePiece piece_of(const PageImage& image, const Rect& area) {
  const auto at = [&](double px, int most) { return std::clamp(static_cast<int>(px), 0, most); };
  const int left = at(std::floor(to_px(area.x, image.dpi)), image.width);
  const int top = at(std::floor(to_px(area.y, image.dpi)), image.height);
  const int right = at(std::ceil(to_px(area.right(), image.dpi)), image.width);
  const int bottom = at(std::ceil(to_px(area.bottom(), image.dpi)), image.height);
  if (right <= left || bottom <= top) return {};
  PagePiece piece{left, top, {{}, right - left, bottom - top, image.dpi}};
  for (int y = top; y < bottom; ++y) {
    const auto row = image.grey.begin() + static_cast<std::ptrdiff_t>(y) * image.width;
    piece.image.grey.insert(piece.image.grey.end(), row + left, row + right);
  }
  return piece;
}

}  // namespace pehchan

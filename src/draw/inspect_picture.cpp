#include "draw/inspect_picture.h"

#include <algorithm>
#include <string>

#include "draw/jpeg_fault.h"
#include "draw/picture_surface.h"
#include "draw/refuse_artwork.h"
#include "draw/svg_drawing.h"

namespace pehchan {
namespace {

constexpr std::size_t longest_side = 32'767;  // of Cairo's surfaces

bool is_markup(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const auto start = bytes.find_first_not_of(" \t\r\n");
  return start != std::string_view::npos && bytes[start] == '<';
}

}  // namespace

std::optional<PictureSize> demand_picture_size(const ArtworkFile& picture) {
  const std::string& file = picture.file;
  const std::string_view bytes = picture.bytes;
  if (bytes.size() > largest_drawing)
    refuse_artwork(file, "it is larger than 5 MB", "Save it at 600 dpi of its size in print.");
  if (is_markup(bytes)) return std::nullopt;
  const bool is_raster = bytes.starts_with("\x89PNG") || bytes.starts_with("\xFF\xD8");
  if (!is_raster) refuse_artwork(file, "it is neither SVG, PNG nor JPEG", "Save it as one of these.");
  const auto size = picture_size(bytes);
  if (!size || size->width == 0 || size->height == 0) refuse_artwork(file, "it is damaged", "Save it again.");
  if (size->width > most_picture_pixels / size->height)
    refuse_artwork(file, "it has more than 25 megapixels", "Save it at 600 dpi of its size in print.");
  if (std::max(size->width, size->height) > longest_side)
    refuse_artwork(file, "it is more than 32,767 pixels wide or high", "Save it at 600 dpi of its size in print.");
  return size;
}

std::size_t inspect_picture(const ArtworkFile& picture) {
  if (demand_picture_size(picture) && picture.bytes.starts_with("\xFF\xD8"))
    if (const auto fault = jpeg_fault(picture.bytes)) refuse_artwork(picture.file, fault->what, fault->advice);
  // An SVG's limits are found only by drawing it, a PNG's faults by unpacking it.
  constexpr Size any{20_mm, 20_mm};
  return PictureSurface(picture, any).pixels();
}

std::optional<double> picture_ppi(const ArtworkFile& picture, Size box) {
  const auto size = demand_picture_size(picture);
  if (!size) return std::nullopt;
  const double wide = static_cast<double>(size->width) / to_px(box.width, 1);
  const double high = static_cast<double>(size->height) / to_px(box.height, 1);
  return std::max(wide, high);
}

}  // namespace pehchan

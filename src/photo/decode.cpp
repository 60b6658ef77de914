#include "photo/decode.h"

#include <algorithm>
#include <exception>
#include <opencv2/core.hpp>

#include "photo/bmp.h"
#include "photo/header.h"
#include "photo/heif.h"
#include "photo/jpeg.h"
#include "photo/jpeg_header.h"
#include "photo/limits.h"
#include "photo/png.h"
#include "photo/raw_picture.h"
#include "photo/tiff.h"
#include "photo/webp.h"

namespace pehchan {
namespace {

constexpr std::uint32_t smallest_side = 100;

// A px of one scan takes about 1 ns: this is some seconds. A camera's progressive files have about ten scans.
constexpr double most_scanned = 2e9;

Result<RawPicture, PhotoFault> decode_whole_jpeg(std::string_view bytes, const PictureHeader& header, int reduce) {
  std::string icc = jpeg_profile(bytes);
  auto bgr = decode_jpeg(bytes, reduce, header.has_adobe_inks, header.has_inks ? icc : std::string());
  if (!bgr) return failure(PhotoFault::damaged);
  if (header.has_inks) icc.clear();
  return RawPicture{.bgr = *std::move(bgr), .icc = std::move(icc)};
}

Result<RawPicture, PhotoFault> decode_stored(std::string_view bytes, const PictureHeader& header, int reduce) {
  switch (header.format) {
    case PictureFormat::jpeg:
      return decode_whole_jpeg(bytes, header, reduce);
    case PictureFormat::png:
      return decode_png(bytes);
    case PictureFormat::webp:
      return decode_webp(bytes);
    case PictureFormat::tiff:
      return decode_tiff(bytes);
    case PictureFormat::bmp:
      return decode_bmp(bytes);
    case PictureFormat::heic:
      break;
  }
  return decode_heif(bytes);
}

int reduction(const PictureHeader& header, int short_side) {
  if (header.format != PictureFormat::jpeg || short_side <= 0) return 1;
  const auto has = static_cast<int>(std::min(header.width, header.height));
  for (const int by : {8, 4, 2})
    if (has / by >= short_side) return by;
  return 1;
}

bool is_too_large(std::string_view bytes, const PictureHeader& header) {
  const auto pixels = std::uint64_t{header.width} * header.height;
  if (pixels > most_pixels) return true;
  if (header.format != PictureFormat::jpeg || header.gathered <= 0) return false;
  const double all = static_cast<double>(pixels), out = header.has_inks ? 7 : 3;
  if (all * (header.gathered + out) > static_cast<double>(most_memory)) return true;
  return all * static_cast<double>(scans_of(bytes)) > most_scanned;
}

/// A library that reads another size in the file than we do would void the limits. A HEIC may be cut and turned
/// already.
bool is_foretold(const cv::Mat& picture, const PictureHeader& header, int reduce) {
  if (header.format == PictureFormat::heic) return picture.total() <= std::uint64_t{header.width} * header.height;
  const auto shrunk = [by = static_cast<unsigned>(reduce)](std::uint32_t side) { return (side + by - 1) / by; };
  return static_cast<unsigned>(picture.cols) == shrunk(header.width) &&
         static_cast<unsigned>(picture.rows) == shrunk(header.height);
}

Result<PictureHeader, PhotoFault> checked_header(std::string_view bytes) {
  if (!picture_format(bytes)) return failure(PhotoFault::format);
  const auto header = read_header(bytes);
  if (!header) return failure(PhotoFault::damaged);
  if (!header->is_decodable) return failure(PhotoFault::format);
  if (is_too_large(bytes, *header)) return failure(PhotoFault::too_large);
  return *header;
}

}  // namespace

cv::Mat turned_upright(cv::Mat picture, int orientation) {
  if (orientation >= 5) {
    cv::Mat transposed;
    cv::transpose(picture, transposed);
    picture = transposed;
  }
  // What is left after the transposition, as cv::flip's code: 0 upside down, 1 left to right, -1 both.
  constexpr int none = 2;
  constexpr int flips[] = {none, none, 1, -1, 0, none, 1, -1, 0};
  const int flip = flips[std::clamp(orientation, 1, 8)];
  if (flip != none) cv::flip(picture, picture, flip);
  return picture;
}

Result<Picture, PhotoFault> decode_photo(std::string_view bytes, int short_side) try {
  const auto header = checked_header(bytes);
  if (!header) return failure(header.error());
  if (std::min(header->width, header->height) < smallest_side) return failure(PhotoFault::too_small);
  const int reduce = reduction(*header, short_side);
  auto stored = decode_stored(bytes, *header, reduce);
  if (!stored) return failure(stored.error());
  if (!is_foretold(stored->bgr, *header, reduce)) return failure(PhotoFault::damaged);
  return Picture{.pixels = turned_upright(std::move(stored->bgr), header->orientation),
                 .reduced = reduce,
                 .icc = std::move(stored->icc)};
} catch (const std::exception&) {  // of OpenCV, or of a library that was not meant to throw; memory that ran out
  return failure(PhotoFault::damaged);
}

cv::Mat decode_roughly(std::string_view bytes) try {
  const auto header = checked_header(bytes);
  if (!header) return {};
  if (header->format == PictureFormat::jpeg) {
    auto rough = decode_jpeg_roughly(bytes, header->has_adobe_inks);
    return rough ? turned_upright(*std::move(rough), header->orientation) : cv::Mat();
  }
  auto stored = decode_stored(bytes, *header, 1);
  return stored ? turned_upright(std::move(stored->bgr), header->orientation) : cv::Mat();
} catch (const std::exception&) {
  return {};
}

}  // namespace pehchan

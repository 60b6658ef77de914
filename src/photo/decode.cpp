#include "photo/decode.h"

#include <algorithm>
#include <new>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <optional>

#include "photo/header.h"
#include "photo/jpeg.h"

namespace pehchan {
namespace {

constexpr std::uint64_t most_pixels = 100'000'000;
constexpr std::uint32_t smallest_side = 100;

cv::Mat on_white(const cv::Mat& bgra) {
  cv::Mat bgr(bgra.size(), CV_8UC3);
  for (int y = 0; y < bgra.rows; ++y) {
    const auto* from = bgra.ptr<cv::Vec4b>(y);
    auto* to = bgr.ptr<cv::Vec3b>(y);
    for (int x = 0; x < bgra.cols; ++x)
      for (int i = 0; i < 3; ++i)
        to[x][i] = static_cast<unsigned char>((from[x][i] * from[x][3] + 255 * (255 - from[x][3]) + 127) / 255);
  }
  return bgr;
}

std::optional<cv::Mat> as_bgr(cv::Mat picture) {
  if (picture.depth() == CV_16U) picture.convertTo(picture, CV_8U, 1.0 / 257);
  if (picture.depth() != CV_8U) return std::nullopt;
  if (picture.channels() == 4) return on_white(picture);
  if (picture.channels() == 3) return picture;
  if (picture.channels() != 1) return std::nullopt;
  cv::Mat bgr;
  cv::cvtColor(picture, bgr, cv::COLOR_GRAY2BGR);
  return bgr;
}

std::optional<cv::Mat> decode_other(std::string_view bytes) {
  const cv::Mat file(1, static_cast<int>(bytes.size()), CV_8U, const_cast<char*>(bytes.data()));
  cv::Mat picture = cv::imdecode(file, cv::IMREAD_UNCHANGED);
  if (picture.empty()) return std::nullopt;
  return as_bgr(std::move(picture));
}

int reduction(const PictureHeader& header, int short_side) {
  if (header.format != PictureFormat::jpeg || short_side <= 0) return 1;
  const auto has = static_cast<int>(std::min(header.width, header.height));
  if (has / 4 >= short_side) return 4;
  return has / 2 >= short_side ? 2 : 1;
}

// OpenCV's TIFF reader alone turns pictures by itself, even when read unchanged.
int turn_left_to_do(const PictureHeader& header) {
  return header.format == PictureFormat::tiff ? 1 : header.orientation;
}

Result<PictureHeader, PhotoFault> checked_header(std::string_view bytes) {
  if (!picture_format(bytes)) return failure(PhotoFault::format);
  const auto header = read_header(bytes);
  if (!header) return failure(PhotoFault::damaged);
  if (std::uint64_t{header->width} * header->height > most_pixels) return failure(PhotoFault::too_large);
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
  auto decoded =
      header->format == PictureFormat::jpeg ? decode_jpeg(bytes, reduce, header->has_adobe_inks) : decode_other(bytes);
  if (!decoded) return failure(PhotoFault::damaged);
  return Picture{turned_upright(*std::move(decoded), turn_left_to_do(*header)), reduce};
} catch (const cv::Exception&) {
  return failure(PhotoFault::damaged);
} catch (const std::bad_alloc&) {
  return failure(PhotoFault::damaged);
}

cv::Mat decode_roughly(std::string_view bytes) try {
  const auto header = checked_header(bytes);
  if (!header) return {};
  auto decoded =
      header->format == PictureFormat::jpeg ? decode_jpeg_roughly(bytes, header->has_adobe_inks) : decode_other(bytes);
  return decoded ? turned_upright(*std::move(decoded), turn_left_to_do(*header)) : cv::Mat();
} catch (const cv::Exception&) {
  return {};
} catch (const std::bad_alloc&) {
  return {};
}

}  // namespace pehchan

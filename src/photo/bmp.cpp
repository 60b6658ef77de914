#include "photo/bmp.h"

#include <cstdlib>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <optional>

#include "photo/byte_reader.h"
#include "photo/on_white.h"

namespace pehchan {
namespace {

/// Bytes between the header and the pixels: the palette, or the masks of a header that has no place for them.
std::uint64_t table_bytes(const ByteReader& reader, std::uint32_t head, std::uint32_t depth, bool has_masks) {
  if (has_masks) return head == 40 ? 12 : 0;
  if (depth > 8) return 0;
  const std::uint32_t named = head >= 40 ? reader.u32(46).value_or(0) : 0;
  return std::uint64_t{named > 0 ? named : 1U << depth} * (head == 12 ? 3 : 4);
}

/// Why OpenCV, which complains on the terminal, need not see the file at all.
std::optional<PhotoFault> fault_of_header(std::string_view bytes) {
  constexpr std::uint32_t os2 = 12, plain = 0, with_masks = 3;
  const ByteReader reader{bytes, false};
  const auto pixels_at = reader.u32(10), head = reader.u32(14);
  const bool is_old = head == os2;
  const auto width = is_old ? reader.u16(18) : reader.u32(18), height = is_old ? reader.u16(20) : reader.u32(22),
             depth = reader.u16(is_old ? 24 : 28), packing = is_old ? plain : reader.u32(30);
  if (!pixels_at || !head || !width || !height || !depth || !packing) return PhotoFault::damaged;
  if (!is_old && *head < 40) return PhotoFault::damaged;
  if (*packing != plain && *packing != with_masks) return PhotoFault::format;
  if (*packing == with_masks && *depth != 16 && *depth != 32) return PhotoFault::damaged;
  const auto lines = std::abs(std::int64_t{static_cast<std::int32_t>(*height)});
  const auto row = (std::uint64_t{*width} * *depth + 31) / 32 * 4;
  if (!is_old && reader.u32(46).value_or(0) > 256) return PhotoFault::damaged;  // colours
  const auto tables = table_bytes(reader, *head, *depth, *packing == with_masks);
  if (*pixels_at < 14 + std::uint64_t{*head} + tables ||
      row * static_cast<std::uint64_t>(lines) + *pixels_at > bytes.size())
    return PhotoFault::damaged;
  for (const auto known : {1U, 4U, 8U, 16U, 24U, 32U})
    if (*depth == known) return std::nullopt;
  return PhotoFault::damaged;
}

bool is_filled_in(const cv::Mat& bgra) {
  cv::Mat alpha;
  cv::extractChannel(bgra, alpha, 3);
  return cv::countNonZero(alpha) > 0;
}

}  // namespace

Result<RawPicture, PhotoFault> decode_bmp(std::string_view bytes) {
  if (const auto fault = fault_of_header(bytes)) return failure(*fault);
  const cv::Mat file(1, static_cast<int>(bytes.size()), CV_8U, const_cast<char*>(bytes.data()));
  const cv::Mat picture = cv::imdecode(file, cv::IMREAD_UNCHANGED);
  if (picture.empty() || picture.depth() != CV_8U) return failure(PhotoFault::damaged);
  if (picture.channels() == 4 && is_filled_in(picture)) return RawPicture{.bgr = on_white(picture)};
  cv::Mat bgr = picture;
  if (picture.channels() == 1) cv::cvtColor(picture, bgr, cv::COLOR_GRAY2BGR);
  if (picture.channels() == 4) cv::cvtColor(picture, bgr, cv::COLOR_BGRA2BGR);
  return RawPicture{.bgr = bgr};
}

}  // namespace pehchan

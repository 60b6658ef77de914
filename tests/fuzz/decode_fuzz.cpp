#include <cstdint>
#include <cstdlib>
#include <opencv2/core.hpp>
#include <vector>

#include "photo/colour.h"
#include "photo/decode.h"
#include "photo/header.h"

namespace {

void expect(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

/// Whatever the bytes are: a picture of 8 bit BGR whose size the header foretold, or a fault of the file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::vector<char> exact(data, data + size);
  const std::string_view bytes(exact.data(), exact.size());
  const auto picture = pehchan::decode_photo(bytes, size % 2 == 0 ? 0 : 100);
  if (!picture) {
    expect(picture.error() >= pehchan::PhotoFault::too_large && picture.error() <= pehchan::PhotoFault::too_small);
    pehchan::decode_roughly(bytes);
    return 0;
  }
  const cv::Mat& pixels = picture->pixels;
  expect(pixels.type() == CV_8UC3 && !pixels.empty());
  const auto header = pehchan::read_header(bytes);
  expect(header.has_value());
  const auto by = static_cast<unsigned>(picture->reduced);
  if (header->format != pehchan::PictureFormat::heic)  // which may cut its picture itself
    expect(pixels.total() == std::size_t{(header->width + by - 1) / by} * ((header->height + by - 1) / by));
  cv::Mat corner = pixels(cv::Rect(0, 0, 1, 1)).clone();
  pehchan::to_srgb(corner, picture->icc);
  return 0;
}

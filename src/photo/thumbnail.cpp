#include "photo/thumbnail.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

#include "photo/decode.h"
#include "photo/jpeg.h"
#include "photo/open.h"

namespace pehchan {

std::optional<std::string> thumbnail(const std::filesystem::path& photos_root, const std::string& relative_name) try {
  constexpr double side = 96;
  constexpr int quality = 80;
  const auto bytes = open_photo(photos_root, relative_name);
  if (!bytes) return std::nullopt;
  cv::Mat small = decode_roughly(*bytes);
  if (small.empty()) return std::nullopt;
  const double scale = side / std::max(small.cols, small.rows);
  if (scale < 1) {
    const cv::Size size(std::max(1, static_cast<int>(small.cols * scale)),
                        std::max(1, static_cast<int>(small.rows * scale)));
    cv::resize(small, small, size, 0, 0, cv::INTER_AREA);
  }
  return encode_jpeg(small, quality);
} catch (const std::exception&) {
  return std::nullopt;
}

}  // namespace pehchan

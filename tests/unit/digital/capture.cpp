#include "unit/digital/capture.h"

#include <ZXing/DecodeHints.h>
#include <ZXing/ReadBarcode.h>
#include <ZXing/Result.h>

#include <cmath>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <random>

namespace pehchan {
namespace {

/// The table's grey, and how much of it is around the card.
constexpr double table = 96, around = 0.12;

using Points = std::vector<cv::Point2f>;

/// The card's corners in the capture: turned about its middle, the far edge shorter.
Points corners(const cv::Size2d& card, const Capture& how) {
  const double radians = how.turn * CV_PI / 180;
  Points points;
  for (const auto& [right, down] : {std::pair{-0.5, -0.5}, {0.5, -0.5}, {0.5, 0.5}, {-0.5, 0.5}}) {
    const double x = right * card.width * (down < 0 ? 1 - how.tilt : 1), y = down * card.height * (1 - how.tilt / 2);
    points.emplace_back(static_cast<float>(x * std::cos(radians) - y * std::sin(radians)),
                        static_cast<float>(x * std::sin(radians) + y * std::cos(radians)));
  }
  return points;
}

cv::Mat lit(cv::Mat picture, const Capture& how) {
  const cv::Point2d lamp(0.45 * picture.cols, 0.4 * picture.rows);
  const double spread = 0.18 * picture.cols;
  for (int y = 0; y < picture.rows; ++y)
    for (int x = 0; x < picture.cols; ++x) {
      const double across = (static_cast<double>(x) / picture.cols + static_cast<double>(y) / picture.rows) / 2;
      const double shine =
          how.glare * std::exp(-(std::pow(x - lamp.x, 2) + std::pow(y - lamp.y, 2)) / (2 * spread * spread));
      auto& value = picture.at<float>(y, x);
      value = static_cast<float>(value * (1 - across * (1 - how.light)) * (1 - shine) + 255 * shine);
    }
  return picture;
}

}  // namespace

Capture capture_of(int card, int which) {
  std::mt19937 dice(static_cast<unsigned>(1000 * card + which));
  const auto upto = [&](double least, double most) {
    return least + (most - least) * static_cast<double>(dice()) / static_cast<double>(std::mt19937::max());
  };
  return {.px_a_module = 2.5 + 3.5 * which / (captures_a_card - 1),
          .blur = upto(0.3, 0.7),
          .tilt = upto(0, 0.15),
          .turn = upto(-20, 20),
          .noise = upto(2, 9),
          .light = upto(0.45, 1),
          .glare = upto(0, 0.45),
          .jpeg = static_cast<int>(upto(60, 92))};
}

cv::Mat captured(const RgbPicture& card, double px_a_module, const Capture& how, unsigned seed) {
  const cv::Mat rgb(card.height, card.width, CV_8UC3, const_cast<unsigned char*>(card.pixels.data()));
  cv::Mat grey;
  cv::cvtColor(rgb, grey, cv::COLOR_RGB2GRAY);
  const double scale = how.px_a_module / px_a_module;
  cv::Mat sharp;
  cv::resize(grey, sharp, {}, scale, scale, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
  sharp.convertTo(sharp, CV_32F);
  const Points from{{0, 0},
                    {static_cast<float>(sharp.cols), 0},
                    {static_cast<float>(sharp.cols), static_cast<float>(sharp.rows)},
                    {0, static_cast<float>(sharp.rows)}};
  Points to = corners(sharp.size(), how);
  const cv::Rect2f box = cv::boundingRect(to);
  const float margin = static_cast<float>(around) * box.width;
  for (cv::Point2f& point : to) point -= cv::Point2f(box.x - margin, box.y - margin);
  const cv::Size size(static_cast<int>(box.width + 2 * margin), static_cast<int>(box.height + 2 * margin));
  cv::Mat seen;
  cv::warpPerspective(sharp, seen, cv::getPerspectiveTransform(from, to), size, cv::INTER_LINEAR, cv::BORDER_CONSTANT,
                      cv::Scalar(table));
  cv::GaussianBlur(seen, seen, {}, how.blur);
  seen = lit(std::move(seen), how);
  cv::RNG rng(seed);
  cv::Mat noise(seen.size(), CV_32F);
  rng.fill(noise, cv::RNG::NORMAL, 0, how.noise);
  seen += noise;
  seen.convertTo(seen, CV_8U);
  std::vector<unsigned char> jpeg;
  cv::imencode(".jpg", seen, jpeg, {cv::IMWRITE_JPEG_QUALITY, how.jpeg});
  return cv::imdecode(jpeg, cv::IMREAD_GRAYSCALE);
}

std::string read_anywhere(const cv::Mat& grey) {
  const ZXing::ImageView view(grey.data, grey.cols, grey.rows, ZXing::ImageFormat::Lum, static_cast<int>(grey.step));
  ZXing::DecodeHints hints;
  hints.setFormats(ZXing::BarcodeFormat::QRCode).setTryHarder(true).setTryRotate(true);
  const auto result = ZXing::ReadBarcode(view, hints);
  return result.isValid() ? result.text() : std::string();
}

}  // namespace pehchan

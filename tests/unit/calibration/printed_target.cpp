#include "calibration/printed_target.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <tuple>

#include "base/file.h"
#include "print/read_back.h"
#include "print/target_page.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {

constexpr double page_dpi = 400;

/// Of places in mm as places in px, where a pixel's middle is at whole numbers.
cv::Matx33d in_px(double dpi) {
  const double px = dpi / 25.4;
  return {px, 0, -0.5, 0, px, -0.5, 0, 0, 1};
}

cv::Matx33d matrix_of(const PaperMap& m) { return {m[0], m[2], m[4], m[1], m[3], m[5], 0, 0, 1}; }

/// Where the sheet lies in the scan, mm.
cv::Matx33d lying(const Size& paper, const Scan& scan, const cv::Size2d& whole) {
  const double a = scan.turned * CV_PI / 180, x = paper.width.value / 2, y = paper.height.value / 2;
  const cv::Matx33d to_middle{1, 0, -x, 0, 1, -y, 0, 0, 1},
      back{1, 0, whole.width / 2, 0, 1, whole.height / 2, 0, 0, 1};
  const cv::Matx33d turn{std::cos(a), -std::sin(a), 0, std::sin(a), std::cos(a), 0, 0, 0, 1};
  const cv::Matx33d slant{1, 0, 0, 0, 1, 0, 0, scan.slant / paper.height.value, 1};
  return back * slant * turn * to_middle;
}

/// As a lens draws it that bends straight lines.
void bend(cv::Mat& picture, double lens, double dark) {
  cv::Mat x(picture.size(), CV_32F), y(picture.size(), CV_32F), bent;
  const double half_width = picture.cols / 2.0, half_height = picture.rows / 2.0;
  const double corner = half_width * half_width + half_height * half_height;
  for (int row = 0; row < picture.rows; ++row)
    for (int column = 0; column < picture.cols; ++column) {
      const double dx = column - half_width, dy = row - half_height;
      const double out = 1 + lens * (dx * dx + dy * dy) / corner;
      x.at<float>(row, column) = static_cast<float>(half_width + dx * out);
      y.at<float>(row, column) = static_cast<float>(half_height + dy * out);
    }
  cv::remap(picture, bent, x, y, cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar(dark));
  picture = bent;
}

}  // namespace

cv::Mat drawn_page(const std::filesystem::path& pdf, std::size_t page) {
  const std::string bytes = read_file(pdf, 100'000'000);
  const PageImage image = PdfReader(bytes, pdf.string()).render(page, page_dpi);
  cv::Mat grey(image.height, image.width, CV_8U);
  std::copy(image.grey.begin(), image.grey.end(), grey.begin<unsigned char>());
  return grey;
}

const cv::Mat& drawn_target(const Size& paper, CardSide side) {
  static std::map<std::tuple<double, double, CardSide>, cv::Mat> drawn;
  cv::Mat& page = drawn[{paper.width.value, paper.height.value, side}];
  if (page.empty()) {
    const ScratchFolder folder;
    paint_target(calibration_target(paper), 2, FontSet(), folder / "target.pdf");
    page = drawn_page(folder / "target.pdf", side == CardSide::front ? 0 : 1);
  }
  return page;
}

cv::Mat printed(const cv::Mat& page, const Size& paper, const Misalignment& error) {
  const cv::Matx33d px = in_px(page_dpi), moved = px * matrix_of(map_of(error, paper)) * px.inv();
  cv::Mat sheet;
  cv::warpPerspective(page, sheet, moved, page.size(), cv::INTER_CUBIC, cv::BORDER_CONSTANT, cv::Scalar(255));
  return sheet;
}

GreyPicture scanned(const cv::Mat& sheet, const Size& paper, const Scan& scan) {
  const double around = 2 * scan.ground.value;
  const cv::Size2d whole(paper.width.value + around, paper.height.value + around);
  const cv::Matx33d fine = in_px(page_dpi), to_scan = in_px(page_dpi) * lying(paper, scan, whole) * fine.inv();
  const auto px = [](double mm, double dpi) { return static_cast<int>(std::lround(mm * dpi / 25.4)); };
  cv::Mat toned, picture;
  sheet.convertTo(toned, CV_8U, (scan.paper - 30) / 255.0, 30);
  cv::warpPerspective(toned, picture, to_scan, {px(whole.width, page_dpi), px(whole.height, page_dpi)}, cv::INTER_CUBIC,
                      cv::BORDER_CONSTANT, cv::Scalar(scan.dark));
  cv::resize(picture, picture, {px(whole.width, scan.dpi), px(whole.height, scan.dpi)}, 0, 0, cv::INTER_AREA);
  if (scan.lens > 0) bend(picture, scan.lens, scan.dark);
  if (scan.blur > 0) cv::GaussianBlur(picture, picture, {}, scan.blur);
  cv::Mat noise(picture.size(), CV_16S), noisy;
  cv::RNG(7).fill(noise, cv::RNG::NORMAL, 0, scan.noise);
  picture.convertTo(noisy, CV_16S);
  cv::Mat(noisy + noise).convertTo(picture, CV_8U);
  for (int i = 0; i < scan.quarters; ++i) cv::rotate(picture, picture, cv::ROTATE_90_CLOCKWISE);
  if (scan.jpeg > 0) {
    std::vector<unsigned char> bytes;
    cv::imencode(".jpg", picture, bytes, {cv::IMWRITE_JPEG_QUALITY, scan.jpeg});
    picture = cv::imdecode(bytes, cv::IMREAD_GRAYSCALE);
  }
  return {.width = picture.cols,
          .height = picture.rows,
          .pixels = {picture.begin<unsigned char>(), picture.end<unsigned char>()}};
}

Mm difference(const Misalignment& a, const Misalignment& b, const Size& paper) {
  Mm worst{0};
  for (const Point& mark : calibration_target(paper).marks) {
    const Point p = mapped(map_of(a, paper), mark), q = mapped(map_of(b, paper), mark);
    worst = std::max(worst, Mm{std::hypot((p.x - q.x).value, (p.y - q.y).value)});
  }
  return worst;
}

}  // namespace pehchan

#include "calibration/fit.h"

#include <algorithm>
#include <cmath>

namespace pehchan {

Fit fit_marks(std::span<const SeenMark> marks) {
  const int count = static_cast<int>(marks.size());
  cv::Mat nominal(count, 3, CV_64F), seen(count, 2, CV_64F), solved;
  for (int i = 0; i < count; ++i) {
    const SeenMark& mark = marks[static_cast<std::size_t>(i)];
    nominal.at<double>(i, 0) = mark.nominal.x.value;
    nominal.at<double>(i, 1) = mark.nominal.y.value;
    nominal.at<double>(i, 2) = 1;
    seen.at<double>(i, 0) = mark.seen.x.value;
    seen.at<double>(i, 1) = mark.seen.y.value;
  }
  cv::solve(nominal, seen, solved, cv::DECOMP_SVD);
  Fit fit{.map = {}, .worst = {}};
  for (int row = 0; row < 3; ++row)
    for (int column = 0; column < 2; ++column)
      fit.map[static_cast<std::size_t>(2 * row + column)] = solved.at<double>(row, column);
  for (const SeenMark& mark : marks) {
    const Point p = mapped(fit.map, mark.nominal);
    fit.worst = std::max(fit.worst, Mm{std::hypot((p.x - mark.seen.x).value, (p.y - mark.seen.y).value)});
  }
  return fit;
}

}  // namespace pehchan

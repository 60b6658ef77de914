#include "calibration/measure_scan.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <optional>
#include <vector>

#include "base/run_error.h"
#include "calibration/find_marks.h"
#include "calibration/find_sheet.h"
#include "calibration/fit.h"

namespace pehchan {
namespace {

constexpr double most_px_per_mm = 14;  ///< finer scans are made coarser first
constexpr double least_px_per_mm = 3.5;
constexpr double same_picture = 0.015;  ///< of a picture without ground: its proportions must be the paper's
constexpr double same_outline = 0.01;   ///< of a sheet's outline seen from straight above
constexpr Mm most_bent{0.5};

[[noreturn]] void refuse(const std::string& what, const char* advice) {
  throw RunError(ExitCode::bad_input, what, advice);
}

/// Turned by quarters: which corner of the picture's sheet is the paper's top left one.
std::array<cv::Point2f, 4> corners_from(const FoundSheet& sheet, std::size_t first) {
  std::array<cv::Point2f, 4> corners;
  for (std::size_t i = 0; i < 4; ++i) corners[i] = cv::Point2f(sheet.corners[(first + i) % 4]);
  return corners;
}

double length(const cv::Point2f& a, const cv::Point2f& b) { return cv::norm(a - b); }

Point through(const cv::Mat& homography, const cv::Point2d& p) {
  const auto at = [&](int row, int column) { return homography.at<double>(row, column); };
  const double w = at(2, 0) * p.x + at(2, 1) * p.y + at(2, 2);
  return {{(at(0, 0) * p.x + at(0, 1) * p.y + at(0, 2)) / w}, {(at(1, 0) * p.x + at(1, 1) * p.y + at(1, 2)) / w}};
}

double distance(const Point& a, const Point& b) { return std::hypot((a.x - b.x).value, (a.y - b.y).value); }

/// One way that the sheet may lie in the picture.
class Attempt {
 public:
  Attempt(const cv::Mat& grey, const CalibrationTarget& target, const std::array<cv::Point2f, 4>& corners)
      : grey_(grey), target_(target) {
    const auto w = static_cast<float>(target.paper.width.value), h = static_cast<float>(target.paper.height.value);
    const std::array<cv::Point2f, 4> paper{{{0, 0}, {w, 0}, {w, h}, {0, h}}};
    to_paper_ = cv::getPerspectiveTransform(corners.data(), paper.data());
    to_picture_ = cv::getPerspectiveTransform(paper.data(), corners.data());
  }

  /// The target's marks among these; nothing unless each is there and the spots are where they should be.
  std::optional<MeasuredSide> measure(const std::vector<cv::Point2d>& found) const {
    std::vector<SeenMark> marks;
    for (const Point& nominal : target_.marks)
      if (const auto seen = nearest(found, nominal)) marks.push_back({nominal, *seen});
    if (marks.size() != target_.marks.size()) return {};
    const Fit fit = fit_marks(marks);
    const bool first = has_spot(fit.map, target_.spots[0]), second = has_spot(fit.map, target_.spots[1]);
    if (!first) return {};
    return MeasuredSide{.side = second ? CardSide::back : CardSide::front,
                        .error = misalignment_of(fit.map, target_.paper),
                        .worst = fit.worst,
                        .has_seen_edges = true,
                        .px_per_mm = 0};
  }

 private:
  std::optional<Point> nearest(const std::vector<cv::Point2d>& found, const Point& nominal) const {
    const double reach = std::min(20.0, std::min(target_.across(), target_.down()).value / 3);
    std::optional<Point> best;
    for (const cv::Point2d& mark : found) {
      const Point p = through(to_paper_, mark);
      if (distance(p, nominal) < (best ? distance(*best, nominal) : reach)) best = p;
    }
    return best;
  }

  /// Darker than half way from the paper below it to the dot of the top left mark.
  bool has_spot(const PaperMap& map, const Point& nominal) const {
    const auto brightness = [&](const Point& p) {
      const Point at = mapped(map, p);
      const Point seen = through(to_picture_, {at.x.value, at.y.value});
      const cv::Point2f place(static_cast<float>(seen.x.value), static_cast<float>(seen.y.value));
      if (!cv::Rect2f(2, 2, static_cast<float>(grey_.cols - 4), static_cast<float>(grey_.rows - 4)).contains(place))
        return 255.0;
      cv::Mat patch;
      cv::getRectSubPix(grey_, {3, 3}, place, patch);
      return cv::mean(patch)[0];
    };
    const double white = brightness({nominal.x, nominal.y + target_.ring * 0.75});
    const double black = brightness(target_.marks[0]);
    return brightness(nominal) < (black + white) / 2;
  }

  const cv::Mat& grey_;
  const CalibrationTarget& target_;
  cv::Mat to_paper_, to_picture_;
};

/// How much longer a sheet's outline is than it is wide, or the other way round.
struct Shape {
  double proportion;
  double slant;  ///< how unequal opposite sides are: of a camera held aslant, which also shortens
};

Shape shape_of(const FoundSheet& sheet) {
  const auto c = corners_from(sheet, 0);
  const std::array sides{length(c[0], c[1]), length(c[1], c[2]), length(c[2], c[3]), length(c[3], c[0])};
  const double one = sides[0] + sides[2], other = sides[1] + sides[3];
  const auto unequal = [](double a, double b) { return std::max(a, b) / std::min(a, b) - 1; };
  return {std::max(one, other) / std::min(one, other),
          std::max(unequal(sides[0], sides[2]), unequal(sides[1], sides[3]))};
}

void refuse_other_shape(const FoundSheet& sheet, const CalibrationTarget& target) {
  const Shape seen = shape_of(sheet);
  const double w = target.paper.width.value, h = target.paper.height.value;
  const double paper = std::max(w, h) / std::min(w, h);
  if (std::abs(seen.proportion / paper - 1) <= (sheet.has_ground ? same_outline + seen.slant : same_picture)) return;
  if (sheet.has_ground)
    refuse(fmt::format("the sheet in the picture is no paper of {:g} × {:g} mm: its sides are as {:.3f} to 1, not as "
                       "{:.3f} to 1",
                       w, h, seen.proportion, paper),
           "Give the right --paper; take a photo from straight above.");
  refuse(fmt::format("the sheet's edges are not seen: the picture is neither cut to a paper of {:g} × {:g} mm nor is "
                     "there a dark ground around it",
                     w, h),
         "Lay a dark cloth or folder behind the sheet and scan again; or give the right --paper.");
}

/// Half the sheet's outline in the picture over half that of the paper.
double px_per_mm(const FoundSheet& sheet, const CalibrationTarget& target) {
  const auto corners = corners_from(sheet, 0);
  double around = 0;
  for (std::size_t i = 0; i < 4; ++i) around += length(corners[i], corners[(i + 1) % 4]);
  return around / 2 / (target.paper.width + target.paper.height).value;
}

}  // namespace

MeasuredSide measure_scan(const GreyPicture& picture, const CalibrationTarget& target) {
  cv::Mat grey(picture.height, picture.width, CV_8U, const_cast<unsigned char*>(picture.pixels.data()));
  FoundSheet sheet = find_sheet(grey);
  refuse_other_shape(sheet, target);
  double fineness = px_per_mm(sheet, target);
  if (fineness < least_px_per_mm)
    refuse(fmt::format("the picture is too coarse: {:.0f} dpi", fineness * 25.4), "Scan at 150 dpi or more.");
  if (fineness > most_px_per_mm) {
    const double shrunk = most_px_per_mm / fineness;
    cv::Mat smaller;
    cv::resize(grey, smaller, {}, shrunk, shrunk, cv::INTER_AREA);
    for (cv::Point2d& corner : sheet.corners)
      corner = (corner + cv::Point2d(0.5, 0.5)) * shrunk - cv::Point2d(0.5, 0.5);
    grey = smaller;
  }
  const auto marks = find_marks(grey, target.ring.value * std::min(fineness, most_px_per_mm));
  for (std::size_t first = 0; first < 4; ++first) {
    auto measured = Attempt(grey, target, corners_from(sheet, first)).measure(marks);
    if (!measured) continue;
    if (measured->worst > most_bent)
      refuse(fmt::format("the marks do not fit together: one is {:.1f} mm off", measured->worst.value),
             "Lay the sheet flat, and use a scanner; a photo from straight above and 50 cm away may do.");
    measured->has_seen_edges = sheet.has_ground;
    measured->px_per_mm = fineness;
    return *measured;
  }
  refuse(fmt::format("the target's {} rings are not all found in the picture", target.marks.size()),
         "Is it the printed target, sharp, not cut off, and of the paper that --paper says? Scan it again.");
}

}  // namespace pehchan

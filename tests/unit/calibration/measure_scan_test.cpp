#include "calibration/measure_scan.h"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include "base/run_error.h"
#include "calibration/printed_target.h"

namespace pehchan {
namespace {

const Size a4{{210}, {297}}, cr80{{85.6}, {53.98}};
const Misalignment much{
    .right = {2.4}, .down = {-3.1}, .scale_across = 1.006, .scale_down = 0.993, .turn_across = 0.55, .turn_down = 0.35};
const Misalignment little{.right = {-0.35},
                          .down = {0.2},
                          .scale_across = 0.9991,
                          .scale_down = 1.0012,
                          .turn_across = -0.08,
                          .turn_down = 0.05};
constexpr Mm exact{0.05};

MeasuredSide measured(const Size& paper, CardSide side, const Misalignment& error, const Scan& scan) {
  return measure_scan(scanned(printed(drawn_target(paper, side), paper, error), paper, scan),
                      calibration_target(paper));
}

void expect_exact(const MeasuredSide& seen, CardSide side, const Misalignment& error, const Size& paper,
                  Mm tolerance = exact) {
  EXPECT_EQ(seen.side, side);
  EXPECT_LE(difference(seen.error, error, paper).value, tolerance.value);
}

void expect_refused(const GreyPicture& picture, const Size& paper = a4) {
  try {
    measure_scan(picture, calibration_target(paper));
    ADD_FAILURE() << "it was measured";
  } catch (const RunError& error) {
    EXPECT_EQ(error.code, ExitCode::bad_input) << error.what();
    EXPECT_FALSE(error.advice.empty());
  }
}

TEST(MeasureScan, GivesBackTheDistortionOfEachSide) {
  for (const CardSide side : {CardSide::front, CardSide::back})
    for (const Misalignment& error : {Misalignment{}, little, much}) {
      const MeasuredSide seen = measured(a4, side, error, {});
      expect_exact(seen, side, error, a4);
      EXPECT_TRUE(seen.has_seen_edges);
      EXPECT_LT(seen.worst, exact);
    }
}

TEST(MeasureScan, NeedsNoFinerScanThan150Dpi) {
  expect_exact(measured(a4, CardSide::front, much, {.dpi = 150}), CardSide::front, much, a4);
}

TEST(MeasureScan, DoesNotMindHowTheSheetLies) {
  for (int quarters = 1; quarters < 4; ++quarters)
    expect_exact(measured(a4, CardSide::back, little, {.dpi = 200, .turned = -4, .quarters = quarters}), CardSide::back,
                 little, a4);
}

TEST(MeasureScan, TakesAPictureThatIsCutExactlyToTheSheet) {
  const MeasuredSide seen = measured(a4, CardSide::front, much, {.turned = 0, .ground = {0}});
  expect_exact(seen, CardSide::front, much, a4);
  EXPECT_FALSE(seen.has_seen_edges);
}

TEST(MeasureScan, SeesThroughACameraHeldAslant) {
  expect_exact(measured(a4, CardSide::front, much, {.dpi = 220, .turned = 3, .ground = {30}, .slant = 0.12}),
               CardSide::front, much, a4, 0.1_mm);
}

TEST(MeasureScan, TakesAPhotoThroughALensThatBendsALittle) {
  expect_exact(measured(a4, CardSide::front, little, {.dpi = 200, .ground = {40}, .slant = 0.04, .lens = 0.005}),
               CardSide::front, little, a4, 0.3_mm);
}

TEST(MeasureScan, MeasuresACardToo) {
  const Misalignment error{
      .right = {0.6}, .down = {-0.4}, .scale_across = 1.003, .scale_down = 1, .turn_across = 0.5, .turn_down = 0.5};
  expect_exact(measured(cr80, CardSide::front, error, {.ground = {8}}), CardSide::front, error, cr80);
}

TEST(MeasureScan, RefusesWhatDoesNotShowTheWholeTarget) {
  cv::Mat covered = drawn_target(a4, CardSide::front).clone();
  cv::rectangle(covered, {covered.cols - 500, 0, 500, 500}, cv::Scalar(255), cv::FILLED);
  expect_refused(scanned(covered, a4, {.dpi = 150}));
  expect_refused(scanned(cv::Mat(covered.size(), CV_8U, cv::Scalar(255)), a4, {.dpi = 150}));
  expect_refused(scanned(drawn_target(a4, CardSide::front), a4, {.dpi = 60}));
  GreyPicture cut = scanned(drawn_target(a4, CardSide::front), a4, {.dpi = 150});
  cut.height = cut.height / 2;
  cut.pixels.resize(static_cast<std::size_t>(cut.width) * static_cast<std::size_t>(cut.height));
  expect_refused(cut);
  expect_refused({.width = 300, .height = 300, .pixels = std::vector<unsigned char>(90'000, 128)});
}

TEST(MeasureScan, RefusesTheTargetOfAnotherPaper) {
  expect_refused(scanned(drawn_target(a4, CardSide::front), a4, {.dpi = 150}), {{297}, {420}});
  expect_refused(scanned(drawn_target(a4, CardSide::front), a4, {.dpi = 150}), {{215.9}, {279.4}});
}

}  // namespace
}  // namespace pehchan

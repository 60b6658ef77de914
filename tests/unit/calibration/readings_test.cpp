#include "calibration/readings.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/run_error.h"

namespace pehchan {
namespace {

const CalibrationTarget target = calibration_target({{210}, {297}});

/// What a clerk would read on a sheet that came out so: where the paper's middle lines cross the printed scales.
Readings read_on(const Misalignment& error) {
  const PaperMap map = map_of(error, target.paper);
  const auto crossing = [&](const EdgeScale& scale) {
    double low = -15, high = 15;
    for (int i = 0; i < 60; ++i) {
      const double at = (low + high) / 2;
      const Point p = mapped(map, scale.is_level ? Point{scale.zero.x + Mm{at}, scale.zero.y}
                                                 : Point{scale.zero.x, scale.zero.y + Mm{at}});
      const bool is_beyond = scale.is_level ? p.x > target.paper.width / 2 : p.y > target.paper.height / 2;
      (is_beyond ? high : low) = at;
    }
    return low;
  };
  const auto length = [&](std::size_t a, std::size_t b) {
    const Point p = mapped(map, target.marks[a]), q = mapped(map, target.marks[b]);
    return std::hypot((p.x - q.x).value, (p.y - q.y).value);
  };
  return {.a = crossing(target.scales[0]),
          .b = crossing(target.scales[1]),
          .c = crossing(target.scales[2]),
          .d = crossing(target.scales[3]),
          .e = length(0, 1),
          .f = length(0, 2)};
}

void expect_same(const Misalignment& a, const Misalignment& b) {
  EXPECT_NEAR(a.right.value, b.right.value, 1e-6);
  EXPECT_NEAR(a.down.value, b.down.value, 1e-6);
  EXPECT_NEAR(a.scale_across, b.scale_across, 1e-8);
  EXPECT_NEAR(a.scale_down, b.scale_down, 1e-8);
  EXPECT_NEAR(a.turn_across, b.turn_across, 1e-6);
  EXPECT_NEAR(a.turn_down, b.turn_down, 1e-6);
}

TEST(Readings, OfFourScalesAndTwoLengthsGiveTheWholeError) {
  for (const Misalignment& error : {Misalignment{}, Misalignment{.right = {2.4},
                                                    .down = {-3.1},
                                                    .scale_across = 1.006,
                                                    .scale_down = 0.993,
                                                    .turn_across = 0.55,
                                                    .turn_down = -0.35}})
    expect_same(misalignment_from(read_on(error), target), error);
}

TEST(Readings, WithoutLengthsTheSizeIsTakenForRight) {
  Readings read = read_on({.right = {1}, .down = {-1}});
  read.e.reset(), read.f.reset();
  expect_same(misalignment_from(read, target), {.right = {1}, .down = {-1}});
}

TEST(Readings, ThatCannotBeAreNamed) {
  const auto expect_refused = [](const Readings& read, const char* letter) {
    try {
      misalignment_from(read, target);
      ADD_FAILURE() << letter;
    } catch (const RunError& error) {
      EXPECT_EQ(std::string(error.what()).substr(0, 1), letter);
    }
  };
  expect_refused({.a = 16}, "A");
  expect_refused({.d = -20}, "D");
  expect_refused({.e = 18.2}, "E");
  expect_refused({.f = 300}, "F");
}

}  // namespace
}  // namespace pehchan

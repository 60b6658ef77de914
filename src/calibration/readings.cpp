#include "calibration/readings.h"

#include <fmt/format.h>

#include <cmath>

#include "base/run_error.h"

namespace pehchan {
namespace {

[[noreturn]] void refuse(const std::string& what) {
  throw RunError(ExitCode::bad_input, what, "Read the scale again; look whether another letter's reading was typed.");
}

double stretch(char letter, const std::optional<double>& read, Mm nominal) {
  const double scale = read.value_or(nominal.value) / nominal.value;
  if (std::abs(scale - 1) > 0.1)
    refuse(fmt::format("{} cannot be {:g} mm: it should be about {:.1f}", letter, *read, nominal.value));
  return scale;
}

void check(char letter, double read, int reach) {
  if (!(std::abs(read) <= reach)) refuse(fmt::format("{} cannot be {:g}: the scale ends at {}", letter, read, reach));
}

}  // namespace

Misalignment misalignment_from(const Readings& r, const CalibrationTarget& target) {
  const double read[] = {r.a, r.b, r.c, r.d};
  for (std::size_t i = 0; i < 4; ++i) check(target.scales[i].letter, read[i], target.scales[i].reach);
  const double across = stretch('E', r.e, target.across()), down = stretch('F', r.f, target.down());
  const Point middle{target.paper.width / 2, target.paper.height / 2};
  // Places from the middle: what is printed at (a, top) lies on the paper's upright middle line, and so on.
  const double top = (target.scales[0].zero.y - middle.y).value, bottom = (target.scales[1].zero.y - middle.y).value;
  const double left = (target.scales[2].zero.x - middle.x).value, right = (target.scales[3].zero.x - middle.x).value;
  // x' = m0 x + m2 y + to_right, y' = m1 x + m3 y + to_bottom: the turns are small, so that a few rounds do.
  double m0 = across, m1 = 0, m2 = 0, m3 = down;
  for (int round = 0; round < 6; ++round) {
    m2 = -m0 * (r.b - r.a) / (bottom - top);
    m1 = -m3 * (r.d - r.c) / (right - left);
    m0 = std::sqrt(across * across - m1 * m1);
    m3 = std::sqrt(down * down - m2 * m2);
  }
  const double to_right = -m0 * r.a - m2 * top, to_bottom = -m3 * r.c - m1 * left;
  const PaperMap map{m0,
                     m1,
                     m2,
                     m3,
                     middle.x.value + to_right - m0 * middle.x.value - m2 * middle.y.value,
                     middle.y.value + to_bottom - m1 * middle.x.value - m3 * middle.y.value};
  return misalignment_of(map, target.paper);
}

}  // namespace pehchan

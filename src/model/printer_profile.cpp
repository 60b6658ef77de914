#include "model/printer_profile.h"

#include <cmath>
#include <numbers>

namespace pehchan {
namespace {

constexpr double degree = std::numbers::pi / 180;

}  // namespace

Point mapped(const PaperMap& m, const Point& p) {
  return {{m[0] * p.x.value + m[2] * p.y.value + m[4]}, {m[1] * p.x.value + m[3] * p.y.value + m[5]}};
}

PaperMap inverse_of(const PaperMap& m) {
  const double d = m[0] * m[3] - m[1] * m[2];
  return {m[3] / d, -m[1] / d, -m[2] / d, m[0] / d, (m[2] * m[5] - m[3] * m[4]) / d, (m[1] * m[4] - m[0] * m[5]) / d};
}

bool is_within_limits(const Misalignment& e) {
  const auto near = [](double value, double middle, double most) { return std::abs(value - middle) <= most + 1e-9; };
  return near(e.right.value, 0, most_offset.value) && near(e.down.value, 0, most_offset.value) &&
         near(e.scale_across, 1, most_stretch) && near(e.scale_down, 1, most_stretch) &&
         near(e.turn_across, 0, most_turn) && near(e.turn_down, 0, most_turn);
}

PaperMap map_of(const Misalignment& e, const Size& paper) {
  const double across = e.turn_across * degree, down = e.turn_down * degree;
  PaperMap map{e.scale_across * std::cos(across),
               e.scale_across * std::sin(across),
               -e.scale_down * std::sin(down),
               e.scale_down * std::cos(down),
               0,
               0};
  const Point middle{paper.width / 2, paper.height / 2}, turned = mapped(map, middle);
  map[4] = (middle.x - turned.x + e.right).value;
  map[5] = (middle.y - turned.y + e.down).value;
  return map;
}

Misalignment misalignment_of(const PaperMap& m, const Size& paper) {
  const Point middle{paper.width / 2, paper.height / 2}, moved = mapped(m, middle);
  return {.right = moved.x - middle.x,
          .down = moved.y - middle.y,
          .scale_across = std::hypot(m[0], m[1]),
          .scale_down = std::hypot(m[2], m[3]),
          .turn_across = std::atan2(m[1], m[0]) / degree,
          .turn_down = std::atan2(-m[2], m[3]) / degree};
}

Misalignment PrinterProfile::side(CardSide side, Duplex printed) const {
  if (side == CardSide::front || printed == Duplex::none) return front;
  Misalignment error = back;
  if (printed != duplex) error.right = -error.right, error.down = -error.down;
  return error;
}

}  // namespace pehchan

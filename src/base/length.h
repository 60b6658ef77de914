#pragma once
#include <compare>

namespace pehchan {

/// A length on paper, kept in millimetres. Points and pixels appear only where a page is painted or rendered.
struct Mm {
  double value = 0;

  constexpr auto operator<=>(const Mm&) const = default;
  constexpr Mm operator-() const { return {-value}; }
  constexpr Mm& operator+=(Mm other) {
    value += other.value;
    return *this;
  }
  constexpr Mm& operator-=(Mm other) {
    value -= other.value;
    return *this;
  }
};

constexpr Mm operator+(Mm a, Mm b) { return {a.value + b.value}; }
constexpr Mm operator-(Mm a, Mm b) { return {a.value - b.value}; }
constexpr Mm operator*(Mm a, double f) { return {a.value * f}; }
constexpr Mm operator*(double f, Mm a) { return {a.value * f}; }
constexpr Mm operator/(Mm a, double f) { return {a.value / f}; }
constexpr double operator/(Mm a, Mm b) { return a.value / b.value; }

constexpr Mm operator""_mm(long double v) { return {static_cast<double>(v)}; }
constexpr Mm operator""_mm(unsigned long long v) { return {static_cast<double>(v)}; }

/// PostScript points, 72 to the inch.
constexpr double to_pt(Mm length) { return length.value * 72.0 / 25.4; }
constexpr Mm from_pt(double pt) { return {pt * 25.4 / 72.0}; }
/// Device pixels at `dpi`, not rounded.
constexpr double to_px(Mm length, double dpi) { return length.value * dpi / 25.4; }

}  // namespace pehchan

#include "print/black_ink.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace pehchan {
namespace {

using Rgb = std::array<double, 3>;

/// The operands when they are three numbers and nothing else.
std::optional<Rgb> three_numbers(const PdfOperation& operation) {
  Rgb numbers{};
  std::size_t count = 0;
  for (const PdfOperand& operand : operation.operands) {
    if (operand.kind != PdfOperand::Kind::number || count == 3) return std::nullopt;
    numbers.at(count++) = number_of(operand.text);
  }
  if (count < 3) return std::nullopt;
  return numbers;
}

bool names_rgb(const PdfOperation& operation) {
  return std::ranges::find(operation.operands, "/DeviceRGB", &PdfOperand::text) != operation.operands.end();
}

/// Small numbers would be written with an exponent, which a PDF has not got.
double rounded(double part) { return std::round(part * 1e4) / 1e4; }

double spread(double r, double g, double b) { return std::max({r, g, b}) - std::min({r, g, b}); }

}  // namespace

bool is_neutral(double r, double g, double b) { return spread(r, g, b) < 1.5 / 255; }

bool is_near_black(double r, double g, double b) {
  constexpr double darkest_quarter = 0.25, nearly_grey = 0.1;
  return std::max({r, g, b}) <= darkest_quarter && spread(r, g, b) <= nearly_grey;
}

bool is_dim_grey(double r, double g, double b) {
  constexpr double dimmest_half = 0.5, little_colour = 0.12;
  return brightness(r, g, b) < dimmest_half && spread(r, g, b) <= little_colour;
}

double brightness(double r, double g, double b) { return 0.299 * r + 0.587 * g + 0.114 * b; }

std::optional<std::string> BlackInk::instead_of(const PdfOperation& operation) {
  if (!blacks_.changes_any()) return std::nullopt;
  const std::string_view name = operation.name;
  if (name == "q") saved_.push_back(state_);
  if (name == "Q" && !saved_.empty()) state_ = saved_.back(), saved_.pop_back();
  if (name == "g" || name == "k") state_.is_fill_rgb = false;
  if (name == "G" || name == "K") state_.is_stroke_rgb = false;
  if (name == "cs" || name == "CS") return space_of(operation);
  return colour_of(operation);
}

std::optional<std::string> BlackInk::space_of(const PdfOperation& operation) {
  const bool is_fill = operation.name == "cs";
  bool& is_rgb = is_fill ? state_.is_fill_rgb : state_.is_stroke_rgb;
  is_rgb = names_rgb(operation);
  if (!is_rgb) return std::nullopt;
  return rgb({0, 0, 0}, is_fill);
}

std::optional<std::string> BlackInk::colour_of(const PdfOperation& operation) {
  const std::string_view name = operation.name;
  const bool is_fill = name == "rg" || name == "sc" || name == "scn";
  if (!is_fill && name != "RG" && name != "SC" && name != "SCN") return std::nullopt;
  bool& is_rgb = is_fill ? state_.is_fill_rgb : state_.is_stroke_rgb;
  is_rgb = is_rgb || name == "rg" || name == "RG";
  const auto colour = is_rgb ? three_numbers(operation) : std::nullopt;
  if (!colour) return std::nullopt;
  return rgb(*colour, is_fill);
}

std::string BlackInk::rgb(Rgb colour, bool is_fill) const {
  for (double& part : colour) part = rounded(part);
  auto [r, g, b] = colour;
  if (blacks_.is_near_black_black && is_near_black(r, g, b)) r = g = b = 0;
  if (blacks_.is_on_black_ink && is_neutral(r, g, b))
    return fmt::format("\n{:.4g} {}", rounded((r + g + b) / 3), is_fill ? "g" : "G");
  return fmt::format("\n{:.4g} {:.4g} {:.4g} {}", r, g, b, is_fill ? "rg" : "RG");
}

}  // namespace pehchan

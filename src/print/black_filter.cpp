#include "print/black_filter.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <utility>

namespace pehchan {
namespace {

using Rgb = std::array<double, 3>;

bool is_number(const QPDFTokenizer::Token& token) {
  return token.getType() == QPDFTokenizer::tt_integer || token.getType() == QPDFTokenizer::tt_real;
}

/// The operands when they are three numbers and nothing else.
std::optional<Rgb> three_numbers(const PdfOperation& operation) {
  Rgb numbers{};
  std::size_t count = 0;
  for (const QPDFTokenizer::Token& token : operation.before) {
    if (token.getType() == QPDFTokenizer::tt_space || token.getType() == QPDFTokenizer::tt_comment) continue;
    if (!is_number(token) || count == 3) return std::nullopt;
    numbers.at(count++) = std::strtod(token.getValue().c_str(), nullptr);
  }
  if (count < 3) return std::nullopt;
  return numbers;
}

bool names_rgb(const PdfOperation& operation) {
  return std::ranges::any_of(operation.before, [](const QPDFTokenizer::Token& token) {
    return token.getType() == QPDFTokenizer::tt_name && token.getValue() == "/DeviceRGB";
  });
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

void BlackFilter::handleToken(const QPDFTokenizer::Token& token) {
  const auto kind = token.getType();
  if (kind == QPDFTokenizer::tt_inline_image) {
    for (const QPDFTokenizer::Token& before : next_.before) write(before.getRawValue());
    next_ = {};
    return writeToken(token);
  }
  const std::string& value = token.getValue();
  if (kind != QPDFTokenizer::tt_word || value == "true" || value == "false" || value == "null")
    return next_.before.push_back(token);
  next_.name = value;
  take(std::exchange(next_, {}));
}

void BlackFilter::handleEOF() { write(next_.text()); }

void BlackFilter::take(const PdfOperation& operation) {
  const std::string& name = operation.name;
  if (name == "q") saved_.push_back(state_);
  if (name == "Q" && !saved_.empty()) state_ = saved_.back(), saved_.pop_back();
  if (name == "g" || name == "k") state_.is_fill_rgb = false;
  if (name == "G" || name == "K") state_.is_stroke_rgb = false;
  if (!choose_space(operation) && !put_colour(operation)) write(operation.text());
}

bool BlackFilter::choose_space(const PdfOperation& operation) {
  const bool is_fill = operation.name == "cs";
  if (!is_fill && operation.name != "CS") return false;
  bool& is_rgb = is_fill ? state_.is_fill_rgb : state_.is_stroke_rgb;
  is_rgb = names_rgb(operation);
  if (is_rgb) put_rgb({0, 0, 0}, is_fill);
  return is_rgb;
}

bool BlackFilter::put_colour(const PdfOperation& operation) {
  const std::string& name = operation.name;
  const bool is_fill = name == "rg" || name == "sc" || name == "scn";
  if (!is_fill && name != "RG" && name != "SC" && name != "SCN") return false;
  bool& is_rgb = is_fill ? state_.is_fill_rgb : state_.is_stroke_rgb;
  is_rgb = is_rgb || name == "rg" || name == "RG";
  const auto colour = is_rgb ? three_numbers(operation) : std::nullopt;
  if (colour) put_rgb(*colour, is_fill);
  return colour.has_value();
}

void BlackFilter::put_rgb(Rgb colour, bool is_fill) {
  for (double& part : colour) part = rounded(part);
  auto [r, g, b] = colour;
  if (blacks_.is_near_black_black && is_near_black(r, g, b)) r = g = b = 0;
  if (blacks_.is_on_black_ink && is_neutral(r, g, b))
    write(fmt::format("\n{:.4g} {}", rounded((r + g + b) / 3), is_fill ? "g" : "G"));
  else
    write(fmt::format("\n{:.4g} {:.4g} {:.4g} {}", r, g, b, is_fill ? "rg" : "RG"));
}

}  // namespace pehchan

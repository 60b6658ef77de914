#include "cli/typed_readings.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iostream>
#include <map>
#include <sstream>

namespace pehchan {
namespace {

/// "1.5", "+1.5", "-0,25"; nothing for what is no number.
std::optional<double> number_in(std::string text) {
  std::ranges::replace(text, ',', '.');
  if (text.starts_with('+')) text.erase(0, 1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return {};
  return number;
}

Readings readings_of(const std::map<char, double>& read) {
  const auto optional = [&](char letter) {
    return read.contains(letter) ? std::optional(read.at(letter)) : std::nullopt;
  };
  return {.a = read.at('A'),
          .b = read.at('B'),
          .c = read.at('C'),
          .d = read.at('D'),
          .e = optional('E'),
          .f = optional('F')};
}

}  // namespace

Readings typed_readings(const CommandLine& line, const std::string& option, const std::string& typed) {
  std::map<char, double> read;
  std::istringstream words(typed);
  for (std::string word; words >> word;) {
    if (word.ends_with(',')) word.pop_back();
    const auto number = word.size() > 2 && word[1] == '=' ? number_in(word.substr(2)) : std::nullopt;
    const char letter = static_cast<char>(word[0] & ~0x20);
    if (!number || letter < 'A' || letter > 'F' || read.contains(letter))
      refuse_usage(line, fmt::format("--{}: '{}' is no reading such as A=1.5, once for each letter", option, word));
    read[letter] = *number;
  }
  for (const char letter : {'A', 'B', 'C', 'D'})
    if (!read.contains(letter))
      refuse_usage(line, fmt::format("--{}: {} is missing: give A, B, C and D, and E and F if you measured them",
                                     option, letter));
  return readings_of(read);
}

Readings asked_readings(const CommandLine& line, const CalibrationTarget& target, const std::string& side) {
  fmt::print("{}\n", side);
  const auto ask = [&](char letter, const std::string& what, bool is_needed) -> std::optional<double> {
    for (;;) {
      fmt::print("  {} ({}): ", letter, what);
      std::fflush(stdout);
      std::string answer;
      if (!std::getline(std::cin, answer)) refuse_usage(line, "the readings end before they are all there");
      std::erase(answer, ' ');
      if (answer.empty() && !is_needed) return {};
      if (const auto number = number_in(answer)) return number;
      fmt::print("    a number, please, such as 1.5 or -0.25 · कृपया संख्या लिखें\n");
    }
  };
  Readings r;
  r.a = *ask('A', "top, + right · ऊपर, + दाएँ", true);
  r.b = *ask('B', "bottom, + right · नीचे, + दाएँ", true);
  r.c = *ask('C', "left, + down · बाएँ, + नीचे", true);
  r.d = *ask('D', "right, + down · दाएँ, + नीचे", true);
  r.e = ask('E', fmt::format("should be {:.1f}; Enter: not measured · नापा नहीं", target.across().value), false);
  r.f = ask('F', fmt::format("should be {:.1f}; Enter: not measured · नापा नहीं", target.down().value), false);
  return r;
}

}  // namespace pehchan

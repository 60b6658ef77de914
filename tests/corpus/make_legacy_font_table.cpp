// Writes src/roll/legacy_font_table.h from tests/corpus/legacy_font/latin_known.txt and hindi_known.txt.
// Usage: make_legacy_font_table FOLDER > src/roll/legacy_font_table.h
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <memory>
#include <string>

#include "roll/legacy_font.h"
#include "roll/utf8.h"
#include "support/legacy_typing.h"

namespace {
using namespace pehchan;

constexpr std::size_t blank = 0;
constexpr double steps_a_nat = 2;
constexpr int most_steps = 8;

bool is_small(std::size_t s) { return s >= 'a' - ' ' && s <= 'z' - ' '; }
bool is_capital(std::size_t s) { return s >= 'A' - ' ' && s <= 'Z' - ' '; }
std::size_t without_case(std::size_t s) { return is_capital(s) ? s + ('a' - 'A') : s; }

/// How often a symbol follows another, and how likely that makes it.
class Pairs {
 public:
  void add(std::size_t first, std::size_t second) {
    ++counts_[first][second];
    ++firsts_[first];
    ++seconds_[second];
    ++all_;
  }
  /// A pair never seen is as likely as its second symbol is anywhere, a symbol never seen as one in a thousand.
  double likelihood(std::size_t first, std::size_t second) const {
    constexpr double weight = 5, unseen = 0.001;
    const double anywhere = (seconds_[second] + all_ * unseen) / (all_ * (1 + unseen * legacy_symbols));
    return (counts_[first][second] + weight * anywhere) / (firsts_[first] + weight);
  }

 private:
  std::array<std::array<double, legacy_symbols>, legacy_symbols> counts_{};
  std::array<double, legacy_symbols> firsts_{}, seconds_{};
  double all_ = 0;
};

/// People write ram kumar, Ram Kumar and RAM KUMAR, and a capital after a small letter seldom.
double likelihood_of_case(std::size_t first, std::size_t second) {
  if (is_small(first)) return is_capital(second) ? 0.02 : 1;
  if (is_capital(first)) return is_capital(second) ? 0.3 : 0.7;
  return is_capital(second) ? 0.6 : is_small(second) ? 0.4 : 1;
}

template <class Change, class Symbol>
void count(const std::string& file, Pairs& pairs, Change changed, Symbol symbol) {
  std::ifstream in(file);
  for (std::string word; in >> word;) {
    const std::string text = changed(word);
    std::size_t before = blank;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t next = symbol(legacy_symbol(next_code_point(text, at)));
      pairs.add(before, next);
      before = next;
    }
    pairs.add(before, blank);
  }
}

}  // namespace

int main(int, char** arguments) {
  const std::string folder = arguments[1];
  const auto latin = std::make_unique<Pairs>(), legacy = std::make_unique<Pairs>();
  count(
      folder + "/latin_known.txt", *latin, [](auto& w) { return w; }, without_case);
  count(folder + "/hindi_known.txt", *legacy, in_kruti_dev, [](std::size_t s) { return s; });
  std::puts(
      "#pragma once\n\nnamespace pehchan {\n\n"
      "/// A row for each symbol, a letter for each that follows it: I where Kruti Dev and Latin are as likely, J, K … "
      "half a\n"
      "/// nat more for Kruti Dev each, H, G … for Latin. Made by tests/corpus/make_legacy_font_table.cpp.\n"
      "inline constexpr char legacy_font_even = 'I';\n"
      "inline constexpr const char* legacy_font_table[] = {");
  for (std::size_t first = 0; first < legacy_symbols; ++first) {
    std::string row;
    for (std::size_t second = 0; second < legacy_symbols; ++second) {
      const double for_latin =
          latin->likelihood(without_case(first), without_case(second)) * likelihood_of_case(first, second);
      const double steps = std::round(std::log(legacy->likelihood(first, second) / for_latin) * steps_a_nat);
      row += static_cast<char>('I' + std::clamp(static_cast<int>(steps), -most_steps, most_steps));
    }
    std::printf("    \"%s\",\n", row.c_str());
  }
  std::puts("};\n\n}  // namespace pehchan");
}

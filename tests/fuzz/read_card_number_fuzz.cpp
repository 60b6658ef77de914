#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "model/card_number.h"

namespace {

constexpr std::string_view signs = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

void expect(bool holds) {
  if (!holds) std::abort();
}

/// PREFIX-DISTRICT-RUNNING-CHECK, whatever was typed for it.
void check_shape(const std::string& number) {
  const auto first = number.find('-'), second = number.find('-', first + 1), third = number.find('-', second + 1);
  expect(third != std::string::npos && third + 2 == number.size());
  const std::string prefix = number.substr(0, first), district = number.substr(first + 1, second - first - 1),
                    running = number.substr(second + 1, third - second - 1);
  expect(pehchan::is_number_part(prefix) && pehchan::is_number_part(district));
  expect(running.size() >= 6 && running.find_first_not_of("0123456789") == std::string::npos);
  // The running number is not cut on its way through the program.
  if (running.size() == 6 || running.front() != '0')
    expect(pehchan::make_card_number(prefix, district, std::stoll(running)).text == number);
}

/// One wrong character, whichever and wherever.
void check_damage(const std::string& number) {
  for (std::size_t i = 0; i < number.size(); ++i) {
    std::string damaged = number;
    for (const char sign : signs) {
      if (sign == number[i]) continue;
      damaged[i] = sign;
      expect(!pehchan::read_card_number(damaged));
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  pehchan::has_valid_check(text);
  const auto read = pehchan::read_card_number(text);
  if (!read) return 0;
  const std::string& number = read->text;
  expect(pehchan::has_valid_check(number));
  expect(pehchan::read_card_number(number) == read);
  check_shape(number);
  check_damage(number);
  return 0;
}

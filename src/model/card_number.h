#pragma once
#include <compare>
#include <string>
#include <string_view>

namespace pehchan {

/// The number printed on a card: the member number with '/' as '-', then '-' and a check character that finds every
/// single mistyped character and every swap of two neighbours (ISO/IEC 7064 MOD 37,36, over letters and digits only).
struct CardNumber {
  std::string text;
  auto operator<=>(const CardNumber&) const = default;
};

/// `member_no` as read_roll leaves it: A-Z, 0-9, '-' and '/', at least one letter or digit.
CardNumber card_number_of(std::string_view member_no);

/// Whether the last character is the right check character for the rest. Any text may be asked about.
bool has_valid_check(std::string_view card_number);

/// ISO/IEC 7064 MOD 37,36 check character of the letters and digits in `text`; other characters are passed over.
char check_character(std::string_view text);

}  // namespace pehchan

#pragma once
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace pehchan {

/// The number printed on a card: PREFIX-DISTRICT-RUNNING-CHECK, such as PCN-014-000123-7. The prefix is the
/// organisation's, the district's code comes from the ledger (or the list of places), the running number counts the
/// district's cards and is never given twice, not even after a card is void. The check character finds every single
/// mistyped character and every swap of two neighbours (ISO/IEC 7064 MOD 37,36, over letters and digits only): the one
/// system of that standard with a check character from the same 36 signs, so that the number stays typeable.
struct CardNumber {
  std::string text;
  auto operator<=>(const CardNumber&) const = default;
};

/// Prefix and district code: 1 to 8 of A-Z and 0-9 each. `running` is written with at least six digits.
CardNumber make_card_number(std::string_view prefix, std::string_view district_code, long long running);

/// Whether `text` may be a prefix or a district code.
bool is_number_part(std::string_view text);

/// What somebody typed or scanned as a card number is put right as far as that is certain (blanks dropped, capitals,
/// dashes of any kind as '-'); nothing when its shape or its check character is wrong. Any text may be asked about.
std::optional<CardNumber> read_card_number(std::string_view text);

/// Whether the last character is the right check character for the rest. Any text may be asked about.
bool has_valid_check(std::string_view card_number);

/// ISO/IEC 7064 MOD 37,36 check character of the letters and digits in `text`; other characters are passed over.
char check_character(std::string_view text);

}  // namespace pehchan

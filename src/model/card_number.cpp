#include "model/card_number.h"

#include <algorithm>

namespace pehchan {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr int modulus = 36;

}  // namespace

char check_character(std::string_view text) {
  // The hybrid system of ISO/IEC 7064 clause 9: P starts at M, then P = ((P + a) mod M, M for 0) * 2 mod (M + 1).
  int p = modulus;
  for (const char c : text) {
    const auto value = alphabet.find(c);
    if (value == std::string_view::npos) continue;
    int sum = (p + static_cast<int>(value)) % modulus;
    if (sum == 0) sum = modulus;
    p = sum * 2 % (modulus + 1);
  }
  return alphabet[static_cast<std::size_t>((modulus + 1 - p) % modulus)];
}

CardNumber card_number_of(std::string_view member_no) {
  std::string text(member_no);
  std::replace(text.begin(), text.end(), '/', '-');
  const char check = check_character(text);
  text += '-';
  text += check;
  return {text};
}

bool has_valid_check(std::string_view card_number) {
  if (card_number.size() < 2 || alphabet.find(card_number.back()) == std::string_view::npos) return false;
  return check_character(card_number.substr(0, card_number.size() - 1)) == card_number.back();
}

}  // namespace pehchan

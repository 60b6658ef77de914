#include "model/card_number.h"

#include <algorithm>

namespace pehchan {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr int modulus = 36;
constexpr std::size_t running_digits = 6, longest_part = 8;

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

CardNumber make_card_number(std::string_view prefix, std::string_view district_code, long long running) {
  std::string number = std::to_string(running);
  if (number.size() < running_digits) number.insert(0, running_digits - number.size(), '0');
  std::string text;
  text.append(prefix).append("-").append(district_code).append("-").append(number);
  const char check = check_character(text);
  return {text + "-" + check};
}

bool is_number_part(std::string_view text) {
  return !text.empty() && text.size() <= longest_part &&
         std::all_of(text.begin(), text.end(), [](char c) { return alphabet.find(c) != std::string_view::npos; });
}

std::optional<CardNumber> read_card_number(std::string_view text) {
  constexpr std::size_t longest = 64;
  if (text.size() > longest) return std::nullopt;
  std::string tidy;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == ' ' || c == '\t') continue;
    if (text.substr(i).starts_with("\xE2\x80") && i + 2 < text.size() && text[i + 2] >= '\x90' &&
        text[i + 2] <= '\x95') {
      tidy += '-';  // U+2010 to U+2015
      i += 2;
    } else {
      tidy += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
  }
  std::string_view rest = tidy;
  const auto part = [&] {
    const auto end = rest.find('-');
    const auto found = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    return found;
  };
  const auto prefix = part(), district = part(), running = part(), check = part();
  const bool is_counted = running.size() >= running_digits && running.size() <= 18 &&
                          std::all_of(running.begin(), running.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!is_number_part(prefix) || !is_number_part(district) || !is_counted || check.size() != 1 || !rest.empty() ||
      !has_valid_check(tidy))
    return std::nullopt;
  return CardNumber{tidy};
}

bool has_valid_check(std::string_view card_number) {
  if (card_number.size() < 2 || alphabet.find(card_number.back()) == std::string_view::npos) return false;
  return check_character(card_number.substr(0, card_number.size() - 1)) == card_number.back();
}

}  // namespace pehchan

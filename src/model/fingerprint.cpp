#include "model/fingerprint.h"

#include <bit>
#include <charconv>

namespace pehchan {
namespace {

constexpr std::size_t digits_a_word = 16;

}  // namespace

int distance(const Fingerprint& a, const Fingerprint& b) {
  int bits = 0;
  for (std::size_t i = 0; i < a.words.size(); ++i) bits += std::popcount(a.words[i] ^ b.words[i]);
  return bits;
}

std::string hex_of(const Fingerprint& print) {
  std::string hex;
  for (const std::uint64_t word : print.words)
    for (int shift = 60; shift >= 0; shift -= 4) hex += "0123456789abcdef"[word >> shift & 15];
  return hex;
}

std::optional<Fingerprint> fingerprint_of_hex(std::string_view hex) {
  Fingerprint print;
  if (hex.size() != digits_a_word * print.words.size()) return std::nullopt;
  if (hex.find_first_not_of("0123456789abcdef") != std::string_view::npos) return std::nullopt;
  const char* at = hex.data();
  for (std::uint64_t& word : print.words) {
    std::from_chars(at, at + digits_a_word, word, 16);
    at += digits_a_word;
  }
  return print;
}

}  // namespace pehchan

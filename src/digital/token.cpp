#include "digital/token.h"

#include <sys/random.h>

#include <algorithm>
#include <array>

#include "base/run_error.h"

namespace pehchan {
namespace {

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::size_t token_bits = 128, token_length = 22;

std::string drawn_token() {
  std::array<unsigned char, token_bits / 8> bytes{};
  if (::getentropy(bytes.data(), bytes.size()) != 0)
    throw RunError(ExitCode::internal, "the system gives no random numbers");
  std::string token;
  for (std::size_t bit = 0; bit < token_bits; bit += 6) {
    const unsigned high = bytes[bit / 8], low = bit / 8 + 1 < bytes.size() ? bytes[bit / 8 + 1] : 0U;
    token += letters[(high << 8 | low) >> (10 - bit % 8) & 63];
  }
  return token;
}

}  // namespace

std::string new_token() {
  std::string token;
  do token = drawn_token();
  while (token.starts_with('-') || token.starts_with('_'));
  return token;
}

bool is_token(std::string_view text) {
  return text.size() == token_length &&
         std::ranges::all_of(text, [](char c) { return letters.find(c) != std::string_view::npos; });
}

}  // namespace pehchan

#include "credential/base45.h"

namespace pehchan {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
constexpr unsigned base = 45;

unsigned byte_at(std::string_view bytes, std::size_t index) { return static_cast<unsigned char>(bytes[index]); }

}  // namespace

std::string to_base45(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() / 2 * 3 + 2);
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    const bool is_pair = at + 1 < bytes.size();
    unsigned value = is_pair ? byte_at(bytes, at) << 8 | byte_at(bytes, at + 1) : byte_at(bytes, at);
    for (int i = 0; i < (is_pair ? 3 : 2); ++i, value /= base) text += alphabet[value % base];
  }
  return text;
}

std::optional<std::string> from_base45(std::string_view text) {
  if (text.size() % 3 == 1) return std::nullopt;
  std::string bytes;
  bytes.reserve(text.size() / 3 * 2 + 1);
  for (; !text.empty(); text.remove_prefix(text.size() < 3 ? 2 : 3)) {
    const std::string_view group = text.substr(0, 3);
    std::size_t value = 0;
    for (std::size_t i = group.size(); i-- > 0;) {
      const std::size_t digit = alphabet.find(group[i]);
      if (digit == std::string_view::npos) return std::nullopt;
      value = value * base + digit;
    }
    if (value > (group.size() == 3 ? 0xFFFFU : 0xFFU)) return std::nullopt;
    if (group.size() == 3) bytes += static_cast<char>(value >> 8);
    bytes += static_cast<char>(value & 0xFF);
  }
  return bytes;
}

}  // namespace pehchan

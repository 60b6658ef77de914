#include "credential/cbor_writer.h"

namespace pehchan {
namespace {

constexpr unsigned unsigned_integer = 0, negative_integer = 1, byte_string = 2, text_string = 3, array = 4, map = 5,
                   tag = 6;

std::string head(unsigned major, std::uint64_t number) {
  const auto first = [&](unsigned low) { return std::string(1, static_cast<char>(major << 5 | low)); };
  if (number < 24) return first(static_cast<unsigned>(number));
  const int width = number <= 0xFF ? 1 : number <= 0xFFFF ? 2 : number <= 0xFFFFFFFF ? 4 : 8;
  std::string bytes = first(width == 1 ? 24 : width == 2 ? 25 : width == 4 ? 26 : 27);
  for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift & 0xFF);
  return bytes;
}

}  // namespace

std::string cbor_integer(std::int64_t value) {
  return value >= 0 ? head(unsigned_integer, static_cast<std::uint64_t>(value))
                    : head(negative_integer, ~static_cast<std::uint64_t>(value));
}

std::string cbor_bytes(std::string_view bytes) { return head(byte_string, bytes.size()).append(bytes); }

std::string cbor_text(std::string_view utf8) { return head(text_string, utf8.size()).append(utf8); }

std::string cbor_array(std::span<const std::string> items) {
  std::string bytes = head(array, items.size());
  for (const std::string& item : items) bytes += item;
  return bytes;
}

std::string cbor_tag(std::uint64_t number, std::string_view item) { return head(tag, number).append(item); }

std::string CborMap::encoded() const {
  std::string bytes = head(map, entries_.size());
  for (const auto& [key, value] : entries_) bytes += key + value;
  return bytes;
}

}  // namespace pehchan

#include "credential/cbor_reader.h"

#include <algorithm>

#include "credential/utf8.h"

namespace pehchan {
namespace {

using Kind = CborValue::Kind;

class CborReader {
 public:
  CborReader(std::string_view bytes, KeyOrder order) : rest_(bytes), order_(order) {}

  bool read(CborValue& value, std::size_t depth);
  bool is_at_end() const { return rest_.empty(); }
  const char* why() const { return why_; }
  bool refuse(const char* why) {
    why_ = why;
    return false;
  }

 private:
  bool read_number(unsigned low, std::uint64_t& number);
  bool read_content(CborValue& value);
  bool read_items(CborValue& value, std::size_t depth);
  bool read_map(CborValue& value, std::size_t depth);
  bool read_simple(CborValue& value, unsigned low);

  std::string_view rest_;
  KeyOrder order_;
  std::size_t items_ = 0;
  const char* why_ = "";
};

/// What follows an item's first byte: its number, or how long it is.
bool CborReader::read_number(unsigned low, std::uint64_t& number) {
  number = low;
  if (low < 24) return true;
  if (low == 31) return refuse("an item has no definite length");
  if (low > 27) return refuse("an item begins as none may");
  const std::size_t width = std::size_t{1} << (low - 24);
  if (rest_.size() < width) return refuse("it ends in the middle of an item");
  number = 0;
  for (const char c : rest_.substr(0, width)) number = number << 8 | static_cast<unsigned char>(c);
  rest_.remove_prefix(width);
  constexpr std::uint64_t least[] = {24, 0x100, 0x10000, 0x100000000};
  if (number < least[low - 24]) return refuse("a number is not in its shortest form");
  return true;
}

bool CborReader::read_content(CborValue& value) {
  if (value.number > rest_.size()) return refuse("it ends in the middle of an item");
  const auto length = static_cast<std::size_t>(value.number);
  value.content = rest_.substr(0, length);
  rest_.remove_prefix(length);
  if (value.is(Kind::text) && !is_utf8(value.content)) return refuse("a text is not UTF-8");
  return true;
}

bool CborReader::read_items(CborValue& value, std::size_t depth) {
  const std::uint64_t count = value.is(Kind::tag) ? 1 : value.number;
  for (std::uint64_t i = 0; i < count; ++i)
    if (!read(value.items.emplace_back(), depth + 1)) return false;
  return true;
}

bool CborReader::read_map(CborValue& value, std::size_t depth) {
  std::vector<std::string_view> keys;
  for (std::uint64_t i = 0; i < value.number; ++i) {
    const std::string_view before = rest_;
    if (!read(value.items.emplace_back(), depth + 1)) return false;
    keys.push_back(before.substr(0, before.size() - rest_.size()));
    if (!read(value.items.emplace_back(), depth + 1)) return false;
  }
  if (order_ == KeyOrder::ascending && !std::ranges::is_sorted(keys)) return refuse("a map's keys are not in order");
  std::ranges::sort(keys);
  if (std::ranges::adjacent_find(keys) != keys.end()) return refuse("a map has a key twice");
  return true;
}

bool CborReader::read_simple(CborValue& value, unsigned low) {
  constexpr unsigned falsehood = 20, truth = 21, nothing = 22;
  if (low != falsehood && low != truth && low != nothing)
    return refuse("it holds a simple value or a fraction, which no code of ours does");
  value.kind = low == nothing ? Kind::null : Kind::boolean;
  value.number = low == truth ? 1 : 0;
  return true;
}

bool CborReader::read(CborValue& value, std::size_t depth) {
  if (depth >= most_cbor_depth) return refuse("its items lie too deep in each other");
  if (++items_ > most_cbor_items) return refuse("it has too many items");
  if (rest_.empty()) return refuse("it ends in the middle of an item");
  const auto first = static_cast<unsigned char>(rest_.front());
  rest_.remove_prefix(1);
  constexpr Kind kinds[] = {
      Kind::unsigned_integer, Kind::negative_integer, Kind::bytes, Kind::text, Kind::array, Kind::map, Kind::tag};
  const unsigned major = first >> 5, low = first & 31;
  if (major == 7) return read_simple(value, low);
  value.kind = kinds[major];
  if (!read_number(low, value.number)) return false;
  switch (value.kind) {
    case Kind::bytes:
    case Kind::text:
      return read_content(value);
    case Kind::array:
    case Kind::tag:
      return read_items(value, depth);
    case Kind::map:
      return read_map(value, depth);
    default:
      return true;
  }
}

}  // namespace

Result<CborValue, const char*> read_cbor(std::string_view bytes, KeyOrder order) {
  CborReader reader(bytes, order);
  CborValue value;
  if (!reader.read(value, 0)) return failure(reader.why());
  if (!reader.is_at_end()) return failure("something follows the end");
  return value;
}

}  // namespace pehchan

#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace pehchan {

/// One item of CBOR that was read, looking into the bytes it was read from: they must outlive it.
struct CborValue {
  enum class Kind { unsigned_integer, negative_integer, bytes, text, array, map, tag, boolean, null };

  Kind kind = Kind::null;
  std::uint64_t number = 0;      ///< the integer (a negative one is -1 - number), the tag's number, or true as 1
  std::string_view content;      ///< of bytes and text
  std::vector<CborValue> items;  ///< of an array; a map's keys and values in turn; the one item of a tag

  bool is(Kind one) const { return kind == one; }
  /// Nothing for what is no integer, or one that does not fit.
  std::optional<std::int64_t> integer() const;
  /// The value of a map's key; null when there is none, or this is no map.
  const CborValue* find(std::int64_t key) const;
  const CborValue* find(std::string_view text_key) const;
};

}  // namespace pehchan

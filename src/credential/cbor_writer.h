#pragma once
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace pehchan {

/// Deterministic CBOR (RFC 8949 §4.2.1): the shortest width of every number and length, keys of a map in the bytewise
/// order of their encoding. Each function is one item's bytes.
std::string cbor_integer(std::int64_t value);
std::string cbor_bytes(std::string_view bytes);
/// `utf8` must be that.
std::string cbor_text(std::string_view utf8);
std::string cbor_array(std::span<const std::string> items);
std::string cbor_tag(std::uint64_t number, std::string_view item);

/// A map, whatever the order in which its entries are added.
class CborMap {
 public:
  /// Of encoded items; a key added again takes the new value.
  void add(const std::string& key, std::string value) { entries_.insert_or_assign(key, std::move(value)); }
  void add(std::int64_t key, std::string value) { add(cbor_integer(key), std::move(value)); }
  std::string encoded() const;

 private:
  std::map<std::string, std::string> entries_;  ///< std::string compares bytes as unsigned
};

}  // namespace pehchan

#pragma once
#include <cstddef>
#include <string_view>

#include "base/result.h"
#include "credential/cbor_value.h"

namespace pehchan {

/// How many items may lie in each other: a card's code needs six.
inline constexpr std::size_t most_cbor_depth = 8;
/// How many there may be: a code has about thirty, a set of a thousand keys eleven thousand.
inline constexpr std::size_t most_cbor_items = 12'000;

enum class KeyOrder {
  ascending,  ///< of every map, as deterministic CBOR has it
  any,        ///< for what others write: a status list's own draft has its keys in no order
};

/// Reads one item that fills `bytes` to the end, strictly: every number and length in its shortest form, no indefinite
/// lengths, no key twice in a map, text that is UTF-8, and of simple values only true, false and null; no floating
/// point. The failure is why not, in plain English. Memory is bounded by the bytes that are there: a length that is
/// only claimed costs nothing.
Result<CborValue, const char*> read_cbor(std::string_view bytes, KeyOrder order);

}  // namespace pehchan

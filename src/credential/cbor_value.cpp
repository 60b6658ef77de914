#include "credential/cbor_value.h"

#include <limits>

namespace pehchan {
namespace {

template <class Matches>
const CborValue* find_key(const CborValue& value, Matches matches) {
  if (!value.is(CborValue::Kind::map)) return nullptr;
  for (std::size_t at = 0; at + 1 < value.items.size(); at += 2)
    if (matches(value.items[at])) return &value.items[at + 1];
  return nullptr;
}

}  // namespace

std::optional<std::int64_t> CborValue::integer() const {
  if (number > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return std::nullopt;
  const auto small = static_cast<std::int64_t>(number);
  if (is(Kind::unsigned_integer)) return small;
  if (is(Kind::negative_integer)) return -1 - small;
  return std::nullopt;
}

const CborValue* CborValue::find(std::int64_t key) const {
  return find_key(*this, [&](const CborValue& one) { return one.integer() == key; });
}

const CborValue* CborValue::find(std::string_view text_key) const {
  return find_key(*this, [&](const CborValue& one) { return one.is(Kind::text) && one.content == text_key; });
}

}  // namespace pehchan

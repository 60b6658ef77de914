#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "credential/cbor_reader.h"
#include "credential/cbor_writer.h"

namespace {

using pehchan::CborValue;

/// The item written anew; empty where the writer has no such items.
std::string written(const CborValue& value) {
  switch (value.kind) {
    case CborValue::Kind::unsigned_integer:
    case CborValue::Kind::negative_integer:
      return value.integer() ? pehchan::cbor_integer(*value.integer()) : "";
    case CborValue::Kind::bytes:
      return pehchan::cbor_bytes(value.content);
    case CborValue::Kind::text:
      return pehchan::cbor_text(value.content);
    case CborValue::Kind::boolean:
      return value.number == 1 ? "\xF5" : "\xF4";
    case CborValue::Kind::null:
      return "\xF6";
    default:
      break;
  }
  std::vector<std::string> items;
  for (const CborValue& item : value.items) {
    items.push_back(written(item));
    if (items.back().empty()) return "";
  }
  if (value.is(CborValue::Kind::tag)) return pehchan::cbor_tag(value.number, items[0]);
  if (value.is(CborValue::Kind::array)) return pehchan::cbor_array(items);
  pehchan::CborMap map;
  for (std::size_t i = 0; i + 1 < items.size(); i += 2) map.add(items[i], items[i + 1]);
  return map.encoded();
}

}  // namespace

/// What the strict reader takes is what the deterministic writer writes, to the byte: there is no other form.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto strict = pehchan::read_cbor(bytes, pehchan::KeyOrder::ascending);
  const auto any = pehchan::read_cbor(bytes, pehchan::KeyOrder::any);
  if (strict && !any) std::abort();
  if (!strict) return 0;
  const std::string again = written(*strict);
  if (!again.empty() && again != bytes) std::abort();
  return 0;
}

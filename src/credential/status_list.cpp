#include "credential/status_list.h"

#include <algorithm>

#include "credential/cbor_writer.h"
#include "credential/claim_keys.h"
#include "credential/claim_reader.h"
#include "credential/cose_sign1.h"
#include "credential/verify.h"
#include "credential/zlib_stream.h"

namespace pehchan {
namespace {

using Why = Refusal::Why;

constexpr const char* list_type = "application/statuslist+cwt";
constexpr std::size_t largest_list = 1024 * 1024;

std::string encode_places(const StatusList& list) {
  CborMap map;
  map.add(cbor_text("bits"), cbor_integer(list.bits));
  map.add(cbor_text("lst"), cbor_bytes(deflated(list.places)));
  return map.encoded();
}

void read_places(const CborValue& root, ClaimReader& in, StatusList& list) {
  const CborValue* value = root.find(claim::status_list);
  const CborValue *bits = value == nullptr ? nullptr : value->find("bits"),
                  *packed = value == nullptr ? nullptr : value->find("lst");
  const std::int64_t width = in.count(bits, "it has no status list");
  if (width != 1 && width != 2 && width != 4 && width != 8) return in.refuse("a place has not 1, 2, 4 or 8 bits");
  list.bits = static_cast<int>(width);
  if (packed == nullptr || !packed->is(CborValue::Kind::bytes)) return in.refuse("its list is no byte string");
  auto places = inflated(packed->content, largest_list);
  if (!places) return in.refuse("its list cannot be unpacked, or is larger than 1 MiB");
  list.places = std::move(*places);
}

Result<StatusList, const char*> decode_list(std::string_view payload) {
  const auto root = read_cbor(payload, KeyOrder::any);
  if (!root) return failure(root.error());
  ClaimReader in;
  StatusList list;
  list.uri = in.text(*root, claim::subject, Presence::required);
  list.issued_at = in.time(*root, claim::issued_at, Presence::required).value_or(0);
  list.expires_at = in.time(*root, claim::expires_at, Presence::optional);
  if (root->find(claim::time_to_live) != nullptr)
    list.ttl = in.count(root->find(claim::time_to_live), "its time to live is no number");
  read_places(*root, in, list);
  if (in.why() != nullptr) return failure(in.why());
  return list;
}

}  // namespace

StatusList empty_status_list(std::string uri, std::uint64_t places) {
  return {.uri = std::move(uri), .places = std::string((places + 7) / 8, '\0')};
}

void set_invalid(StatusList& list, std::uint64_t index) {
  char& byte = list.places.at(index / 8);
  byte = static_cast<char>(static_cast<unsigned char>(byte) | 1U << index % 8);
}

std::optional<int> status_at(const StatusList& list, std::uint64_t index) {
  const auto bits = static_cast<unsigned>(list.bits);
  const std::uint64_t a_byte = 8 / bits;
  if (index / a_byte >= list.places.size()) return std::nullopt;
  const auto byte = static_cast<unsigned char>(list.places[index / a_byte]);
  return static_cast<int>(byte >> index % a_byte * bits & ((1U << bits) - 1));
}

std::string encode_status_list(const StatusList& list, const SigningKey& key) {
  CborMap map;
  map.add(claim::subject, cbor_text(list.uri));
  map.add(claim::issued_at, cbor_integer(list.issued_at));
  if (list.expires_at) map.add(claim::expires_at, cbor_integer(*list.expires_at));
  if (list.ttl) map.add(claim::time_to_live, cbor_integer(*list.ttl));
  map.add(claim::status_list, encode_places(list));
  return sign_cose(map.encoded(), key, list_type);
}

Result<StatusList, Refusal> read_status_list(std::string_view cwt, const PublicKeys& keys, std::int64_t now) {
  const auto message = open_signed(cwt, keys, list_type);
  if (!message) return failure(message.error());
  const auto refuse = [&](Why why, const char* detail) {
    return failure(Refusal{.why = why, .detail = detail, .kid = message->kid});
  };
  auto list = decode_list(message->payload);
  if (!list) return refuse(Why::wrong_content, list.error());
  if (list->expires_at && now >= *list->expires_at) return refuse(Why::expired, "get the newest one");
  if (list->issued_at > now + clock_leeway) return refuse(Why::not_yet_valid, "it was issued in the future");
  return std::move(*list);
}

std::optional<StatusList> unchecked_status_list(std::string_view cwt) {
  const auto message = read_cose(cwt);
  if (!message) return std::nullopt;
  auto list = decode_list(message->payload);
  return list ? std::optional(std::move(*list)) : std::nullopt;
}

std::optional<Why> fault_by_status(const StatusPlace& place, const StatusList& list) {
  if (place.uri != list.uri) return Why::unknown_status;
  const auto status = status_at(list, place.index);
  if (!status || *status != 0) return Why::revoked;
  return std::nullopt;
}

}  // namespace pehchan

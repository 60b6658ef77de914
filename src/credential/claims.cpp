#include "credential/claims.h"

#include "credential/cbor_writer.h"
#include "credential/claim_keys.h"
#include "credential/claim_reader.h"

namespace pehchan {
namespace {

std::string encode_identity(const CredentialClaims& claims) {
  CborMap map;
  const auto add = [&](std::int64_t key, const std::string& text) {
    if (!text.empty()) map.add(key, cbor_text(text));
  };
  add(claim::card_number, claims.card_number);
  add(claim::version, claims.version);
  add(claim::language, claims.language);
  add(claim::full_name, claims.full_name);
  add(claim::second_name, claims.second_name);
  add(claim::second_language, claims.second_language);
  add(claim::location, claims.location);
  return map.encoded();
}

std::string encode_status(const StatusPlace& place) {
  CborMap list, status;
  list.add(cbor_text("idx"), cbor_integer(static_cast<std::int64_t>(place.index)));
  list.add(cbor_text("uri"), cbor_text(place.uri));
  status.add(cbor_text("status_list"), list.encoded());
  return status.encoded();
}

void read_identity(const CborValue& map, ClaimReader& in, CredentialClaims& claims) {
  claims.card_number = in.text(map, claim::card_number, Presence::required);
  claims.version = in.text(map, claim::version, Presence::optional);
  claims.language = in.text(map, claim::language, Presence::optional);
  claims.full_name = in.text(map, claim::full_name, Presence::optional);
  claims.second_name = in.text(map, claim::second_name, Presence::optional);
  claims.second_language = in.text(map, claim::second_language, Presence::optional);
  claims.location = in.text(map, claim::location, Presence::optional);
}

/// `form` says which of the two it has to be: one that is the other was put into another wrapper after it was signed.
void read_identity(const CborValue& root, WireForm form, ClaimReader& in, CredentialClaims& claims) {
  const CborValue* value = root.find(claim::identity_data);
  if (value == nullptr) return in.refuse("it has no claim 169");
  if (form == WireForm::standard) {
    if (!value->is(CborValue::Kind::map)) return in.refuse("claim 169 is not a map");
    return read_identity(*value, in, claims);
  }
  if (!value->is(CborValue::Kind::bytes)) return in.refuse("claim 169 is not a byte string");
  const auto map = read_cbor(value->content, KeyOrder::ascending);
  if (!map) return in.refuse(map.error());
  if (!map->is(CborValue::Kind::map)) return in.refuse("claim 169 holds no map");
  read_identity(*map, in, claims);
}

std::optional<StatusPlace> read_status(const CborValue& root, ClaimReader& in) {
  const CborValue* status = root.find(claim::status);
  if (status == nullptr) return std::nullopt;
  const CborValue* list = status->find("status_list");
  if (list == nullptr) {
    in.refuse("its status is not one of a status list");
    return std::nullopt;
  }
  const CborValue *index = list->find("idx"), *uri = list->find("uri");
  StatusPlace place;
  place.uri = in.text(uri, "its status list has no address");
  place.index = static_cast<std::uint64_t>(in.count(index, "its place in the status list is no number"));
  return place;
}

}  // namespace

std::string encode_claims(const CredentialClaims& claims, WireForm form) {
  CborMap map;
  map.add(claim::issuer, cbor_text(claims.issuer));
  if (claims.expires_at) map.add(claim::expires_at, cbor_integer(*claims.expires_at));
  if (claims.not_before) map.add(claim::not_before, cbor_integer(*claims.not_before));
  map.add(claim::issued_at, cbor_integer(claims.issued_at));
  const std::string identity = encode_identity(claims);
  map.add(claim::identity_data, form == WireForm::mosip ? cbor_bytes(identity) : identity);
  if (claims.status) map.add(claim::status, encode_status(*claims.status));
  return map.encoded();
}

Result<CredentialClaims, const char*> decode_claims(std::string_view payload, WireForm form) {
  const auto root = read_cbor(payload, KeyOrder::ascending);
  if (!root) return failure(root.error());
  if (!root->is(CborValue::Kind::map)) return failure("its claims are no map");
  ClaimReader in;
  CredentialClaims claims;
  claims.issuer = in.text(*root, claim::issuer, Presence::required);
  claims.issued_at = in.time(*root, claim::issued_at, Presence::required).value_or(0);
  claims.expires_at = in.time(*root, claim::expires_at, Presence::optional);
  claims.not_before = in.time(*root, claim::not_before, Presence::optional);
  in.text(*root, claim::subject, Presence::optional);
  read_identity(*root, form, in, claims);
  claims.status = read_status(*root, in);
  if (in.why() != nullptr) return failure(in.why());
  return claims;
}

}  // namespace pehchan

#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace pehchan {

/// Where the status list says whether the card still counts.
struct StatusPlace {
  std::string uri;
  std::uint64_t index = 0;
  bool operator==(const StatusPlace&) const = default;
};

/// What a card's code says of its member: a CBOR Web Token (RFC 8392) with MOSIP's claim 169 (v1.2.1). Times are
/// seconds since 1970 UTC. docs/credentials.md has the table.
struct CredentialClaims {
  std::string issuer;                                  ///< 1, a full URI
  std::int64_t issued_at = 0;                          ///< 6
  std::optional<std::int64_t> expires_at = {};         ///< 4: from then on it no longer counts
  std::string card_number;                             ///< 169: 1
  std::string version;                                 ///< 169: 2
  std::string language;                                ///< 169: 3, ISO 639-3 of what the card is in, "hin"
  std::string full_name;                               ///< 169: 4, in Latin letters
  std::string second_name = {}, second_language = {};  ///< 169: 19 and 20, "hin"; empty: left out
  std::string location = {};                           ///< 169: 21, the district's code; empty: left out
  std::optional<StatusPlace> status = {};              ///< 65535
  std::optional<std::int64_t> not_before = {};         ///< 5; never written by us, heeded when somebody does
  bool operator==(const CredentialClaims&) const = default;
};

enum class WireForm {
  standard,  ///< tag 18 alone, claim 169 a map: as the specifications have it
  mosip,     ///< 61(18(…)), claim 169 a byte string that holds the map: as MOSIP's keymanager and Inji have it
};

/// The claims as the token's payload, deterministic CBOR.
std::string encode_claims(const CredentialClaims& claims, WireForm form);

/// Reads a payload, strictly: every claim of the table has its type, texts have no control characters and at most 400
/// bytes, times lie before the year 10000. Claims that are not in the table are passed over. The failure says what is
/// wrong.
Result<CredentialClaims, const char*> decode_claims(std::string_view payload, WireForm form);

}  // namespace pehchan

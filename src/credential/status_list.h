#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "credential/public_key.h"
#include "credential/refusal.h"
#include "credential/signing_key.h"

namespace pehchan {

/// IETF Token Status List (draft-ietf-oauth-status-list-20, CWT): which of an issuer's cards no longer count.
struct StatusList {
  std::string uri;                              ///< 2 (sub): where it lies; a card's StatusPlace has the same
  std::int64_t issued_at = 0;                   ///< 6
  std::optional<std::int64_t> expires_at = {};  ///< 4: from then on a newer one must be got
  std::optional<std::int64_t> ttl = {};         ///< 65534: seconds after which to look for a newer one
  int bits = 1;                                 ///< a place: 1, 2, 4 or 8
  std::string places;                           ///< from the lowest bits of the first byte on
};

/// So many places of one bit, rounded up to whole bytes, each 0 (valid).
StatusList empty_status_list(std::string uri, std::uint64_t places);

/// Of a list of one bit; `index` must be in it.
void set_invalid(StatusList& list, std::uint64_t index);

/// 0 valid, 1 invalid, else what the draft says; nothing beyond the list's end.
std::optional<int> status_at(const StatusList& list, std::uint64_t index);

/// The list signed: COSE_Sign1 in tag 18, typ application/statuslist+cwt.
std::string encode_status_list(const StatusList& list, const SigningKey& key);

/// Reads one, with at most 1 MiB of places, and checks signature, type and times as verify_credential does. Total.
Result<StatusList, Refusal> read_status_list(std::string_view cwt, const PublicKeys& keys, std::int64_t now);

/// What a list says, whoever signed it and whenever: for its issuer, never for who verifies. Nothing when it is none.
std::optional<StatusList> unchecked_status_list(std::string_view cwt);

/// Whether `place` counts by this list; nothing when it does. Another list's place is unknown_status, one beyond the
/// end is revoked: the list does not vouch for it.
std::optional<Refusal::Why> fault_by_status(const StatusPlace& place, const StatusList& list);

}  // namespace pehchan

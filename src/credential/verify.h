#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "credential/claims.h"
#include "credential/public_key.h"
#include "credential/refusal.h"

namespace pehchan {

/// What a code says that was signed by one of the keys, and counts.
struct Credential {
  CredentialClaims claims;
  std::string kid;
  WireForm form = WireForm::standard;
};

/// A card that was issued later than this in the future is not valid yet: its day may have begun where it was made.
inline constexpr std::int64_t clock_leeway = 24 * 3600;

/// Reads a QR code's text, checks its signature and its times; `now` in seconds since 1970 UTC. Both wire forms. Total:
/// whatever the text is, it returns, in memory bounded by longest_qr_text and largest_token, and throws nothing.
Result<Credential, Refusal> verify_credential(std::string_view qr_text, const PublicKeys& keys, std::int64_t now);

/// The same of the bytes of COSE_Sign1, which it takes as they are.
Result<Credential, Refusal> verify_token(std::string_view cose, const PublicKeys& keys, std::int64_t now);

}  // namespace pehchan

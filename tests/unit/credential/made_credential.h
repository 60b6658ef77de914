#pragma once
#include <string>
#include <string_view>

#include "credential/claims.h"
#include "credential/public_key.h"
#include "credential/signing_key.h"

namespace pehchan {

std::string from_hex(std::string_view hex);
std::string to_hex(std::string_view bytes);

/// The private key of RFC 8032 §7.1, test 1: known to everybody.
SigningKey known_key(const std::string& kid = "2026a");
PublicKeys public_keys_of(const SigningKey& key);

/// An invented member, with every claim we write; issued and expiring at these times.
inline constexpr std::int64_t made_issued = 1'795'996'800,  ///< 2026-11-30
    made_expires = 1'953'849'600,                           ///< 2031-12-01
    made_now = made_issued + 86'400;
CredentialClaims made_claims();

}  // namespace pehchan

#pragma once
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "batch/signing.h"
#include "credential/public_key.h"

namespace pehchan {

/// What a job's settings tell of its signatures.
struct KeptSigning {
  std::string kid, issuer;
  PublicKeys keys;         ///< that its cards verify by
  std::string status_uri;  ///< where its cards ask; empty: nowhere
};

/// The key of the settings that keep_signing writes.
inline constexpr const char* signature_key = "credential";

/// Adds to a job's settings all that decides what its signed codes say, and the public half of the key, so that remakes
/// are proofed without any key file; nothing private, and no path. Another key or other settings are another job.
void keep_signing(nlohmann::ordered_json& settings, const Signing& signing);

/// What keep_signing kept; nothing for a job whose codes are links.
std::optional<KeptSigning> signing_of(const nlohmann::ordered_json& settings);

}  // namespace pehchan

#pragma once
#include <filesystem>
#include <string>

#include "credential/public_key.h"

namespace pehchan {

/// A new private key `folder`/KID.pem that only its owner may read, encrypted when there is a passphrase. Gives its
/// public half.
PublicKey make_key(const std::filesystem::path& folder, const std::string& kid, const std::string& passphrase = {});

/// A credential.toml of an invented organisation, with `more` lines at its end.
std::filesystem::path write_credential_toml(const std::filesystem::path& folder, const std::string& more = {});

inline constexpr const char* office_issuer = "https://cards.membership.example";
inline constexpr const char* office_status = "status_uri = \"https://cards.membership.example/status\"\n";

}  // namespace pehchan

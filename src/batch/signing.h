#pragma once
#include <filesystem>
#include <memory>
#include <optional>

#include "credential/public_key.h"
#include "credential/settings.h"
#include "credential/signing_key.h"

namespace pehchan {

/// Where somebody says that cards are to be signed; without a key they are not.
struct SigningOptions {
  std::filesystem::path key = {};              ///< private, KID.pem, or the folder whose current one signs
  std::filesystem::path passphrase_file = {};  ///< empty: PEHCHAN_PASSPHRASE, or the key is not encrypted
  std::filesystem::path credential = {};       ///< credential.toml
  std::optional<WireForm> form = {};           ///< instead of credential.toml's
};

/// What an office signs with, for all threads of a run.
struct Signing {
  SigningKey key;
  CredentialSettings settings;

  PublicKeys public_keys() const { return {{key.kid(), key.public_part()}}; }
};

/// Null without a key. Throws RunError as named_key_file, read_named_key, read_passphrase and
/// read_credential_settings do.
std::shared_ptr<const Signing> read_signing(const SigningOptions& options);

}  // namespace pehchan

#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "credential/ed25519.h"
#include "credential/passphrase.h"

namespace pehchan {

enum class PemFault {
  not_key,         ///< no private key of PKCS#8 in PEM
  no_passphrase,   ///< it is encrypted, and none was given
  not_passphrase,  ///< it is encrypted, and not with this one
  not_ed25519,     ///< a key of another kind
};

/// A private key: PKCS#8 in PEM, encrypted or not.
Result<KeyHandle, PemFault> read_private_pem(std::string_view pem, const Passphrase& passphrase);

/// The same written, encrypted (AES-256-CBC, scrypt) unless the passphrase is empty; whoever takes it wipes it. Throws
/// RunError (internal).
std::string private_pem(EVP_PKEY& key, const Passphrase& passphrase);

bool is_encrypted_pem(std::string_view pem);
bool is_private_pem(std::string_view pem);

/// A public key in PEM (SubjectPublicKeyInfo).
Result<Ed25519Public, PemFault> read_public_pem(std::string_view pem);
std::string public_pem(const Ed25519Public& key);

}  // namespace pehchan

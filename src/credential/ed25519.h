#pragma once
#include <array>
#include <string>
#include <string_view>

#include "credential/openssl_handles.h"

namespace pehchan {

/// A public key of Ed25519 as RFC 8032 §5.1.2 writes it.
using Ed25519Public = std::array<unsigned char, 32>;

/// A new private key from the system's randomness. Throws RunError (internal).
KeyHandle new_ed25519();

/// `key` must be one of Ed25519, private or public. Throws RunError (internal).
Ed25519Public public_part(EVP_PKEY& key);

/// The signature's 64 bytes, the same for the same message. Throws RunError (internal).
std::string sign_ed25519(EVP_PKEY& key, std::string_view message);

/// Never throws for what the message or the signature is. A signature with another encoding of its numbers is none:
/// OpenSSL demands S below the group's order and compares R byte for byte (RFC 8032 §5.1.7 without the cofactor).
bool is_signed_by(const Ed25519Public& key, std::string_view message, std::string_view signature);

}  // namespace pehchan

#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "credential/ed25519.h"
#include "credential/passphrase.h"

namespace pehchan {

/// The private key that cards and status lists are signed with. Its bytes never leave OpenSSL's memory.
class SigningKey {
 public:
  /// A file of Ed25519 in PKCS#8 PEM, named KID.pem, that only its owner may read. Throws RunError: missing_input when
  /// it is not there, bad_config when others may read it, it is no such key or the passphrase is missing or wrong.
  static SigningKey read(const std::filesystem::path& file, const Passphrase& passphrase);
  /// `key` must be a private one of Ed25519.
  SigningKey(std::string kid, KeyHandle key) : kid_(std::move(kid)), key_(std::move(key)) {}

  const std::string& kid() const { return kid_; }
  Ed25519Public public_part() const { return pehchan::public_part(*key_); }
  /// The signature's 64 bytes; the same for the same message. May be asked by several threads at once.
  std::string sign(std::string_view bytes) const { return sign_ed25519(*key_, bytes); }

 private:
  std::string kid_;
  KeyHandle key_;
};

}  // namespace pehchan

#include "credential/made_credential.h"

#include <cstdlib>

namespace pehchan {

std::string from_hex(std::string_view hex) {
  std::string bytes;
  for (std::size_t at = 0; at + 1 < hex.size(); at += 2)
    bytes += static_cast<char>(std::stoi(std::string(hex.substr(at, 2)), nullptr, 16));
  return bytes;
}

std::string to_hex(std::string_view bytes) {
  std::string hex;
  for (const char byte : bytes) {
    hex += "0123456789abcdef"[static_cast<unsigned char>(byte) >> 4];
    hex += "0123456789abcdef"[static_cast<unsigned char>(byte) & 15];
  }
  return hex;
}

SigningKey known_key(const std::string& kid) {
  const std::string seed = from_hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
  return {kid, KeyHandle(EVP_PKEY_new_raw_private_key(
                   EVP_PKEY_ED25519, nullptr, reinterpret_cast<const unsigned char*>(seed.data()), seed.size()))};
}

PublicKeys public_keys_of(const SigningKey& key) { return {{.kid = key.kid(), .x = key.public_part()}}; }

CredentialClaims made_claims() {
  return {.issuer = "https://cards.example.org",
          .issued_at = made_issued,
          .expires_at = made_expires,
          .card_number = "PHC-LKO-0000042-7",
          .version = "1",
          .language = "hin",
          .full_name = "Asha Devi Verma",
          .second_name = "आशा देवी वर्मा",
          .second_language = "hin",
          .location = "Lucknow",
          .status = StatusPlace{.uri = "https://cards.example.org/status/1", .index = 524'287}};
}

}  // namespace pehchan

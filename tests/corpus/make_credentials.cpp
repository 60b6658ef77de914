// Writes the sample codes of tests/corpus/credentials: what any reader of ours must say of each is in cases.json.
// The keys are those of RFC 8032 §7.1, which everybody knows: they vouch for nothing.
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "base/atomic_file.h"
#include "credential/key_pem.h"
#include "credential/key_sets.h"
#include "credential/made_credential.h"
#include "credential/sign.h"
#include "credential/status_list.h"
#include "credential/validity.h"
#include "credential/wire.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

SigningKey key_of(const std::string& kid, const std::string& seed_hex) {
  const std::string seed = from_hex(seed_hex);
  return {kid, KeyHandle(EVP_PKEY_new_raw_private_key(
                   EVP_PKEY_ED25519, nullptr, reinterpret_cast<const unsigned char*>(seed.data()), seed.size()))};
}

class Samples {
 public:
  explicit Samples(fs::path folder) : folder_(std::move(folder)) {
    fs::create_directories(folder_ / "keys");
    fs::create_directories(folder_ / "status");
  }

  void write() {
    write_keys();
    write_status();
    write_valid();
    write_not_valid();
    write_unreadable();
    write_file(folder_ / "cases.json", cases_.dump(2) + "\n");
  }

 private:
  void write_keys() {
    const PublicKeys keys{{.kid = "2025a", .x = old_.public_part()}, {.kid = "2026a", .x = now_.public_part()}};
    write_file(folder_ / "keys/jwks.json", jwks_of(keys));
    write_file(folder_ / "keys/cose-keys.cbor", cose_key_set_of(keys));
    for (const PublicKey& key : keys) write_file(folder_ / ("keys/" + key.kid + ".pub.pem"), public_pem(key.x));
  }

  void write_status() {
    StatusList list = empty_status_list("https://cards.example.org/status/1", 1 << 20);
    list.issued_at = *day_begins("2026-11-30");
    list.expires_at = *day_begins("2030-01-01");
    list.ttl = 43'200;
    set_invalid(list, revoked_index);
    write_file(folder_ / "status/1", encode_status_list(list, now_));
    list.expires_at = *day_begins("2026-12-01");
    write_file(folder_ / "status/expired", encode_status_list(list, now_));
  }

  void add(const std::string& name, const std::string& text, const char* result, const char* why) {
    write_file(folder_ / (name + ".txt"), text + "\n");
    cases_.push_back({{"file", name + ".txt"}, {"at", "2026-12-15"}, {"result", result}, {"why", why}});
  }
  std::string signed_text(const CredentialClaims& claims, WireForm form = WireForm::standard) const {
    return to_qr_text(sign_credential(claims, now_, form));
  }

  void write_valid() {
    const CredentialClaims claims = made_claims();
    add("standard", signed_text(claims), "valid", "tag 18, claim 169 a map");
    add("mosip", signed_text(claims, WireForm::mosip), "valid", "61(18(…)), claim 169 a byte string");
    add("old-key", to_qr_text(sign_credential(claims, old_, WireForm::standard)), "valid",
        "signed before the keys were rotated");
    CredentialClaims least{.issuer = "https://cards.example.org",
                           .issued_at = made_issued,
                           .card_number = "PHC-LKO-0000043-5",
                           .version = "1",
                           .language = "hin",
                           .full_name = "Ravi"};
    add("least", signed_text(least), "valid", "no second name, district, expiry or status");
  }

  void write_not_valid() {
    CredentialClaims claims = made_claims();
    claims.status->index = revoked_index;
    add("revoked", signed_text(claims), "revoked", "status/1 has 1 at its place; valid when no list is asked");
    claims.status->index = 1 << 20;
    add("beyond-list", signed_text(claims), "revoked", "its place lies beyond the end of status/1");
    claims.status = StatusPlace{.uri = "https://cards.example.org/status/2", .index = 1};
    add("other-list", signed_text(claims), "unknown_status", "names a list that is not there");
    claims = made_claims();
    claims.expires_at = *day_begins("2026-12-15");
    add("expired", signed_text(claims), "expired", "expired the very second at which it is looked at");
    claims = made_claims();
    claims.issued_at = *day_begins("2026-12-16") + 1;
    add("not-yet-valid", signed_text(claims), "not_yet_valid", "issued a day and a second later");
    const SigningKey stranger = key_of("2024x", "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7");
    add("unknown-key", to_qr_text(sign_credential(made_claims(), stranger, WireForm::standard)), "unknown_key",
        "signed with a key that is not among these");
    std::string altered = sign_credential(made_claims(), now_, WireForm::standard);
    altered.replace(altered.find("Asha Devi"), 9, "Usha Devi");
    add("altered", to_qr_text(altered), "bad_signature", "another name, the same signature");
    StatusList list = empty_status_list("https://cards.example.org/status/1", 64);
    list.issued_at = made_issued;
    add("status-list-as-card", to_qr_text(encode_status_list(list, now_)), "wrong_content", "a status list is no card");
  }

  void write_unreadable() {
    const std::string cose = sign_credential(made_claims(), now_, WireForm::standard), text = to_qr_text(cose);
    add("cut-off", text.substr(0, text.size() - 3), "unreadable", "the last three characters are missing");
    add("link", "https://cards.example.org/c/PHC-LKO-0000042-7", "unreadable", "a link, not a signed code");
    add("trailing-byte", to_qr_text(cose + '\0'), "unreadable", "a byte follows the signed message");
    add("rewrapped", to_qr_text("\xD8\x3D" + cose), "wrong_content", "a standard token put into tag 61");
    add("bomb", to_qr_text(std::string(2'000'000, '\0')), "unreadable", "unpacks to 2 MB: stop at 8 KiB");
  }

  static constexpr std::uint64_t revoked_index = 777'777;

  fs::path folder_;
  SigningKey now_ = known_key();
  SigningKey old_ = key_of("2025a", "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
  nlohmann::ordered_json cases_ = nlohmann::ordered_json::array();
};

}  // namespace
}  // namespace pehchan

int main(int count, char** words) {
  if (count != 2) {
    std::fprintf(stderr, "usage: make_credentials FOLDER\n");
    return 64;
  }
  pehchan::Samples(words[1]).write();
}

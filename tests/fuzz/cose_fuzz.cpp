#include <cstdint>
#include <cstdlib>
#include <string>

#include "credential/cose_sign1.h"
#include "credential/key_sets.h"
#include "credential/status_list.h"
#include "credential/verify.h"
#include "credential/wire.h"

namespace {

/// The public key of RFC 8032 §7.1, test 1: nobody signs with it here, so that nothing new is ever valid.
const pehchan::PublicKeys keys = {
    {.kid = "2026a",
     .x = {0xd7, 0x5a, 0x98, 0x01, 0x82, 0xb1, 0x0a, 0xb7, 0xd5, 0x4b, 0xfe, 0xd3, 0xc9, 0x64, 0x07, 0x3a,
           0x0e, 0xe1, 0x72, 0xf3, 0xda, 0xa6, 0x23, 0x25, 0xaf, 0x02, 0x1a, 0x68, 0xf7, 0x07, 0x51, 0x1a}}};
constexpr std::int64_t now = 1'797'292'800;

void look_at(const std::string& bytes) {
  const auto message = pehchan::read_cose(bytes);
  const auto card = pehchan::verify_token(bytes, keys, now);
  if (card && (!message || message->kid != card->kid || card->claims.card_number.empty())) std::abort();
  const auto list = pehchan::read_status_list(bytes, keys, now);
  if (list && card) std::abort();
  if (list) pehchan::status_at(*list, 1 << 20);
  // The payload's readers meet what no signature vouches for only here.
  for (const pehchan::WireForm form : {pehchan::WireForm::standard, pehchan::WireForm::mosip}) {
    const auto claims = pehchan::decode_claims(message ? message->payload : bytes, form);
    if (claims && claims->issuer.size() > 400) std::abort();
  }
}

}  // namespace

/// Whatever somebody shows as a code, a signed message, a status list or a set of keys: an answer, and no claim of
/// another signature than our key's.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  look_at(bytes);
  pehchan::verify_credential(bytes, keys, now);
  if (const auto cose = pehchan::from_qr_text(bytes)) look_at(*cose);
  pehchan::read_cose_key_set(bytes);
  pehchan::read_jwks(bytes);
  return 0;
}

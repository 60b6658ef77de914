#include "credential/sign.h"

#include "credential/cbor_writer.h"
#include "credential/cose_sign1.h"

namespace pehchan {
namespace {

constexpr std::uint64_t cwt_tag = 61;

}  // namespace

std::string sign_credential(const CredentialClaims& claims, const SigningKey& key, WireForm form) {
  const std::string cose = sign_cose(encode_claims(claims, form), key, "");
  return form == WireForm::mosip ? cbor_tag(cwt_tag, cose) : cose;
}

}  // namespace pehchan

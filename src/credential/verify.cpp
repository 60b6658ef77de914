#include "credential/verify.h"

#include "credential/cose_sign1.h"
#include "credential/wire.h"

namespace pehchan {
namespace {

using Why = Refusal::Why;

std::optional<Why> fault_of_times(const CredentialClaims& claims, std::int64_t now) {
  if (claims.expires_at && now >= *claims.expires_at) return Why::expired;
  if (claims.issued_at > now + clock_leeway || (claims.not_before && now < *claims.not_before))
    return Why::not_yet_valid;
  return std::nullopt;
}

}  // namespace

Result<Credential, Refusal> verify_token(std::string_view cose, const PublicKeys& keys, std::int64_t now) {
  const auto message = open_signed(cose, keys, "");
  if (!message) return failure(message.error());
  const WireForm form = message->is_tagged_cwt ? WireForm::mosip : WireForm::standard;
  auto claims = decode_claims(message->payload, form);
  if (!claims) return failure(Refusal{.why = Why::wrong_content, .detail = claims.error(), .kid = message->kid});
  if (const auto fault = fault_of_times(*claims, now))
    return failure(Refusal{.why = *fault, .kid = message->kid, .claims = std::move(*claims)});
  return Credential{.claims = std::move(*claims), .kid = message->kid, .form = form};
}

Result<Credential, Refusal> verify_credential(std::string_view qr_text, const PublicKeys& keys, std::int64_t now) {
  const auto cose = from_qr_text(qr_text);
  if (!cose) return failure(Refusal{.why = Why::unreadable, .detail = cose.error()});
  return verify_token(*cose, keys, now);
}

}  // namespace pehchan

#include "credential/code_label.h"

#include "credential/claims.h"
#include "credential/cose_sign1.h"
#include "credential/wire.h"

namespace pehchan {

std::optional<CodeLabel> code_label(std::string_view qr_text) {
  const auto bytes = from_qr_text(qr_text);
  if (!bytes) return std::nullopt;
  const auto message = read_cose(*bytes);
  if (!message) return std::nullopt;
  const auto claims = decode_claims(message->payload, message->is_tagged_cwt ? WireForm::mosip : WireForm::standard);
  if (!claims) return std::nullopt;
  return CodeLabel{.kid = message->kid, .card_number = claims->card_number};
}

}  // namespace pehchan

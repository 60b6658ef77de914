#include "batch/signature_check.h"

#include <fmt/format.h>

#include <utility>

#include "credential/verify.h"

namespace pehchan {

CodeCheck signature_check(PublicKeys keys, std::int64_t now) {
  return [keys = std::move(keys), now](const std::string& qr_text, const ExpectedCard& card) -> std::string {
    const auto credential = verify_credential(qr_text, keys, now);
    if (!credential) return fmt::format("the QR code's signature does not count: {}", code_of(credential.error().why));
    if (credential->claims.card_number != card.card_number) return "the QR code is signed for another card";
    return {};
  };
}

}  // namespace pehchan

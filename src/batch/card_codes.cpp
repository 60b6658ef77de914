#include "batch/card_codes.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/run_error.h"
#include "batch/signing.h"
#include "credential/sign.h"
#include "credential/validity.h"
#include "credential/wire.h"

namespace pehchan {
namespace {

/// As the readers of codes have it: a longer text of one member would make a card that no one can verify.
constexpr std::size_t longest_name = 400;

/// "014" of PCN-014-000123-7.
std::string district_code_in(const CardNumber& number) {
  const auto first = number.text.find('-') + 1;
  return number.text.substr(first, number.text.find('-', first) - first);
}

Problem expired_before_made() {
  return {
      .code = "valid_until_past",
      .file = {},
      .row = 0,
      .field = std::string(name_of(Field::valid_until)),
      .reason = {"valid_until इस काम की तारीख़ से पहले का है: कार्ड बनते ही अमान्य होगा। तारीख़ ठीक करें, या खाना ख़ाली छोड़ें।",
                 "valid_until lies before the date of this job: the card would not count from the start. Correct the "
                 "date, or leave the cell empty."}};
}

Problem unsignable(Field field) {
  return {
      .code = "name_unsignable",
      .file = {},
      .row = 0,
      .field = std::string(name_of(field)),
      .reason = {fmt::format("{} हस्ताक्षर वाले QR कोड में नहीं आ सकता: वह ख़ाली है, बहुत लंबा है, या उसमें छिपा अक्षर है। उसे ठीक करें।",
                             name_of(field)),
                 fmt::format("{} cannot go into a signed QR code: it is empty, very long, or has a hidden character. "
                             "Correct it.",
                             name_of(field))}};
}

bool can_be_signed(const std::string& name) {
  return name.size() <= longest_name &&
         std::ranges::none_of(name, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; });
}

/// The field that keeps the member out.
std::optional<Field> unsignable_field(const Member& member, const CredentialSettings& settings) {
  if (member[Field::name].empty() || !can_be_signed(member[Field::name])) return Field::name;
  if (settings.has_name_local && !can_be_signed(member[Field::name_local])) return Field::name_local;
  return std::nullopt;
}

/// The member's own last day, or that of all cards of the job's date.
std::optional<std::int64_t> expiry_of(const Member& member, const CredentialSettings& settings,
                                      const std::string& date) {
  const std::string& own = member[Field::valid_until];
  if (settings.has_valid_until && !own.empty()) return day_ends(own);
  if (!settings.valid_for) return std::nullopt;
  const auto last = last_day(date, *settings.valid_for);
  return last ? day_ends(*last) : std::nullopt;
}

CredentialClaims claims_of(const Member& member, const CardNumber& number, const CredentialSettings& settings,
                           const std::string& date) {
  CredentialClaims claims{.issuer = settings.issuer,
                          .issued_at = day_begins(date).value(),
                          .expires_at = expiry_of(member, settings, date),
                          .card_number = number.text,
                          .version = std::string(identity_version),
                          .language = settings.language,
                          .full_name = member[Field::name]};
  if (settings.has_name_local && !member[Field::name_local].empty()) {
    claims.second_name = member[Field::name_local];
    claims.second_language = settings.language;
  }
  if (settings.has_district) claims.location = district_code_in(number);
  return claims;
}

}  // namespace

CardCodes::CardCodes(std::string link_base) : link_base_(std::move(link_base)) {}

CardCodes::CardCodes(std::shared_ptr<const Signing> signing, std::string date)
    : signing_(std::move(signing)), date_(std::move(date)) {
  if (!day_begins(date_)) throw RunError(ExitCode::internal, "'" + date_ + "' is no day that a code can be signed for");
}

Result<CardCode, Problem> CardCodes::code_of(const Member& member, const CardNumber& number,
                                             const std::optional<ListPlace>& place) const {
  if (!signing_) return CardCode{.text = link_base_ + number.text};
  const CredentialSettings& settings = signing_->settings;
  if (const auto field = unsignable_field(member, settings)) return failure(unsignable(*field));
  CredentialClaims claims = claims_of(member, number, settings, date_);
  if (claims.expires_at && *claims.expires_at <= claims.issued_at) return failure(expired_before_made());
  if (place) claims.status = {status_list_uri(settings, static_cast<unsigned>(place->list)), place->index};
  return CardCode{.text = to_qr_text(sign_credential(claims, signing_->key, settings.form)),
                  .is_signed = true,
                  .expires_at = claims.expires_at.value_or(0)};
}

}  // namespace pehchan

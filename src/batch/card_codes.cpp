#include "batch/card_codes.h"

#include <fmt/format.h>

#include <utility>

#include "batch/day.h"
#include "batch/signing.h"
#include "credential/sign.h"
#include "credential/wire.h"

namespace pehchan {
namespace {

/// Of the layout of claim 169 (MOSIP).
constexpr const char* claims_version = "1";

/// "014" of PCN-014-000123-7.
std::string district_code_in(const CardNumber& number) {
  const auto first = number.text.find('-') + 1;
  return number.text.substr(first, number.text.find('-', first) - first);
}

Problem expired_before_made() {
  return {.code = "valid_until_past",
          .file = {},
          .row = 0,
          .field = std::string(name_of(Field::valid_until)),
          .reason = {"valid_until इस काम की तारीख़ से पहले का है: कार्ड बनते ही अमान्य होगा। तारीख़ ठीक करें, या खाना ख़ाली छोड़ें।",
                     "valid_until lies before the date of this job: the card would not count from the start. Correct the "
                     "date, or leave the cell empty."}};
}

Problem unsignable(Field field) {
  return {.code = "name_unsignable",
          .file = {},
          .row = 0,
          .field = std::string(name_of(field)),
          .reason = {fmt::format("{} हस्ताक्षर वाले QR कोड में नहीं आ सकता: वह ख़ाली है, बहुत लंबा है, या उसमें छिपा अक्षर है। उसे ठीक करें।",
                                 name_of(field)),
                     fmt::format("{} cannot go into a signed QR code: it is empty, very long, or has a hidden character. "
                                 "Correct it.",
                                 name_of(field))}};
}

}  // namespace

CardCodes::CardCodes(std::string link_base) : link_base_(std::move(link_base)) {}

}  // namespace pehchan

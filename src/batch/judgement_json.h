#pragma once
#include <string>
#include <vector>

#include "batch/judge_codes.h"
#include "model/words.h"

namespace pehchan {

/// "valid", or the refusal's code.
const char* result_of(const Judgement& judged);

/// What to tell whoever holds the card.
Words words_of(const Judgement& judged);

/// The claims, where the signature was right; null where it was not.
const CredentialClaims* claims_of(const Judgement& judged);

/// {"results": […], "totals": {…}}, as docs/credentials.md has it.
std::string judgements_json(const std::vector<Judgement>& judgements, const std::vector<PageCount>& counts);

}  // namespace pehchan

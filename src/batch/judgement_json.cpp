#include "batch/judgement_json.h"

#include <nlohmann/json.hpp>

#include "credential/validity.h"

namespace pehchan {
namespace {

using Json = nlohmann::ordered_json;

const char* code_of(Judgement::Status status) {
  switch (status) {
    case Judgement::Status::not_checked:
      return "not_checked";
    case Judgement::Status::valid:
      return "valid";
    case Judgement::Status::revoked:
      return "revoked";
    case Judgement::Status::unknown:
      return "unknown";
  }
  return "";
}

Json json_of(const CredentialClaims& claims) {
  Json json{{"issuer", claims.issuer}, {"issued_at", day_of(claims.issued_at)}};
  if (claims.expires_at) {
    json["expires_at"] = day_of(*claims.expires_at);
    json["last_day"] = day_of(*claims.expires_at - 1);
  }
  if (claims.not_before) json["not_before"] = day_of(*claims.not_before);
  const auto add = [&](const char* name, const std::string& text) {
    if (!text.empty()) json[name] = text;
  };
  add("card_number", claims.card_number);
  add("version", claims.version);
  add("language", claims.language);
  add("full_name", claims.full_name);
  add("second_name", claims.second_name);
  add("second_language", claims.second_language);
  add("location", claims.location);
  if (claims.status) json["status"] = {{"uri", claims.status->uri}, {"index", claims.status->index}};
  return json;
}

Json json_of(const Judgement& judged) {
  const Words words = words_of(judged);
  Json json{{"source", judged.source},
            {"page", judged.page},
            {"result", result_of(judged)},
            {"words", {{"hi", words.hi}, {"en", words.en}}},
            {"detail", judged.refusal ? judged.refusal->detail : ""},
            {"kid", judged.card      ? judged.card->kid
                    : judged.refusal ? judged.refusal->kid
                                     : ""}};
  if (judged.card) json["form"] = judged.card->form == WireForm::mosip ? "mosip" : "standard";
  json["status"] = code_of(judged.status);
  if (const CredentialClaims* claims = claims_of(judged)) json["claims"] = json_of(*claims);
  return json;
}

Json totals_of(const std::vector<Judgement>& judgements, const std::vector<PageCount>& counts) {
  std::size_t read = 0, valid = 0;
  for (const Judgement& judged : judgements) valid += judged.refusal ? 0U : 1U;
  Json pages = Json::array();
  for (const PageCount& count : counts) {
    read += count.codes;
    pages.push_back({{"source", count.source}, {"page", count.page}, {"codes", count.codes}});
  }
  return {{"codes", read}, {"valid", valid}, {"pages", pages}};
}

}  // namespace

const char* result_of(const Judgement& judged) { return judged.refusal ? code_of(judged.refusal->why) : "valid"; }

Words words_of(const Judgement& judged) {
  if (judged.refusal) return words_of(judged.refusal->why);
  return {"मान्य: जारीकर्ता के हस्ताक्षर सही हैं और कार्ड बदला नहीं गया है।", "Valid: signed by the issuer and not altered."};
}

const CredentialClaims* claims_of(const Judgement& judged) {
  if (judged.card) return &judged.card->claims;
  return judged.refusal && judged.refusal->claims ? &*judged.refusal->claims : nullptr;
}

std::string judgements_json(const std::vector<Judgement>& judgements, const std::vector<PageCount>& counts) {
  Json results = Json::array();
  for (const Judgement& judged : judgements) results.push_back(json_of(judged));
  return Json{{"results", results}, {"totals", totals_of(judgements, counts)}}.dump(2, ' ', false,
                                                                                    Json::error_handler_t::replace) +
         "\n";
}

}  // namespace pehchan

#include "batch/signing_json.h"

#include "base/run_error.h"
#include "credential/key_sets.h"

namespace pehchan {
namespace {

using Json = nlohmann::ordered_json;

Json fields_of(const CredentialSettings& settings) {
  Json fields = Json::array();
  if (settings.has_name) fields.push_back("name");
  if (settings.has_name_local) fields.push_back("name_local");
  if (settings.has_district) fields.push_back("district");
  if (settings.has_valid_until) fields.push_back("valid_until");
  return fields;
}

Json days_of(const std::optional<ValidFor>& valid_for) {
  if (!valid_for) return {};
  return {valid_for->years, valid_for->months, valid_for->days};
}

}  // namespace

void keep_signing(Json& settings, const Signing& signing) {
  const CredentialSettings& s = signing.settings;
  settings[signature_key] = {{"kid", signing.key.kid()},
                             {"issuer", s.issuer},
                             {"fields", fields_of(s)},
                             {"valid_for", days_of(s.valid_for)},
                             {"wire", s.form == WireForm::mosip ? "mosip" : "standard"},
                             {"status_uri", s.status_uri},
                             {"language", s.language},
                             {"jwks", jwks_of(signing.public_keys())}};
}

std::optional<KeptSigning> signing_of(const Json& settings) {
  if (!settings.contains(signature_key)) return std::nullopt;
  const Json& json = settings.at(signature_key);
  const auto keys = read_jwks(json.at("jwks").get<std::string>());
  if (!keys)
    throw RunError(ExitCode::bad_input, "the ledger's public key of a job cannot be read: " + std::string(keys.error()),
                   "Run 'pehchan ledger check'.");
  return KeptSigning{json.at("kid"), json.at("issuer"), *keys, json.value("status_uri", "")};
}

}  // namespace pehchan

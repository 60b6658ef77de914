#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "credential/claims.h"
#include "credential/validity.h"

namespace pehchan {

/// What an office's credential.toml says of the signed code on its cards; docs/credentials.md has every key.
struct CredentialSettings {
  std::string issuer;                      ///< https://…
  bool has_name = false;                   ///< may enter: the name in Latin letters
  bool has_name_local = false;             ///< the name in the member's own script
  bool has_district = false;               ///< the district
  bool has_valid_until = false;            ///< the member's own last day, where the roll has one
  std::optional<ValidFor> valid_for = {};  ///< for members without a last day of their own; nothing: for ever
  WireForm form = WireForm::standard;
  std::string status_uri = {};   ///< list n lies at <status_uri>/n; empty: cards name no list
  std::string language = "hin";  ///< ISO 639-3, of the card and of the second name
};

/// What we write as the version of the data (169: 2).
inline constexpr std::string_view identity_version = "1";

/// Where list `number`, from 1, lies.
std::string status_list_uri(const CredentialSettings& settings, unsigned number);

/// Throws RunError (bad_config) with every mistake, its line and column.
CredentialSettings parse_credential_settings(std::string_view toml, const std::filesystem::path& file);

/// The same of a file; throws missing_input, too.
CredentialSettings read_credential_settings(const std::filesystem::path& file);

}  // namespace pehchan

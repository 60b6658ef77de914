#include "credential/settings.h"

#include <gtest/gtest.h>

#include <regex>

#include "base/file.h"
#include "base/run_error.h"
#include "support/build_paths.h"

namespace pehchan {
namespace {

const std::string good = R"(schema = 1
issuer = "https://cards.example.org"
fields = ["name", "name_local", "district", "valid_until"]
valid_for = "5y"
wire = "mosip"
status_uri = "https://cards.example.org/status"
language = "tam"
)";

std::string mistakes(const std::string& toml) try {
  parse_credential_settings(toml, "credential.toml");
  return "";
} catch (const RunError& error) {
  EXPECT_EQ(error.code, ExitCode::bad_config);
  return error.what();
}

std::string with(const std::string& key, const std::string& value) {
  return std::regex_replace(good, std::regex("(^|\n)" + key + " = [^\n]*"), "$1" + key + " = " + value);
}

TEST(CredentialSettings, AreReadWhole) {
  const CredentialSettings settings = parse_credential_settings(good, "credential.toml");
  EXPECT_EQ(settings.issuer, "https://cards.example.org");
  EXPECT_TRUE(settings.has_name && settings.has_name_local && settings.has_district && settings.has_valid_until);
  EXPECT_EQ(settings.valid_for, ValidFor{.years = 5});
  EXPECT_EQ(settings.form, WireForm::mosip);
  EXPECT_EQ(status_list_uri(settings, 2), "https://cards.example.org/status/2");
  EXPECT_EQ(settings.language, "tam");
}

TEST(CredentialSettings, NeedOnlyIssuerAndFields) {
  const auto settings = parse_credential_settings(
      "schema = 1\nissuer = \"https://cards.example.org\"\nfields = [\"name\"]\n", "credential.toml");
  EXPECT_FALSE(settings.has_name_local || settings.has_district || settings.has_valid_until);
  EXPECT_EQ(settings.valid_for, std::nullopt);
  EXPECT_EQ(settings.form, WireForm::standard);
  EXPECT_EQ(settings.status_uri, "");
  EXPECT_EQ(settings.language, "hin");
  EXPECT_NE(mistakes("schema = 1\n"), "");
}

TEST(CredentialSettings, TheShippedOneIsRight) {
  const auto settings = read_credential_settings(PEHCHAN_SOURCE "/templates/credential.toml");
  EXPECT_EQ(settings.form, WireForm::standard);
  EXPECT_EQ(settings.valid_for, ValidFor{.years = 5});
}

TEST(CredentialSettings, WhatWouldBetrayAMemberIsRefusedByNameAndWithTheReason) {
  for (const char* field :
       {"epic_no",   "EPIC",      "mobile",   "phone",      "email",         "e-mail",   "address",     "date_of_birth",
        "dob",       "booth",     "booth_no", "booth_name", "photo",         "aadhaar",  "epic_number", "mobile_number",
        "birthdate", "Phone No.", "email_id", "whatsapp",   "polling-booth", "aadhar_no"}) {
    const std::string told = mistakes(with("fields", "[\"name\", \"" + std::string(field) + "\"]"));
    EXPECT_NE(told.find("credential.toml:3:19: \"" + std::string(field) + "\" may not enter"), std::string::npos)
        << told;
    EXPECT_NE(told.find("encoded is not encrypted"), std::string::npos) << told;
  }
}

TEST(CredentialSettings, WrongOnesAreToldWithTheirPlace) {
  const std::pair<std::string, const char*> wrong[] = {
      {with("fields", "[\"name\", \"name_locl\"]"), "3:19: \"name_locl\" cannot enter the code; is it \"name_local\"?"},
      {with("fields", "[\"name_local\"]"), "3:10: \"fields\" must have \"name\""},
      {with("fields", "\"name\""), "3:10: \"fields\" must be a list"},
      {with("fields", "[1]"), "3:10: \"fields\" must be a list"},
      {with("issuer", "\"cards.example.org\""), "2:10: \"issuer\" must be an address"},
      {with("issuer", "\"http://cards.example.org\""), "2:10: \"issuer\" must be an address"},
      {with("issuer", "\"https://\""), "2:10: \"issuer\" must be an address"},
      {with("issuer", "7"), "2:10: \"issuer\" must be a text"},
      {with("issuer", "\"https://" + std::string(100, 'a') + "\""), "2:10: \"issuer\" is longer"},
      {with("status_uri", "\"https://cards.example.org/status/\""), "6:14: \"status_uri\" must be an address"},
      {with("valid_for", "\"5 years\""), "4:13: \"valid_for\" must be"},
      {with("valid_for", "5"), "4:13: \"valid_for\" must be"},
      {with("wire", "\"mosipp\""), "5:8: \"wire\" must be one of"},
      {with("language", "\"hi\""), "7:12: \"language\" must be"},
      {with("language", "\"zzz\""), "7:12: \"language\" must be a code of three letters (ISO 639-3), one of asm, "},
      {with("language", "7"), "7:12: \"language\" must be a text"},
      {with("schema", "2"), "1:10: \"schema\" must be"},
      {good + "isuer = 1\n", "8:1: credential.toml has no key \"isuer\"; is it \"issuer\"?"},
      {"issuer = ", "credential.toml:1"},
  };
  for (const auto& [toml, told] : wrong) EXPECT_NE(mistakes(toml).find(told), std::string::npos) << mistakes(toml);
}

TEST(CredentialSettings, EveryKeyHasItsRowInTheDocs) {
  const std::string code = read_file(PEHCHAN_SOURCE "/src/credential/settings.cpp", 100'000),
                    page = read_file(PEHCHAN_SOURCE "/docs/credentials.md", 100'000);
  static const std::regex list(R"re(allow_only\(\{([^}]*)\})re"), word(R"re("(\w+)")re");
  std::smatch found;
  ASSERT_TRUE(std::regex_search(code, found, list));
  const std::string keys = found[1];
  for (std::sregex_iterator key(keys.begin(), keys.end(), word), end; key != end; ++key)
    EXPECT_NE(page.find("| `" + (*key)[1].str() + "` |"), std::string::npos) << (*key)[1];
}

TEST(Validity, CountsYearsMonthsAndDays) {
  EXPECT_EQ(parse_valid_for("18m"), ValidFor{.months = 18});
  EXPECT_EQ(parse_valid_for("90d"), ValidFor{.days = 90});
  for (const char* text : {"", "y", "0y", "5", "5w", "-5y", "1000y", " 5y", "5y ", "5Y", "+5y"})
    EXPECT_EQ(parse_valid_for(text), std::nullopt) << text;
  EXPECT_EQ(last_day("2026-11-30", {.years = 5}), "2031-11-30");
  EXPECT_EQ(last_day("2024-02-29", {.years = 1}), "2025-02-28");
  EXPECT_EQ(last_day("2026-08-31", {.months = 6}), "2027-02-28");
  EXPECT_EQ(last_day("2026-12-31", {.days = 1}), "2027-01-01");
  EXPECT_EQ(last_day("9000-01-01", {.years = 999}), std::nullopt);
}

TEST(Validity, DaysBeginAndEndAtMidnightUtc) {
  EXPECT_EQ(day_begins("1970-01-01"), 0);
  EXPECT_EQ(day_ends("1970-01-01"), 86'400);
  EXPECT_EQ(day_begins("2026-11-30"), 1'795'996'800);
  EXPECT_EQ(day_of(1'795'996'800), "2026-11-30");
  EXPECT_EQ(day_of(1'795'996'799), "2026-11-29");
  for (const char* text : {"", "2026-11-31", "2026-13-01", "1969-12-31", "30-11-2026", "2026-1-1", "2026-11-3x",
                           "2026/11/30", "9999-01-01", "20 6-11-30", "+026-11-30"})
    EXPECT_EQ(day_begins(text), std::nullopt) << text;
}

}  // namespace
}  // namespace pehchan

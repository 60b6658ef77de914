#include "credential/settings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "base/file.h"
#include "base/nearest.h"
#include "base/run_error.h"
#include "base/small_letters.h"
#include "toml/parse_toml.h"
#include "toml/table_reader.h"

namespace pehchan {
namespace {

constexpr std::uintmax_t largest_settings = 64 * 1024;
constexpr std::size_t longest_address = 100, most_fields = 30;
constexpr std::string_view name = "name", name_local = "name_local", district = "district", valid_until = "valid_until";
constexpr std::array may_enter = {name, name_local, district, valid_until};

/// What must never enter: whatever field has such a word in its name, and what that is called to people.
struct Forbidden {
  std::string_view word, told;
};
constexpr Forbidden forbidden[] = {
    {"epic", "the EPIC number"},
    {"voter", "the EPIC number"},
    {"mobile", "the mobile number"},
    {"phone", "the mobile number"},
    {"contact", "the mobile number"},
    {"whatsapp", "the mobile number"},
    {"mail", "the e-mail address"},
    {"address", "the address"},
    {"birth", "the date of birth"},
    {"dob", "the date of birth"},
    {"booth", "the booth, which says where somebody votes"},
    {"aadhaar", "the Aadhaar number"},
    {"aadhar", "the Aadhaar number"},
    {"photo", "the photo, which would make the code too dense to print"},
};

/// ISO 639-3: the languages of the Constitution's Eighth Schedule, others that many people in India speak, and English.
constexpr std::string_view languages[] = {"asm", "awa", "ben", "bgc", "bho", "bra", "brx", "doi", "eng",
                                          "gon", "guj", "hin", "hne", "kan", "kas", "kha", "kok", "lus",
                                          "mag", "mai", "mal", "mar", "mni", "nep", "ori", "pan", "raj",
                                          "san", "sat", "snd", "tam", "tcy", "tel", "urd"};

/// Without capitals and whatever parts words.
std::string letters_of(const std::string& field) {
  std::string letters = small_letters(field);
  std::erase_if(letters, [](char c) { return c == '_' || c == '-' || c == ' ' || c == '.'; });
  return letters;
}

/// Why this may not enter, or what was meant.
std::string refusal_of(const std::string& field) {
  const auto* found = std::ranges::find_if(forbidden, [letters = letters_of(field)](const Forbidden& one) {
    return letters.find(one.word) != std::string::npos;
  });
  if (found != std::end(forbidden))
    return fmt::format(
        "\"{}\" may not enter the code: it is {}. Whoever sees the card or a picture of it can read the code: encoded "
        "is not encrypted, and a hash of it is soon guessed",
        field, found->told);
  const std::string near = nearest(field, may_enter);
  return fmt::format(
      "\"{}\" cannot enter the code; {}", field,
      near.empty() ? "it may have name, name_local, district and valid_until" : fmt::format("is it \"{}\"?", near));
}

void read_fields(const TableReader& in, CredentialSettings& settings) {
  for (const auto& [field, where] : in.texts("fields", most_fields)) {
    if (field == name)
      settings.has_name = true;
    else if (field == name_local)
      settings.has_name_local = true;
    else if (field == district)
      settings.has_district = true;
    else if (field == valid_until)
      settings.has_valid_until = true;
    else
      in.mistake_at(where, refusal_of(field));
  }
  if (in.has("fields") && !settings.has_name)
    in.mistake("fields", "\"fields\" must have \"name\": a card without it says nothing of its member");
}

bool is_address(std::string_view text) {
  constexpr std::string_view scheme = "https://";
  const auto is_plain = [](char c) {
    return c > ' ' && c < 0x7F && std::string_view("\"<>\\^`{|}?#").find(c) == std::string_view::npos;
  };
  return text.starts_with(scheme) && text.size() > scheme.size() && text[scheme.size()] != '/' && text.back() != '/' &&
         std::ranges::all_of(text, is_plain);
}

std::string read_address(const TableReader& in, std::string_view key, std::optional<std::string> fallback,
                         const char* example) {
  const bool is_there = in.is_text(key);
  std::string address = in.text(key, std::move(fallback));
  if (is_there && !is_address(address))
    in.mistake(key, fmt::format("\"{}\" must be an address such as \"{}\", without a slash at the end", key, example));
  else if (address.size() > longest_address)
    in.mistake(key, fmt::format("\"{}\" is longer than {} characters, which every card's code would have to hold", key,
                                longest_address));
  return address;
}

std::string read_language(const TableReader& in) {
  std::string language = in.text("language", "hin");
  if (in.is_text("language") && std::ranges::find(languages, language) == std::end(languages))
    in.mistake("language", fmt::format("\"language\" must be a code of three letters (ISO 639-3), one of {}",
                                       fmt::join(languages, ", ")));
  return language;
}

CredentialSettings read_settings(const toml::table& root, Mistakes& mistakes) {
  const TableReader in(root, "credential.toml", mistakes);
  in.allow_only({"schema", "issuer", "fields", "valid_for", "wire", "status_uri", "language"});
  in.number("schema", 1, 1);
  CredentialSettings settings{.issuer = read_address(in, "issuer", std::nullopt, "https://cards.example.org")};
  read_fields(in, settings);
  if (in.has("valid_for")) {
    settings.valid_for = parse_valid_for(in.text("valid_for"));
    if (!settings.valid_for)
      in.mistake("valid_for", "\"valid_for\" must be a number from 1 to 999 and y, m or d: \"5y\", \"18m\", \"90d\"");
  }
  constexpr WireForm forms[] = {WireForm::standard, WireForm::mosip};
  settings.form = forms[in.choice("wire", {"standard", "mosip"})];
  settings.status_uri = read_address(in, "status_uri", "", "https://cards.example.org/status");
  settings.language = read_language(in);
  return settings;
}

}  // namespace

std::string status_list_uri(const CredentialSettings& settings, unsigned number) {
  return fmt::format("{}/{}", settings.status_uri, number);
}

CredentialSettings parse_credential_settings(std::string_view toml, const std::filesystem::path& file) {
  Mistakes mistakes;
  CredentialSettings settings;
  if (const auto root = parse_toml(toml))
    settings = read_settings(*root, mistakes);
  else
    mistakes.add(root.error().where, root.error().what);
  if (!mistakes.empty())
    throw RunError(ExitCode::bad_config, mistakes.told(file.string()),
                   "Correct the file and run the command again; docs/credentials.md has every key.");
  return settings;
}

CredentialSettings read_credential_settings(const std::filesystem::path& file) {
  return parse_credential_settings(read_file(file, largest_settings), file);
}

}  // namespace pehchan

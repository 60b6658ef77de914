#include "credential/key_ring_toml.h"

#include <fmt/format.h>

#include "base/file.h"
#include "base/run_error.h"
#include "credential/key_id.h"
#include "credential/secret_file.h"
#include "credential/validity.h"
#include "toml/parse_toml.h"
#include "toml/table_reader.h"

namespace pehchan {
namespace {

constexpr std::uintmax_t largest_ring = 256 * 1024;
constexpr std::size_t most_keys = 1000;

std::string read_day(const TableReader& in, std::string_view key, std::optional<std::string> fallback) {
  std::string day = in.text(key, std::move(fallback));
  if (in.has(key) && !day_begins(day)) in.mistake(key, fmt::format("\"{}\" must be a day such as \"2026-11-30\"", key));
  return day;
}

KeyEntry read_key(const TableReader& in) {
  in.allow_only({"kid", "made", "retired", "keep_until", "withdrawn"});
  KeyEntry key{.kid = in.text("kid"), .made = read_day(in, "made", std::nullopt)};
  if (!is_key_id(key.kid)) in.mistake("kid", "\"kid\" is no name of a key");
  key.retired = read_day(in, "retired", "");
  key.keep_until = read_day(in, "keep_until", "");
  key.withdrawn = read_day(in, "withdrawn", "");
  return key;
}

KeyRing read_ring(const toml::table& root, Mistakes& mistakes) {
  const TableReader in(root, "[keys]", mistakes);
  in.allow_only({"schema", "key"});
  in.number("schema", 1, 1);
  KeyRing ring;
  for (const toml::table* table : in.tables("key", most_keys))
    ring.keys.push_back(read_key(TableReader(*table, "[[key]]", mistakes)));
  if (ring.keys.empty()) in.mistake("key", "there is no [[key]]");
  for (const KeyEntry& key : ring.keys)
    if (key.retired.empty() != (&key == &ring.keys.back()))
      in.mistake("key", "the last [[key]] is the current one, and only the others are \"retired\"");
  return ring;
}

}  // namespace

std::filesystem::path key_ring_file(const std::filesystem::path& folder) { return folder / "keys.toml"; }

KeyRing read_key_ring(const std::filesystem::path& folder) {
  const std::filesystem::path file = key_ring_file(folder);
  if (!std::filesystem::exists(file))
    throw RunError(ExitCode::missing_input, fmt::format("there are no keys in {}", folder.string()),
                   "Check the folder's name, or make the first one with 'pehchan keys new'.");
  refuse_open_to_change(folder);
  refuse_open_to_change(file);
  Mistakes mistakes;
  KeyRing ring;
  const std::string text = read_file(file, largest_ring);
  if (const auto root = parse_toml(text))
    ring = read_ring(*root, mistakes);
  else
    mistakes.add(root.error().where, root.error().what);
  if (!mistakes.empty())
    throw RunError(ExitCode::bad_config, mistakes.told(file.string()),
                   "Put it right; docs/credentials.md says what it holds.");
  return ring;
}

std::string key_ring_toml(const KeyRing& ring) {
  std::string text = "# The keys in this folder, the last one the current. Written by 'pehchan keys'.\nschema = 1\n";
  for (const KeyEntry& key : ring.keys) {
    text += fmt::format("\n[[key]]\nkid = \"{}\"\nmade = \"{}\"\n", key.kid, key.made);
    if (!key.retired.empty()) text += fmt::format("retired = \"{}\"\n", key.retired);
    if (!key.keep_until.empty()) text += fmt::format("keep_until = \"{}\"\n", key.keep_until);
    if (!key.withdrawn.empty()) text += fmt::format("withdrawn = \"{}\"\n", key.withdrawn);
  }
  return text;
}

}  // namespace pehchan

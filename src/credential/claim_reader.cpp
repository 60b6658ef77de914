#include "credential/claim_reader.h"

#include "credential/claim_keys.h"
#include "credential/utf8.h"

namespace pehchan {
namespace {

constexpr std::size_t longest_text = 400;

}  // namespace

std::string ClaimReader::text(const CborValue* value, const char* otherwise) {
  if (value == nullptr || !value->is(CborValue::Kind::text) || value->content.empty()) {
    refuse(otherwise);
    return {};
  }
  if (value->content.size() > longest_text) refuse("a text is too long");
  if (has_controls(value->content)) refuse("a text has control characters");
  return std::string(value->content.substr(0, longest_text));
}

std::string ClaimReader::text(const CborValue& map, std::int64_t key, Presence presence) {
  const CborValue* value = map.find(key);
  if (value == nullptr && presence == Presence::optional) return {};
  return text(value, value == nullptr ? "a claim is missing" : "a claim is no text");
}

std::int64_t ClaimReader::count(const CborValue* value, const char* otherwise) {
  const auto number = value == nullptr ? std::nullopt : value->integer();
  if (number && *number >= 0) return *number;
  refuse(otherwise);
  return 0;
}

std::optional<std::int64_t> ClaimReader::time(const CborValue& map, std::int64_t key, Presence presence) {
  const CborValue* value = map.find(key);
  if (value == nullptr && presence == Presence::optional) return std::nullopt;
  const std::int64_t seconds = count(value, "a time is missing or is no whole number");
  if (seconds > claim::latest_time) refuse("a time lies after the year 9999");
  return seconds;
}

}  // namespace pehchan

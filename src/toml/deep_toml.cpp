#include "toml/deep_toml.h"

#include <algorithm>
#include <cstdint>

namespace pehchan {
namespace {

/// Behind the text in quotes that begins at `at`, or behind as much of it as there is. What is not right in it is for
/// the parser to tell, which reads no further.
std::size_t end_of_quoted(std::string_view toml, std::size_t at) {
  const char quote = toml[at];
  const std::string_view three = quote == '"' ? R"(""")" : "'''";
  const bool is_long = toml.substr(at).starts_with(three);
  for (at += is_long ? 3 : 1; at < toml.size(); ++at) {
    if (toml[at] == '\\' && quote == '"') {
      ++at;
    } else if (is_long && toml.substr(at).starts_with(three)) {
      // Up to two quotes more are the text's own.
      const auto last = std::min(toml.find_first_not_of(quote, at), at + 5);
      return std::min(last, toml.size());
    } else if (!is_long && (toml[at] == quote || toml[at] == '\n')) {
      return at + (toml[at] == quote ? 1 : 0);
    }
  }
  return toml.size();
}

LineColumn place_of(std::string_view toml, std::size_t at) {
  LineColumn place{1, 1};
  for (const char c : toml.substr(0, at)) {
    const bool goes_on = (static_cast<std::uint8_t>(c) & 0xC0) == 0x80;  // the rest of a UTF-8 character
    if (c == '\n')
      ++place.line, place.column = 1;
    else if (!goes_on)
      ++place.column;
  }
  return place;
}

}  // namespace

std::optional<LineColumn> deep_in_toml(std::string_view toml) {
  std::size_t brackets = 0, dots = 0;
  for (std::size_t at = 0; at < toml.size();) {
    const char c = toml[at];
    if (c == '"' || c == '\'') {
      at = end_of_quoted(toml, at);
      continue;
    }
    if (c == '#') at = std::min(toml.find('\n', at), toml.size());
    if (c == '[' || c == '{') ++brackets;
    if ((c == ']' || c == '}') && brackets > 0) --brackets;
    if (c == '.') ++dots;
    if (std::string_view("=,[]{}#\n").find(c) != std::string_view::npos) dots = 0;
    if (brackets > most_toml_depth || dots > most_toml_depth) return place_of(toml, at);
    ++at;
  }
  return std::nullopt;
}

}  // namespace pehchan

#include "toml/parse_toml.h"

#include <fmt/format.h>

#include <algorithm>

#include "toml/deep_toml.h"
#include "toml/table_reader.h"

namespace pehchan {
namespace {

std::string_view line_of(std::string_view text, unsigned line) {
  for (; line > 1 && !text.empty(); --line) text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  return text.substr(0, text.find('\n'));
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

/// What toml++ says, and what to do about what people often write.
std::string explained(std::string_view description, std::string_view line) {
  const std::string what(description);
  for (const char* quote : {"“", "”", "„", "‘", "’"})
    if (has(line, quote)) return fmt::format("{} has curly quotation marks: write straight ones, \"…\"", line);
  if (has(what, "redefine existing array"))
    return what + ": there are several, so each begins with two brackets on both sides, [[…]]";
  return what;
}

}  // namespace

Result<toml::table, TomlFault> parse_toml(std::string_view text) {
  if (const auto deep = deep_in_toml(text))
    return failure(
        TomlFault{*deep, fmt::format("this lies too deep: {0} brackets in each other and {0} dots in a key at "
                                     "most",
                                     most_toml_depth)});
  try {
    return toml::parse(text);
  } catch (const toml::parse_error& error) {
    const LineColumn where = begin_of(error.source());
    return failure(TomlFault{where, explained(error.description(), line_of(text, where.line))});
  }
}

}  // namespace pehchan

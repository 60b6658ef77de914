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

struct Explanation {
  const char* said;  ///< by toml++, in part
  const char* advice;
};
/// What people often write; the first that fits is told.
constexpr Explanation explanations[] = {
    {"redefine existing array", "there are several, so each begins with two brackets on both sides, [[…]]"},
    {"redefine existing table",
     "this table is there twice: take one out; if there may be several, each begins with two brackets on both sides, "
     "[[…]]"},
    {"redefine existing", "this key is there twice: take one out"},
    {"expected value, saw '#'", "put a colour in quotes, \"#0F3D4C\""},
    {"expected value, saw ','", "a number has a digit before its decimal point: write 0.5"},
    {"expected value, saw", "the value is missing behind the ="},
    {"control characters", "the closing quotation mark is missing"},
    {"could not determine value type", "put a text in quotes, \"…\", and write a number without unit: 7, not 7pt"},
    {"whitespace, saw ','", "lists stand in [ ], as in [85.6, 53.98], and numbers have a decimal point"},
    {"whitespace, saw ']'", "write as many brackets before as behind: [front] or [[front.text]]"},
    {"header: expected ']'", "write as many brackets before as behind: [front] or [[front.text]]"},
    {"expected a comment or whitespace", "put a text in quotes, \"…\", and write a number without unit: 7, not 7 pt"},
    {"expected comma or closing ']'", "a list has commas between its values and ends with ]"},
    {"expected '='", "write key = value, each on a line of its own"},
    {"boolean", "put a text in quotes, \"…\"; or write true or false, in small letters and without quotes"},
    {"expected digit", "put a text in quotes, \"…\", and write a number without unit: 7, not 7mm"},
    {"floating-point", "put a text in quotes, \"…\", and write a number without unit: 7, not 7pt"},
    {"leading zero", "a number does not begin with 0: write 7, not 07"},
};

std::string explained(std::string_view description, std::string_view line) {
  for (const char* quote : {"“", "”", "„", "‘", "’"})
    if (has(line, quote)) return fmt::format("{} has curly quotation marks: write straight ones, \"…\"", line);
  for (const auto& [said, advice] : explanations)
    if (has(description, said)) return advice;
  return std::string(description);
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

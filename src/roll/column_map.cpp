#include "roll/column_map.h"

#include <fmt/format.h>

#include <toml++/toml.h>

#include <algorithm>

#include "base/file.h"
#include "base/nearest.h"
#include "base/run_error.h"
#include "roll/utf8.h"
#include "roll/word_key.h"
#include "toml/parse_toml.h"

namespace pehchan {
namespace {

constexpr std::uintmax_t largest_map = 1 << 20;
constexpr const char* advice =
    "A line of it is, for example: member_no = \"Membership ID\", below a line [columns]. The name in front of '=' is "
    "ours, the heading is your roll's.";

[[noreturn]] void refuse(const std::string& file, std::size_t line, const std::string& what) {
  throw RunError(ExitCode::bad_config, fmt::format("{}:{}: {}", file, line, what), advice);
}

std::size_t line_of(const toml::node& node) { return node.source().begin.line; }

Field column_named(const std::string& file, const toml::key& key) {
  const auto field = field_named(key.str());
  if (field) return *field;
  const std::string near = nearest(key.str(), field_names);
  refuse(file, key.source().begin.line,
         fmt::format("there is no column '{}'{}", key.str(), near.empty() ? "" : fmt::format("; is it {}?", near)));
}

const toml::table& columns_of(const toml::table& whole, const std::string& file) {
  for (const auto& [key, node] : whole)
    if (key.str() != "columns")
      refuse(file, key.source().begin.line, fmt::format("there is no '{}' here, only [columns]", key.str()));
  const toml::table* columns = whole["columns"].as_table();
  if (columns == nullptr) refuse(file, 1, "there is no [columns]");
  return *columns;
}

std::string heading_of(const toml::node& node, const std::string& file) {
  const auto text = node.value<std::string>();
  if (!node.is_string() || word_key(*text).empty())
    refuse(file, line_of(node), "a heading is a text in quotation marks, and not empty");
  return *text;
}

}  // namespace

ColumnMap parse_column_map(std::string_view text, const std::string& file) {
  const auto whole = parse_toml(text);
  if (!whole) refuse(file, whole.error().where.line, whole.error().what);
  ColumnMap map;
  for (const auto& [key, node] : columns_of(*whole, file)) {
    const std::string heading = heading_of(node, file);
    const auto same = [&](const std::string& other) { return word_key(other) == word_key(heading); };
    if (std::any_of(map.headings.begin(), map.headings.end(), same))
      refuse(file, line_of(node), fmt::format("the heading '{}' is given to two columns", heading));
    map.headings[static_cast<std::size_t>(column_named(file, key))] = heading;
  }
  return map;
}

ColumnMap read_column_map(const std::filesystem::path& file) {
  return parse_column_map(read_file(file, largest_map), file.string());
}

}  // namespace pehchan

#include "roll/columns.h"

#include <fmt/format.h>

#include <algorithm>

#include "roll/aliases.h"
#include "roll/utf8.h"
#include "roll/word_key.h"

namespace pehchan {
namespace {

std::optional<Field> field_mapped(const std::string& heading, const ColumnMap& map) {
  const std::string key = word_key(heading);
  for (std::size_t i = 0; i < field_count; ++i)
    if (!map.headings[i].empty() && word_key(map.headings[i]) == key) return static_cast<Field>(i);
  return std::nullopt;
}

std::optional<Field> field_meant(const std::string& heading, const ColumnMap& map) {
  if (find_bad_utf8(heading)) return std::nullopt;
  if (const auto field = field_mapped(heading, map)) return field;
  const auto field = field_headed(heading);
  return field && map[*field].empty() ? field : std::nullopt;
}

}  // namespace

std::string Columns::name_of_cell(std::size_t cell) const {
  for (std::size_t i = 0; i < field_count; ++i)
    if (places[i] == cell) return std::string(field_names[i]);
  return cell < headings.size() ? headings[cell] : std::string();
}

Columns match_columns(const Record& header, const ColumnMap& map) {
  Columns columns{.row = header.row, .headings = header.cells, .places = {}, .added = {}, .surplus = {}, .doubles = {}};
  for (std::size_t cell = 0; cell < header.cells.size(); ++cell) {
    const std::string& heading = header.cells[cell];
    columns.added.push_back(heading.starts_with(withheld_prefix));
    if (heading == surplus_column) columns.surplus = cell;
    const auto field = columns.added.back() ? std::nullopt : field_meant(heading, map);
    if (!field) continue;
    auto& place = columns.places[static_cast<std::size_t>(*field)];
    if (place)
      columns.doubles.push_back(fmt::format("{} (columns {} and {})", name_of(*field), *place + 1, cell + 1));
    else
      place = cell;
  }
  return columns;
}

bool heads_withheld(const Record& record) {
  return std::find(record.cells.begin(), record.cells.end(), code_column) != record.cells.end();
}

}  // namespace pehchan

#include "roll/database_select.h"

#include <soci/soci.h>

#include "roll/columns.h"
#include "roll/database_url.h"

namespace pehchan {
namespace {

std::string quoted_table(const std::string& table) {
  const auto dot = table.find('.');
  if (dot == std::string::npos) return quoted_name(table);
  return quoted_name(table.substr(0, dot)) + "." + quoted_name(table.substr(dot + 1));
}

/// The columns of a table in the order that they sort it.
std::string order_by(const RollSource& source, const std::vector<std::string>& names) {
  const ColumnMap map = source.columns.empty() ? ColumnMap() : read_column_map(source.columns);
  const auto number = match_columns({.row = 1, .cells = names}, map)[Field::member_no];
  std::string sql = " order by ";
  if (number) sql += "roll." + quoted_name(names[*number]);
  for (std::size_t i = 0; i < names.size(); ++i)
    sql += (i > 0 || number ? ", " : "") + ("cast(roll." + quoted_name(names[i])) + " as text)";
  return sql;
}

}  // namespace

std::string select_from(const RollSource& source) {
  // The line break ends a comment at the query's end.
  return (source.table.empty() ? "(" + without_end(source.query) + "\n)" : quoted_table(source.table)) + " as roll";
}

std::string select_as_text(const RollSource& source, const std::vector<std::string>& names) {
  std::string sql = "select ";
  for (std::size_t i = 0; i < names.size(); ++i)
    sql += (i > 0 ? ", " : "") + ("cast(roll." + quoted_name(names[i])) + " as text)";
  sql += " from " + select_from(source);
  return source.table.empty() ? sql : sql + order_by(source, names);
}

void take_row(const soci::row& row, Record& record) {
  record.defect = Defect::none;
  record.cells.resize(row.size());
  for (std::size_t i = 0; i < row.size(); ++i)
    if (row.get_indicator(i) == soci::i_null)
      record.cells[i].clear();
    else
      record.cells[i] = row.get<std::string>(i);
  limit_length(record);
}

}  // namespace pehchan

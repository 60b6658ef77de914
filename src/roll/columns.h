#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/field.h"
#include "roll/column_map.h"
#include "roll/record.h"

namespace pehchan {

/// Columns that write_withheld adds. On reading they are passed over, so that its corrected file is a roll again; only
/// what is left in `surplus_column` still withholds the row.
inline constexpr std::string_view withheld_prefix = "withheld_";
inline constexpr std::string_view surplus_column = "withheld_extra";
inline constexpr std::string_view code_column = "withheld_code";

/// What a roll's header says.
struct Columns {
  std::size_t row = 0;                                         ///< of the header
  std::vector<std::string> headings;                           ///< every cell, as written
  std::array<std::optional<std::size_t>, field_count> places;  ///< which cell of a row a field is in
  std::vector<bool> added;                                     ///< the heading starts with withheld_
  std::optional<std::size_t> surplus;                          ///< the cell headed withheld_extra
  std::vector<std::string> doubles;  ///< fields that more than one heading means, told with their columns

  std::optional<std::size_t> operator[](Field field) const { return places[static_cast<std::size_t>(field)]; }
  /// The column's canonical name, or the heading as written where the column is none of ours.
  std::string name_of_cell(std::size_t cell) const;
};

/// What the headings mean: what `map` says, before what offices usually write. Nothing is judged; a heading that is not
/// UTF-8 means nothing.
Columns match_columns(const Record& header, const ColumnMap& map);

/// Whether a row is the header of a file of withheld rows.
bool heads_withheld(const Record& record);

}  // namespace pehchan

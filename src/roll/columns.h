#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/field.h"
#include "roll/csv.h"

namespace pehchan {

/// Columns that write_withheld adds. On reading they are passed over, so that its corrected file is a roll again; only
/// what is left in `surplus_column` still withholds the row.
inline constexpr std::string_view withheld_prefix = "withheld_";
inline constexpr std::string_view surplus_column = "withheld_extra";

/// What a roll's header says.
struct Columns {
  std::vector<std::string> headings;                           ///< every cell, as written
  std::array<std::optional<std::size_t>, field_count> places;  ///< which cell of a row a field is in
  std::vector<bool> added;                                     ///< the heading starts with withheld_
  std::optional<std::size_t> surplus;                          ///< the cell headed withheld_extra

  std::optional<std::size_t> operator[](Field field) const { return places[static_cast<std::size_t>(field)]; }
  /// The column's canonical name, or the heading as written where the column is none of ours.
  std::string name_of_cell(std::size_t cell) const;
};

/// Reads the header from the roll's first record. Throws RunError (bad_input) if it is not good CSV or not UTF-8 (with
/// its row, cell and byte), if member_no, name, booth_no, block, district, photo or status is missing, or if two
/// headings mean the same field: all of that in one message. `file` is for messages.
Columns read_columns(const Record& header, const std::string& file);

/// Reads the first record and its columns, and tells the reader how many to expect. Throws RunError (bad_input) as
/// read_columns, or if there is no record at all.
Columns read_header(CsvReader& csv, const std::string& file);

}  // namespace pehchan

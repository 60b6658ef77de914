#pragma once
#include <cstddef>
#include <span>
#include <string>

#include "model/field.h"
#include "roll/column_map.h"
#include "roll/columns.h"
#include "roll/row_source.h"

namespace pehchan {

/// What a header must be and where it may stand.
struct HeaderWanted {
  std::string file;               ///< for messages
  std::span<const Field> needed;  ///< columns that must be there
  ColumnMap map = {};             ///< headings of this roll
  std::size_t row = 0;            ///< the row it stands in; 0: the first of the first 20 with the columns needed
};

/// The columns a roll cannot do without: member_no, name, booth_no, block, district, photo, status.
std::span<const Field> needed_columns();

/// Reads up to the header and tells the source how many columns there are. A file of withheld rows has its header in
/// row 1, whatever `wanted.row` says: it is fed back with the options of the roll it came from. Throws RunError
/// (bad_input) if no row will do, about the row that is most like a header: it is not good CSV or not UTF-8 (with its
/// row, cell and byte), a column is missing, a heading of the map is missing, or two headings mean the same field: all
/// of that in one message.
Columns find_header(RowSource& source, const HeaderWanted& wanted);

}  // namespace pehchan

#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "model/field.h"
#include "model/problem.h"

namespace pehchan {

/// Everything that can be wrong with a row, or worth a note.
enum class RowFault {
  quote_unclosed,
  quote_misplaced,
  row_too_long,
  too_few_cells,
  too_many_cells,
  not_mended,  ///< withheld_extra still holds something
  bad_utf8,
  nul,
  lost_character,  ///< U+FFFD: some program before us could not read it
  control_character,
  hidden_direction,
  stray_quote,
  number_shortened,   ///< 9.0E+17
  spreadsheet_error,  ///< #REF!
  mojibake,
  legacy_font,
  empty,
  too_long,
  member_no_malformed,
  mobile_malformed,
  epic_malformed,
  date_malformed,
  photo_path,
  status_unknown,
  channel_unknown,
  receipt_missing,
  confirmed_before_enrolled,
  valid_before_confirmed,
  member_no_duplicate,
  epic_duplicate,
  mobile_shared,  ///< a note
  epic_old,       ///< a note
};

/// place_unknown: `likely` is the name that was probably meant; empty: nobody knows.
Problem place_problem(const std::string& file, std::size_t row, Field level, const std::string& likely);

/// The Problem of one row. `field`: a canonical column name, a heading, or empty for the whole row.
Problem roll_problem(RowFault fault, const std::string& file, std::size_t row, std::string field);

/// The same for what several rows have in common: the reason names the others (the first few of them).
Problem shared_problem(RowFault fault, const std::string& file, std::size_t row, std::string field,
                       std::span<const std::uint32_t> rows);

}  // namespace pehchan

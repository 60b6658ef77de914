#pragma once
#include <istream>

#include "model/roll.h"
#include "roll/roll_source.h"

namespace pehchan {

/// Reads a roll from wherever it lives: CSV as RFC 4180 has it, parted by , ; or tab; a worksheet; a table or query of
/// a database. Headings are canonical, or as offices write them, or what source.columns says. A row that is wrong is
/// withheld with every reason, and costs no other row its card, except those with the same card number or EPIC number.
/// Pending and declined rows are counted only. Rows are numbered as a spreadsheet numbers them; of a database, row 1 is
/// the columns' names. Throws RunError: usage for options that do not go together, missing_input for what is not a
/// regular file, bad_input for a roll that will not do, bad_config for source.columns, unavailable for a database that
/// does not answer or goes away, io_error when reading fails.
Roll read_roll(const RollSource& source);

/// The same from the bytes of a CSV file; source.where is for messages.
Roll read_roll(std::istream& csv, const RollSource& source);

}  // namespace pehchan

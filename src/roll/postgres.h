#pragma once
#include <memory>

#include "roll/roll_source.h"
#include "roll/row_source.h"

namespace pehchan {

/// Rows of a table or a query of a PostgreSQL database, every column as text. Read in pages of 10,000 through a cursor
/// of the server's, inside one read-only transaction: memory stays flat, the roll is one moment's picture whatever is
/// written meanwhile, and rows with equal or empty keys cannot fall between pages as they can where each page is asked
/// for by the last key of the one before. See database_select.h for the order. Throws RunError: usage for an address
/// that cannot be understood or without --query or --table, unavailable when the server does not answer or goes away,
/// bad_input for bad SQL, several statements, or a statement that would write. No message holds a password.
std::unique_ptr<RowSource> open_postgres(const RollSource& source);

}  // namespace pehchan

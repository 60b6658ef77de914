#pragma once
#include <string>
#include <vector>

#include "roll/record.h"
#include "roll/roll_source.h"

namespace soci {
class row;
}

namespace pehchan {

/// What to read from: a table, named "members" or "office.members", or a query, as it is to stand behind FROM.
std::string select_from(const RollSource& source);

/// The statement that reads these columns of it, each as text: SOCI would cut a bigint to an int and take dates and
/// times for its own. A table is ordered by the member number and then by everything else, so that its rows keep their
/// numbers on a second reading; a query comes in its own order.
std::string select_as_text(const RollSource& source, const std::vector<std::string>& names);

/// A row of that statement; NULL is an empty cell. `record.row` is left as it is.
void take_row(const soci::row& row, Record& record);

}  // namespace pehchan

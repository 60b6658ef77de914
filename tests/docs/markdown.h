#pragma once
#include <string>
#include <vector>

namespace pehchan {

std::vector<std::string> lines_of(const std::string& text);

/// What the first group of a regular expression matches, in order.
std::vector<std::string> matches(const std::string& text, const std::string& pattern);

/// The lines below a heading, up to the next of its rank or above. Throws std::runtime_error when there is none.
std::vector<std::string> below(const std::string& markdown, const std::string& heading);

/// The cells of a table's row, \| as |.
std::vector<std::string> cells_of(const std::string& row);

/// The row of the tables below a heading whose first cell has this word in code; empty: there is none.
std::vector<std::string> row_of(const std::string& markdown, const std::string& heading, const std::string& word);

/// How GitHub names a heading in links.
std::string anchor_of(const std::string& heading);

}  // namespace pehchan

#pragma once
#include <array>
#include <filesystem>
#include <string>
#include <string_view>

#include "model/field.h"

namespace pehchan {

/// Which heading of a particular roll is which of our columns; an empty heading leaves it to the known aliases.
struct ColumnMap {
  std::array<std::string, field_count> headings;

  const std::string& operator[](Field field) const { return headings[static_cast<std::size_t>(field)]; }
};

/// Reads a file such as
///
///     [columns]
///     member_no = "Mitglied"
///     booth_no  = "मतदान केंद्र क्रमांक"
///
/// Throws RunError: missing_input if there is no such file, bad_config with its line for what is not TOML, a column we
/// do not know (with the nearest that we do), or a heading that is not a text or is given to two columns.
ColumnMap read_column_map(const std::filesystem::path& file);

/// The same from text; `file` is for messages.
ColumnMap parse_column_map(std::string_view text, const std::string& file);

}  // namespace pehchan

#pragma once
#include <toml++/toml.h>

#include <string>
#include <string_view>

#include "base/result.h"
#include "model/line_column.h"

namespace pehchan {

/// Why a text is no TOML, and what would be right.
struct TomlFault {
  LineColumn where;
  std::string what;
};

/// The table of a TOML text, of whatever size; hostile ones are refused before toml++ goes too deep (deep_toml.h).
Result<toml::table, TomlFault> parse_toml(std::string_view text);

}  // namespace pehchan

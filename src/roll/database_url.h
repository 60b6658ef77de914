#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "roll/roll_source.h"

namespace pehchan {

/// postgresql:// or postgres://
bool is_postgres_url(std::string_view where);

/// The file of sqlite://PATH; nothing for anything else.
std::optional<std::filesystem::path> sqlite_file(std::string_view where);

/// An address without its secrets: the password before '@' and the value of each parameter whose name has "password" in
/// it become ***. Whatever is no address stays as it is.
std::string masked(std::string_view where);

/// A library's message without the address' secrets, should it repeat them.
std::string scrubbed(std::string message, std::string_view where);

/// Throws RunError (usage) unless exactly one of --query and --table is given.
void expect_query_or_table(const RollSource& source);

/// An identifier for SQL: "na""me".
std::string quoted_name(std::string_view identifier);

/// A query without the ';' and blanks at its end.
std::string without_end(std::string_view query);

}  // namespace pehchan

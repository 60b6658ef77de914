#pragma once
#include <string>

#include "base/run_error.h"

namespace pehchan {

/// What libpq connects with, from a postgresql:// address: its own options, and time limits for what it leaves open (a
/// server that is not there must not be waited for for ever). Throws RunError (bad_config) when it cannot be taken
/// apart or asks for an option that libpq does not know; says nothing of what stands in it, because a password with an
/// unescaped '@', '/' or '?' may be anywhere.
std::string connection_words(const std::string& where);

/// Why the database at `where` could not be reached, from `said`, libpq's own words: bad_config when the server refused
/// whom or what was asked for, which waiting does not mend; unavailable otherwise. Quoted words that may be part of a
/// password in the address are not told.
RunError unreached(const std::string& said, const std::string& where);

}  // namespace pehchan

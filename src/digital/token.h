#pragma once
#include <string>
#include <string_view>

namespace pehchan {

/// What a card's address ends in: 128 bits of the system's randomness that nobody can guess, as 22 letters, digits,
/// '-' and '_' (base64url, RFC 4648 §5). It begins with a letter or digit: a spreadsheet takes "-x" for a formula, a
/// program for an option. Throws RunError (internal) where the system has none.
std::string new_token();

/// Whether a text may be one: it then is a folder's name and nothing else.
bool is_token(std::string_view text);

}  // namespace pehchan

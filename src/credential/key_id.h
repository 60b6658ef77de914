#pragma once
#include <string>
#include <string_view>

namespace pehchan {

/// What a key's name (kid) may be: 1 to 32 letters of English, digits, '-' and '_'.
bool is_key_id(std::string_view text);

/// A key file's kid: 2026a of 2026a.pem and of 2026a.pub.pem. Empty when the name cannot be one.
std::string key_id_of(std::string file_name);

}  // namespace pehchan

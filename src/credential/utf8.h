#pragma once
#include <string_view>

namespace pehchan {

/// Whether the bytes are UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing past U+10FFFF.
bool is_utf8(std::string_view bytes);

/// Whether a text of UTF-8 has a control character: U+0000 to U+001F, or U+007F to U+009F.
bool has_controls(std::string_view utf8);

}  // namespace pehchan

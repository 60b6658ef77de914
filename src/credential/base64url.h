#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace pehchan {

/// RFC 4648 §5, without padding.
std::string to_base64url(std::string_view bytes);

/// Nothing for what no bytes make; padding is not taken.
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace pehchan

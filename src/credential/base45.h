#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace pehchan {

/// Base45 (RFC 9285): the alphabet of alphanumeric QR codes, three characters for two bytes. The last character of a
/// group counts most and never reaches the space (65,535 / 45² is 32, the space is 36), so that no text ends in one;
/// nor does one whose first bytes are a zlib header begin with one.
std::string to_base45(std::string_view bytes);

/// Nothing for what no bytes make: another character, a group over 65,535 or 255, one character left over.
std::optional<std::string> from_base45(std::string_view text);

}  // namespace pehchan

#pragma once
#include <string>
#include <string_view>

#include "base/result.h"

namespace pehchan {

/// A code's text is no longer than any QR code can hold, and unpacks to no more than this.
inline constexpr std::size_t longest_qr_text = 4296, largest_token = 8 * 1024;

/// Signed bytes as the text of a QR code: zlib, then Base45. It never begins or ends in a space, which readers that
/// trim would lose.
std::string to_qr_text(std::string_view cose);

/// The other way; the failure says why not.
Result<std::string, const char*> from_qr_text(std::string_view text);

}  // namespace pehchan

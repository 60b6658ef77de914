#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pehchan {

/// The bytes packed as tightly as zlib does (RFC 1950).
std::string deflated(std::string_view bytes);

/// What one zlib stream holds that fills `bytes` to the end. Nothing for what is damaged, cut off, followed by
/// something, needs a dictionary, has anything but zeros in its unused bits, or unpacks to more than `limit` bytes: no
/// more than that is ever unpacked.
std::optional<std::string> inflated(std::string_view bytes, std::size_t limit);

}  // namespace pehchan

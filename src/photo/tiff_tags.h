#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace pehchan {

/// The first value of a SHORT or LONG tag in the first directory (IFD0) of a classic TIFF structure (TIFF 6.0 section
/// 2); nothing when it is absent, malformed or lies outside.
std::optional<std::uint32_t> tiff_tag(std::string_view tiff, std::uint32_t tag);

}  // namespace pehchan

#pragma once
#include <filesystem>
#include <optional>
#include <string>

namespace pehchan {

/// A small JPEG (at most 96 px a side, upright as EXIF says) of whatever a photo shows, for the report: also of a
/// damaged one, as far as it goes. Nothing when the file cannot be opened safely (see open_photo) or shows nothing.
std::optional<std::string> thumbnail(const std::filesystem::path& photos_root, const std::string& relative_name);

}  // namespace pehchan

#pragma once
#include <filesystem>

namespace pehchan {

/// A path from the root, its links followed, without a slash at its end. What it names need not be there.
std::filesystem::path whole_path(const std::filesystem::path& path);

/// Whether a path is this folder or below it: as it is written, or where its links lead.
bool lies_in(const std::filesystem::path& inner, const std::filesystem::path& folder);

}  // namespace pehchan

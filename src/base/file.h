#pragma once
#include <cstdint>
#include <filesystem>
#include <string>

namespace pehchan {

/// A whole regular file's bytes. Throws RunError: missing_input when it is absent or not a regular file (a folder, a
/// pipe), bad_input when it is larger than `limit` bytes, io_error when reading fails.
std::string read_file(const std::filesystem::path& path, std::uintmax_t limit);

/// Where templates and fonts are: $PEHCHAN_DATA, or ../share/pehchan beside the running program. Throws RunError
/// (bad_config) if neither is there.
std::filesystem::path data_folder();

}  // namespace pehchan

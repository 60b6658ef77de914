#pragma once
#include <filesystem>
#include <string>

#include "base/result.h"
#include "photo/fault.h"

namespace pehchan {

/// A photo file's bytes. `name` is relative to `root` and must stay inside it, also through symlinks, and match
/// exactly, capital and small letters included. Only a regular file of 1 byte to 50 MB is read; a pipe or device is
/// never waited on. Faults: path, missing, other_case, unreadable, not_file, empty, too_large, damaged (a disk error).
Result<std::string, PhotoFault> open_photo(const std::filesystem::path& root, const std::string& name);

}  // namespace pehchan

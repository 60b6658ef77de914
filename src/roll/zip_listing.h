#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace pehchan {

struct ZipEntry {
  std::string name;
  std::uint64_t size = 0;  ///< unpacked, as the archive declares it
};

/// What the directory at the end of a zip archive lists; nothing is unpacked. Throws RunError (bad_input) if it is no
/// such directory, needs Zip64, or lists more than 10,000 entries.
std::vector<ZipEntry> list_zip(const std::filesystem::path& file);

}  // namespace pehchan

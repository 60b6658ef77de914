#pragma once
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace pehchan {

struct PhotoList {
  std::vector<std::string> names;  ///< relative to the folder, sorted by bytes
  std::size_t others = 0;          ///< files that are no pictures, and are left alone
};

/// The photos in a folder and the folders in it: files whose name ends as pictures' do, or whose first bytes are a
/// picture's. Hidden files and folders are passed over, links to other folders not followed; a name
/// that leads nowhere is listed, for whoever opens it to tell. Throws RunError when the
/// folder cannot be read.
PhotoList list_photos(const std::filesystem::path& folder);

}  // namespace pehchan

#pragma once
#include <filesystem>
#include <string>

namespace pehchan {

/// Before a folder's file of withheld rows is replaced or removed: when somebody has edited it since it was written, a
/// copy is kept as put-right-0001.csv (.xlsx, .ods), so that no row that was put right by hand is ever lost.
void keep_edited_withheld(const std::filesystem::path& folder);

/// Remembers what was written under this name, in a hidden file beside it, to know an edited one by.
void remember_withheld(const std::filesystem::path& folder, const std::string& name);

}  // namespace pehchan

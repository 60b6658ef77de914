#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
#include <string>

namespace pehchan {

/// What tells that a file was saved, by whatever way: written in place, or put there by renaming as editors do.
struct FileStamp {
  std::uint64_t inode = 0, size = 0;
  std::int64_t modified = 0;  ///< ns
  bool operator==(const FileStamp&) const = default;
};

/// The files right in a folder, by name; what editors keep for themselves (hidden files, NAME~) does not count. Empty
/// when there is no such folder.
using FolderState = std::map<std::string, FileStamp>;
FolderState state_of(const std::filesystem::path& folder);

/// Waits until the folder is no longer as it was seen, and then until all has been quiet for a moment: a save is often
/// several steps. It looks ten times a second instead of being told, which works on network folders, too, and when the
/// folder itself goes and comes back. Nothing when asked to stop.
std::optional<FolderState> wait_for_change(const std::filesystem::path& folder, const FolderState& seen,
                                           const std::stop_token& stop);

}  // namespace pehchan

#include "batch/folder_state.h"

#include <sys/stat.h>

#include <chrono>
#include <system_error>
#include <thread>

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr std::chrono::milliseconds moment{100};

}  // namespace

FolderState state_of(const fs::path& folder) {
  FolderState state;
  std::error_code error;
  for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator();
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with('.') || name.ends_with('~')) continue;
    struct stat file {};
    if (::stat(entry->path().c_str(), &file) != 0 || !S_ISREG(file.st_mode)) continue;
    state[name] = {file.st_ino, static_cast<std::uint64_t>(file.st_size),
                   file.st_mtim.tv_sec * 1'000'000'000 + file.st_mtim.tv_nsec};
  }
  return state;
}

std::optional<FolderState> wait_for_change(const fs::path& folder, const FolderState& seen,
                                           const std::stop_token& stop) {
  FolderState last = state_of(folder);
  while (!stop.stop_requested()) {
    std::this_thread::sleep_for(moment);
    FolderState now = state_of(folder);
    if (now == last && now != seen) return now;
    last = std::move(now);
  }
  return std::nullopt;
}

}  // namespace pehchan

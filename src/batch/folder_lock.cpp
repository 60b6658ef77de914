#include "batch/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "base/run_error.h"

namespace pehchan {

FolderLock::FolderLock(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) throw cannot_write(folder.string(), error.value());
  const std::string file = (folder / ".lock").string();
  descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor_ < 0) throw cannot_write(file, errno);
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return;
  const int reason = errno;
  ::close(descriptor_);
  if (reason != EWOULDBLOCK) throw cannot_write(file, reason);
  throw RunError(ExitCode::try_again, "another run is at work in " + folder.string(),
                 "Wait until it ends, then run the same command again.");
}

FolderLock::~FolderLock() { ::close(descriptor_); }

}  // namespace pehchan

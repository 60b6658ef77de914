#include "base/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "base/run_error.h"

namespace pehchan {

FileLock::FileLock(const std::filesystem::path& file, const std::string& what) {
  std::error_code error;
  const auto folder = std::filesystem::absolute(file).parent_path();
  std::filesystem::create_directories(folder, error);
  if (error) throw cannot_write(folder.string(), error.value());
  descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor_ < 0) throw cannot_write(file.string(), errno);
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return;
  const int reason = errno;
  ::close(descriptor_);
  if (reason != EWOULDBLOCK) throw cannot_write(file.string(), reason);
  throw RunError(ExitCode::try_again, "another run is at work in " + what,
                 "Wait until it ends, then run the same command again.");
}

FileLock::~FileLock() { ::close(descriptor_); }

}  // namespace pehchan

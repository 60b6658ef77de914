#include "credential/secret_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/crypto.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/atomic_file.h"
#include "base/run_error.h"

namespace pehchan {
namespace {

constexpr std::size_t largest = 16 * 1024;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { ::close(number_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

int opened(const std::filesystem::path& path) {
  const int number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (number < 0)
    throw RunError(errno == ENOENT ? ExitCode::missing_input : ExitCode::bad_config,
                   fmt::format("cannot read {}: {}", path.string(), std::strerror(errno)));
  return number;
}

/// Whatever a stopped run left under the name is taken away, never written into.
int created(const std::filesystem::path& part) {
  ::unlink(part.c_str());
  const int number = ::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (number < 0) throw cannot_write(part.string(), errno);
  return number;
}

void refuse_readable_by_others(int file, const std::string& name) {
  struct stat facts {};
  if (::fstat(file, &facts) != 0 || !S_ISREG(facts.st_mode))
    throw RunError(ExitCode::bad_config, name + " is not a file");
  if (facts.st_uid != ::geteuid())
    throw RunError(ExitCode::bad_config, name + " belongs to another user",
                   "Run this as the user that the file belongs to, and no other.");
  if ((facts.st_mode & 077) != 0)
    throw RunError(ExitCode::bad_config,
                   fmt::format("{} can be read or changed by other users of this machine (mode {:04o})", name,
                               facts.st_mode & 07777),
                   fmt::format("Run: chmod 600 '{}'; and if others may have read it, make a new key.", name));
}

}  // namespace

void forbid_core_dumps() {
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  ::prctl(PR_SET_DUMPABLE, 0);
}

void refuse_open_to_change(const std::filesystem::path& path) {
  const std::string name = path.empty() ? "." : path.string();
  struct stat facts {};
  if (::stat(name.c_str(), &facts) != 0)
    throw RunError(ExitCode::missing_input, fmt::format("cannot read {}: {}", name, std::strerror(errno)));
  if ((facts.st_mode & 022) == 0) return;
  throw RunError(
      ExitCode::bad_config,
      fmt::format("{} can be changed by other users of this machine (mode {:04o})", name, facts.st_mode & 07777),
      fmt::format("Compare the folder of keys with your copy, then run: chmod go-w '{}'", name));
}

void write_secret_file(const std::filesystem::path& path, std::string_view bytes) {
  const std::filesystem::path part = path.string() + ".part";
  {
    const Descriptor file(created(part));
    while (!bytes.empty()) {
      const auto written = ::write(file.number(), bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) {
        const int error = errno;
        ::unlink(part.c_str());
        throw cannot_write(path.string(), error);
      }
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  publish(part, path);
}

std::string read_secret_file(const std::filesystem::path& path) {
  forbid_core_dumps();
  const Descriptor file(opened(path));
  refuse_readable_by_others(file.number(), path.string());
  std::string bytes(largest + 1, '\0');
  std::size_t size = 0;
  for (ssize_t count; size < bytes.size(); size += static_cast<std::size_t>(count)) {
    count = ::read(file.number(), bytes.data() + size, bytes.size() - size);
    if (count == 0) break;
    if (count < 0 && errno == EINTR) count = 0;
    if (count < 0) throw RunError(ExitCode::io_error, fmt::format("reading failed: {}", path.string()));
  }
  if (size > largest) {
    OPENSSL_cleanse(bytes.data(), bytes.size());
    throw RunError(ExitCode::bad_config, path.string() + " is larger than a key or a passphrase can be");
  }
  bytes.resize(size);
  return bytes;
}

}  // namespace pehchan

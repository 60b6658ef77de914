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

#include "base/run_error.h"

namespace pehchan {
namespace {

constexpr std::size_t largest = 16 * 1024;

class Descriptor {
 public:
  explicit Descriptor(const std::filesystem::path& path)
      : number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
    if (number_ < 0)
      throw RunError(errno == ENOENT ? ExitCode::missing_input : ExitCode::bad_config,
                     fmt::format("cannot read {}: {}", path.string(), std::strerror(errno)));
  }
  ~Descriptor() { ::close(number_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

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

std::string read_secret_file(const std::filesystem::path& path) {
  forbid_core_dumps();
  const Descriptor file(path);
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

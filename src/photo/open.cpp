#include "photo/open.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr off_t largest = 50 * 1024 * 1024;
constexpr int most_entries = 100'000;  // a folder is searched for a near name only so far

struct Descriptor {
  int number;
  explicit Descriptor(int opened) : number(opened) {}
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
};

bool is_inside(const fs::path& root, const fs::path& file) {
  return std::mismatch(root.begin(), root.end(), file.begin(), file.end()).first == root.end();
}

bool same_but_for_case(const std::string& a, const std::string& b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

PhotoFault missing(const fs::path& wanted) {
  std::error_code error;
  int seen = 0;
  for (auto entry = fs::directory_iterator(wanted.parent_path(), error);
       !error && entry != fs::directory_iterator() && seen < most_entries; entry.increment(error), ++seen)
    if (same_but_for_case(entry->path().filename().string(), wanted.filename().string())) return PhotoFault::other_case;
  return PhotoFault::missing;
}

PhotoFault from_errno(int number) {
  switch (number) {
    case EACCES:
    case EPERM:
      return PhotoFault::unreadable;
    case ELOOP:
    case ENAMETOOLONG:
      return PhotoFault::path;
    case ENXIO:
      return PhotoFault::not_file;
    case EIO:
      return PhotoFault::damaged;
    default:
      return PhotoFault::missing;
  }
}

Result<fs::path, PhotoFault> resolve(const fs::path& root, const std::string& name) {
  if (name.find('\0') != std::string::npos) return failure(PhotoFault::path);
  const fs::path relative(name);
  if (relative.is_absolute()) return failure(PhotoFault::path);
  if (name.empty()) return failure(PhotoFault::missing);
  std::error_code error;
  const fs::path home = fs::canonical(root, error);
  if (error) return failure(from_errno(error.value()));
  // The weak form also places names that do not exist, so that `../../gone` is an escape and not merely missing.
  const fs::path file = fs::weakly_canonical(home / relative, error);
  if (error) return failure(from_errno(error.value()));
  if (!is_inside(home, file)) return failure(PhotoFault::path);
  return file;
}

}  // namespace

Result<std::string, PhotoFault> open_photo(const fs::path& root, const std::string& name) {
  const auto file = resolve(root, name);
  if (!file) return failure(file.error());
  // The path is resolved already: a symlink met now was put there since. A pipe must not block the run.
  const Descriptor opened(::open(file->c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY));
  if (opened.number < 0) {
    const PhotoFault fault = from_errno(errno);
    return failure(fault == PhotoFault::missing ? missing(*file) : fault);
  }
  struct stat status {};
  if (::fstat(opened.number, &status) != 0) return failure(from_errno(errno));
  if (!S_ISREG(status.st_mode)) return failure(PhotoFault::not_file);
  if (status.st_size == 0) return failure(PhotoFault::empty);
  if (status.st_size > largest) return failure(PhotoFault::too_large);

  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got = ::read(opened.number, bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failure(from_errno(errno));
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  if (bytes.empty()) return failure(PhotoFault::empty);
  return bytes;
}

}  // namespace pehchan

#include "batch/digital_site.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

#include "base/atomic_file.h"
#include "base/file.h"
#include "base/run_error.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t largest_page = 100'000'000;

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw cannot_write(folder.string(), error.value());
}

void sweep(const fs::path& folder) {
  std::error_code error;
  fs::remove_all(folder, error);
  if (error) throw cannot_write(folder.string(), error.value());
}

/// Runs a call on an open folder, such as a sync.
template <class Call>
void on_folder(const fs::path& folder, Call call) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) throw cannot_write(folder.string(), errno);
  const int result = call(descriptor);
  const int error = errno;
  ::close(descriptor);
  if (result != 0) throw cannot_write(folder.string(), error);
}

/// Both are folders, on one file system.
void change_places(const fs::path& one, const fs::path& other) {
  if (::renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) == 0) return;
  if (errno != EINVAL && errno != ENOSYS) throw cannot_write(other.string(), errno);
  // A file system that cannot: for a moment there is no card.
  const fs::path aside = one.string() + ".old";
  if (::rename(other.c_str(), aside.c_str()) != 0 || ::rename(one.c_str(), other.c_str()) != 0)
    throw cannot_write(other.string(), errno);
  sweep(aside);
}

fs::path made(fs::path folder) {
  make_folder(folder / "c");
  return folder;
}

}  // namespace

DigitalSite::DigitalSite(fs::path folder)
    : folder_(made(std::move(folder))), lock_(folder_ / ".lock", folder_.string()) {
  sweep(folder_ / ".part");
  make_folder(folder_ / ".part");
}

DigitalSite::~DigitalSite() {
  std::error_code ignored;
  fs::remove_all(folder_ / ".part", ignored);
}

bool DigitalSite::has_card(const std::string& token) const { return fs::is_directory(card(token)); }

bool DigitalSite::holds(const std::string& token, std::span<const std::uintmax_t> sizes) const {
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    struct stat found {};
    if (::stat((card(token) / card_files.at(i)).c_str(), &found) != 0 || !S_ISREG(found.st_mode) ||
        static_cast<std::uintmax_t>(found.st_size) != sizes[i])
      return false;
  }
  return true;
}

fs::path DigitalSite::workplace(const std::string& token) const {
  drop(token);
  make_folder(part(token));
  return part(token);
}

void DigitalSite::drop(const std::string& token) const { sweep(part(token)); }

void DigitalSite::publish(std::span<const std::string> tokens) const {
  if (tokens.empty()) return;
  // One call for all their files: a sync of each costs as much as drawing them.
  on_folder(folder_, [](int descriptor) { return ::syncfs(descriptor); });
  for (const std::string& token : tokens)
    if (has_card(token))
      change_places(part(token), card(token));
    else if (::rename(part(token).c_str(), card(token).c_str()) != 0)
      throw cannot_write(card(token).string(), errno);
  on_folder(folder_ / "c", [](int descriptor) { return ::fsync(descriptor); });
  for (const std::string& token : tokens) drop(token);
}

void DigitalSite::publish_page(const std::string& token, std::string_view page) const {
  AtomicFile file(card(token) / card_files.front());
  file.write(page);
  file.commit();
}

void DigitalSite::put(const fs::path& name, std::string_view bytes) const {
  const fs::path file = folder_ / name;
  if (fs::is_regular_file(file) && fs::file_size(file) == bytes.size() && read_file(file, largest_page) == bytes)
    return;
  make_folder(file.parent_path());
  write_file(file, bytes);
}

}  // namespace pehchan

#include "base/atomic_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "base/run_error.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

void sync_folder(const fs::path& folder) {
  const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) throw cannot_write(folder.string(), errno);
  ::fsync(descriptor);
  ::close(descriptor);
}

void rename_durably(const fs::path& part, const fs::path& final_name) {
  if (::rename(part.c_str(), final_name.c_str()) != 0) throw cannot_write(final_name.string(), errno);
  sync_folder(final_name.parent_path());
}

}  // namespace

AtomicFile::AtomicFile(fs::path final_name) : final_(std::move(final_name)), part_(final_.string() + ".part") {
  descriptor_ = ::open(part_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor_ < 0) throw cannot_write(final_.string(), errno);
}

AtomicFile::~AtomicFile() {
  if (descriptor_ < 0) return;
  ::close(descriptor_);
  ::unlink(part_.c_str());
}

void AtomicFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw cannot_write(final_.string(), errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void AtomicFile::commit() {
  if (::fsync(descriptor_) != 0) throw cannot_write(final_.string(), errno);
  rename_durably(part_, final_);
  ::close(std::exchange(descriptor_, -1));
}

void write_file(const fs::path& name, std::string_view bytes) {
  AtomicFile file(name);
  file.write(bytes);
  file.commit();
}

void publish(const fs::path& part, const fs::path& final_name) {
  const int descriptor = ::open(part.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw cannot_write(part.string(), errno);
  const int synced = ::fsync(descriptor);
  const int error = errno;
  ::close(descriptor);
  if (synced != 0) throw cannot_write(part.string(), error);
  rename_durably(part, final_name);
}

}  // namespace pehchan

#include "base/output_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <utility>

#include "base/run_error.h"

namespace pehchan {
namespace {

constexpr std::size_t at_once = 1 << 17;

}  // namespace

OutputFile::OutputFile(std::filesystem::path name)
    : name_(std::move(name)), descriptor_(::open(name_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
  if (descriptor_ < 0) throw cannot_write(name_.string(), errno);
}

OutputFile::~OutputFile() { ::close(descriptor_); }

bool OutputFile::write(const unsigned char* bytes, std::size_t count) noexcept {
  try {
    waiting_.append(reinterpret_cast<const char*>(bytes), count);
  } catch (const std::exception&) {
    error_ = ENOMEM;
  }
  if (waiting_.size() >= at_once) flush();
  return error_ == 0;
}

void OutputFile::check() const {
  if (error_ != 0) throw cannot_write(name_.string(), error_);
}

void OutputFile::finish() {
  flush();
  check();
}

void OutputFile::flush() noexcept {
  std::string_view rest = waiting_;
  while (error_ == 0 && !rest.empty()) {
    const auto written = ::write(descriptor_, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0)
      error_ = errno;
    else
      rest.remove_prefix(static_cast<std::size_t>(written));
  }
  waiting_.clear();
}

void write_unsynced(const std::filesystem::path& name, std::string_view bytes) {
  OutputFile file(name);
  file.write(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  file.finish();
}

}  // namespace pehchan

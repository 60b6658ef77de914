#include "base/file.h"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>

#include "base/run_error.h"

namespace pehchan {
namespace fs = std::filesystem;

std::string read_file(const fs::path& path, std::uintmax_t limit) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (!fs::exists(status))
    throw RunError(ExitCode::missing_input, fmt::format("there is no file {}", path.string()),
                   "Check the name and the folder.");
  if (!fs::is_regular_file(status))
    throw RunError(ExitCode::missing_input, fmt::format("{} is not a file", path.string()),
                   "Name a file, not a folder.");
  const auto size = fs::file_size(path, error);
  if (!error && size > limit)
    throw RunError(ExitCode::bad_input,
                   fmt::format("{} is too large: {} bytes, at most {}", path.string(), size, limit));
  std::ifstream file(path, std::ios::binary);
  std::string bytes(static_cast<std::size_t>(error ? 0 : size), '\0');
  if (!file || !file.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
    throw RunError(ExitCode::io_error, fmt::format("cannot read {}", path.string()), "Check that you may read it.");
  return bytes;
}

fs::path data_folder() {
  if (const char* given = std::getenv("PEHCHAN_DATA")) {
    if (fs::is_directory(given)) return given;
    throw RunError(ExitCode::bad_config, fmt::format("PEHCHAN_DATA names no folder: {}", given));
  }
  std::error_code error;
  const auto program = fs::read_symlink("/proc/self/exe", error);
  const auto folder = (program.parent_path().parent_path() / "share/pehchan").lexically_normal();
  if (!error && fs::is_directory(folder)) return folder;
  throw RunError(ExitCode::bad_config, fmt::format("the program's templates and fonts are not at {}", folder.string()),
                 "Install Pehchan again, or set PEHCHAN_DATA to its share/pehchan folder.");
}

}  // namespace pehchan

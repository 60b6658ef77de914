#include "base/run_error.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>

namespace pehchan {

RunError::RunError(ExitCode exit_code, const std::string& what, std::string what_to_do)
    : std::runtime_error(what), code(exit_code), advice(std::move(what_to_do)) {}

RunError cannot_write(const std::string& path, int error_number) {
  const auto text = fmt::format("cannot write {}: {}", path, std::strerror(error_number));
  switch (error_number) {
    case ENOSPC:
    case EDQUOT:
      return {ExitCode::try_again, text,
              "Free some disk space and run the same command again: it goes on where it stopped."};
    case EIO:
      return {ExitCode::io_error, text, "The disk reports a fault. Choose another folder with --out."};
    case EACCES:
    case EROFS:
    case EPERM:
      return {ExitCode::cannot_create, text, "You may not write there. Choose another folder with --out."};
    default:
      return {ExitCode::cannot_create, text, "Check the path given with --out."};
  }
}

}  // namespace pehchan

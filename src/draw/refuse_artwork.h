#pragma once
#include <string>

#include "base/run_error.h"

namespace pehchan {

/// Artwork or a picture that cannot be used: told once, with the file's name and what to do.
[[noreturn]] inline void refuse_artwork(const std::string& file, const std::string& what, const std::string& advice) {
  throw RunError(ExitCode::bad_config, file + ": " + what, advice);
}

/// What to do with a PDF.
inline constexpr const char* export_again = "Export it again as PDF/X-4 from the program it was made with.";

}  // namespace pehchan

#pragma once
#include <fmt/format.h>

#include <string>

#include "base/geometry.h"
#include "base/run_error.h"

namespace pehchan {

/// Artwork or a picture that cannot be used: told once, with the file's name and what to do.
[[noreturn]] inline void refuse_artwork(const std::string& file, const std::string& what, const std::string& advice) {
  throw RunError(ExitCode::bad_config, file + ": " + what, advice);
}

/// What to do with artwork that stands upright where the card lies, or the other way round.
inline std::string swap_sizes(Size card) {
  return fmt::format("It is turned by a quarter: for a card of its shape write size_mm = [{:g}, {:g}] in card.toml.",
                     card.height.value, card.width.value);
}

/// What to do with a PDF.
inline constexpr const char* export_again = "Export it again as PDF/X-4 from the program it was made with.";

}  // namespace pehchan

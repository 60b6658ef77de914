#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/run_error.h"
#include "calibration/parse_profile.h"

/// Whatever a printer's profile holds, it is one that a page can undo, or one error of ours that says what to do.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  try {
    const pehchan::PrinterProfile profile = pehchan::parse_profile(text, "office.toml");
    if (!is_within_limits(profile.front) || !is_within_limits(profile.back)) std::abort();
  } catch (const pehchan::RunError& error) {
    if (error.code != pehchan::ExitCode::bad_config || error.advice.empty()) std::abort();
  }
  return 0;
}

#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/run_error.h"
#include "roll/column_map.h"

/// Whatever a columns file holds, it is a map or one error of ours that tells where.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  try {
    pehchan::parse_column_map(text, "columns.toml");
  } catch (const pehchan::RunError& error) {
    if (error.code != pehchan::ExitCode::bad_config || error.advice.empty()) std::abort();
  }
  return 0;
}

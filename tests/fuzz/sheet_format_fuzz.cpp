#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/run_error.h"
#include "sheet/impose.h"
#include "sheet/read_format.h"
#include "sheet/typed_format.h"

/// Whatever a sheet format's file holds, it is a format that can be imposed or one error of ours that says what to do;
/// and so are the words of --sheet.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto try_one = [](const auto& read) {
    try {
      const pehchan::SheetFormat format = read();
      if (pehchan::impose(format).front.slots.empty()) std::abort();
    } catch (const pehchan::RunError& error) {
      if (error.advice.empty()) std::abort();
    }
  };
  try_one([&] { return pehchan::parse_sheet_format(text, "sheet.toml"); });
  if (pehchan::is_typed_format(text)) try_one([&] { return pehchan::read_typed_format(text); });
  return 0;
}

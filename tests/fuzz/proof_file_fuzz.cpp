#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/run_error.h"
#include "print/preflight/proof_file.h"

namespace {

/// What must hold for every PDF, however hostile: it is refused as bad input with the file's name and what to do, or
/// looked at to its end; and what is found is small enough to be told.
void expect(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  if (!bytes.starts_with("%PDF-")) return 0;
  const auto purpose = size % 2 == 0 ? pehchan::Purpose::press : pehchan::Purpose::archive;
  try {
    const pehchan::Preflight found = pehchan::proof_bytes(bytes, "front.pdf", purpose, 1);
    expect(found.faults.size() <= 25'000);
    expect(found.purpose == purpose);
  } catch (const pehchan::RunError& error) {
    expect(error.code == pehchan::ExitCode::bad_input && !error.advice.empty());
    expect(std::string(error.what()).find("front.pdf") != std::string::npos);
  }
  return 0;
}

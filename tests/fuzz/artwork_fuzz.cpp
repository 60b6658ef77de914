#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/run_error.h"
#include "print/pdf_artwork.h"

namespace {

/// What must hold for every SVG, however hostile: it is refused with the file's name and what to do, or drawn; and the
/// page that Cairo made of it is one that can be laid.
void expect(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.starts_with("%PDF-")) return 0;
  try {
    const pehchan::PdfArtwork artwork({"front.svg", bytes, 1, {"a", "portrait"}}, {{85.6}, {53.98}}, {2});
  } catch (const pehchan::RunError& error) {
    const std::string what = error.what();
    expect(error.code == pehchan::ExitCode::bad_config && !error.advice.empty());
    expect(what.starts_with("front.svg: "));
    expect(!what.starts_with("front.svg: it is damaged"));
  }
  return 0;
}

#include <cairo-pdf.h>

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "base/run_error.h"
#include "draw/draw_picture.h"
#include "draw/inspect_picture.h"

namespace {

/// What must hold for every picture, however hostile: it is refused with the file's name and what to do, or it can be
/// drawn.
void expect(bool holds) {
  if (!holds) std::abort();
}

cairo_status_t forget(void*, const unsigned char*, unsigned) { return CAIRO_STATUS_SUCCESS; }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto picture = std::make_shared<pehchan::ArtworkFile>(pehchan::ArtworkFile{
      .file = "logo.any", .bytes = {reinterpret_cast<const char*>(data), size}, .page = 1, .placeholders = {}});
  try {
    pehchan::inspect_picture(*picture);
  } catch (const pehchan::RunError& error) {
    expect(error.code == pehchan::ExitCode::bad_config && !error.advice.empty());
    expect(std::string(error.what()).starts_with("logo.any: "));
    return 0;
  }
  const pehchan::SurfaceHandle pdf(cairo_pdf_surface_create_for_stream(forget, nullptr, 200, 200));
  const pehchan::CairoHandle cairo(cairo_create(pdf.get()));
  pehchan::draw_picture(cairo.get(), {picture, {{5}, {5}, {30}, {20}}});
  cairo_surface_finish(pdf.get());
  expect(cairo_surface_status(pdf.get()) == CAIRO_STATUS_SUCCESS);
  return 0;
}

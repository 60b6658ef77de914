#include "print/pdf_surface.h"

#include <cairo-pdf.h>

#include "draw/canvas.h"

namespace pehchan {
namespace {

cairo_status_t write(void* file, const unsigned char* bytes, unsigned count) {
  return static_cast<OutputFile*>(file)->write(bytes, count) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

}  // namespace

SurfaceHandle pdf_surface(OutputFile& file, const Size& paper) {
  SurfaceHandle surface(cairo_pdf_surface_create_for_stream(write, &file, to_pt(paper.width), to_pt(paper.height)));
  check(surface.get(), "creating a PDF");
  return surface;
}

}  // namespace pehchan

#include "print/register.h"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <cstddef>

#include "base/atomic_file.h"
#include "base/length.h"
#include "base/output_file.h"
#include "draw/canvas.h"
#include "print/finish.h"
#include "print/lay_out_register.h"
#include "print/pdf_facts.h"
#include "print/pdf_surface.h"
#include "print/register_page.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

void add_to_outline(cairo_surface_t* surface, const RegisterBooth& booth, std::size_t page) {
  const std::string text = booth.booth_name.empty() ? booth.booth_no : booth.booth_no + " · " + booth.booth_name;
  cairo_pdf_surface_add_outline(surface, CAIRO_PDF_OUTLINE_ROOT, text.c_str(), fmt::format("page={}", page).c_str(),
                                cairo_pdf_outline_flags_t{});
}

void paint(const HandoverRegister& job, const FontSet& fonts, const fs::path& file) {
  OutputFile output(file);
  const SurfaceHandle surface = pdf_surface(output, register_page::paper);
  tell(surface.get(), {.title = job.job + " · कार्ड वितरण पंजी · Handover register", .date = job.date});
  const CairoHandle cairo(cairo_create(surface.get()));
  cairo_scale(cairo.get(), to_pt(1_mm), to_pt(1_mm));
  std::size_t pages = 0;
  for (const RegisterBooth& booth : job.booths) {
    add_to_outline(surface.get(), booth, pages + 1);
    for (const PagePart& page : lay_out_booth(fonts, job, booth)) {
      draw_part(cairo.get(), fonts, page);
      cairo_show_page(cairo.get());
      output.check();
      check(cairo.get(), "painting a register");
      ++pages;
    }
  }
  cairo_surface_finish(surface.get());
  output.finish();
  check(surface.get(), "completing a register");
}

}  // namespace

void paint_register(const HandoverRegister& job, const FontSet& fonts, const fs::path& finished) {
  AtomicFile whole(finished);
  // Never committed: it goes when this ends, however it ends.
  const AtomicFile painted(finished.string() + ".painted");
  paint(job, fonts, painted.part());
  finish_pdf(painted.part(), whole.part());
  whole.commit();
}

}  // namespace pehchan

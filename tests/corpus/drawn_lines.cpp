#include "corpus/drawn_lines.h"

#include <cairo-pdf.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <cmath>
#include <fstream>
#include <stdexcept>

#include "draw/canvas.h"
#include "print/finish.h"
#include "support/build_paths.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr Size page{700_mm, 700_mm};
/// Between baselines, of the size: room for Nastaliq.
constexpr double pitch = 2.6;

void draw(cairo_t* cairo, const FontSet& fonts, const DrawnPage& drawn) {
  const double middle = page.width.value / 2;
  cairo_translate(cairo, middle, middle);
  cairo_rotate(cairo, drawn.quarter_turns * G_PI / 2);
  cairo_translate(cairo, -middle, -middle);
  Point at{10_mm, 15_mm};
  for (const std::string& line : drawn.lines) {
    draw_text(cairo, fonts, {{{line, at}}, drawn.font, {0, 0, 0}});
    at = {Mm{10 + std::fmod(at.x.value * 7.3, 80)}, at.y + from_pt(drawn.font.size_pt * pitch)};
  }
}

bool only_directs(UChar32 c) {
  return c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

std::string plain(const std::string& line) {
  UErrorCode error = U_ZERO_ERROR;
  const auto* nfc = icu::Normalizer2::getNFCInstance(error);
  const icu::UnicodeString composed = nfc->normalize(icu::UnicodeString::fromUTF8(line), error);
  icu::UnicodeString kept;
  for (int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1))
    if (!only_directs(composed.char32At(i))) kept.append(composed.char32At(i));
  std::string utf8;
  kept.trim().toUTF8String(utf8);
  return utf8;
}

}  // namespace

const std::vector<std::string> scripts = {"devanagari", "bengali",      "tamil",   "telugu",    "gujarati",
                                          "gurmukhi",   "odia",         "kannada", "malayalam", "urdu",
                                          "ol_chiki",   "meetei_mayek", "latin",   "mixed"};

std::vector<std::string> hard_lines(const std::string& script) {
  std::ifstream file(PEHCHAN_SOURCE "/tests/corpus/lines/" + script + ".txt");
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  if (lines.empty()) throw std::runtime_error("there are no lines for " + script);
  return lines;
}

void write_pages(const fs::path& pdf, const std::vector<DrawnPage>& pages) {
  const FontSet fonts;
  const fs::path painted = pdf.string() + ".painted";
  {
    const SurfaceHandle surface(cairo_pdf_surface_create(painted.c_str(), to_pt(page.width), to_pt(page.height)));
    const CairoHandle cairo(cairo_create(surface.get()));
    for (const DrawnPage& drawn : pages) {
      cairo_identity_matrix(cairo.get());
      cairo_scale(cairo.get(), to_pt(1_mm), to_pt(1_mm));
      draw(cairo.get(), fonts, drawn);
      cairo_show_page(cairo.get());
    }
    cairo_surface_finish(surface.get());
    check(surface.get(), "drawing the lines");
  }
  finish_pdf(painted, pdf);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::string line;
  for (const char c : text + '\n') {
    if (c != '\n' && c != '\r' && c != '\f') {
      line += c;
    } else {
      if (std::string kept = plain(line); !kept.empty()) lines.push_back(std::move(kept));
      line.clear();
    }
  }
  return lines;
}

}  // namespace pehchan

#include "print/target_page.h"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <cstdlib>
#include <numbers>
#include <string>

#include "base/atomic_file.h"
#include "base/length.h"
#include "base/output_file.h"
#include "draw/canvas.h"
#include "draw/text_block.h"
#include "print/finish.h"
#include "print/page_part.h"
#include "print/pdf_facts.h"
#include "print/pdf_surface.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr Mm hairline{0.1};
constexpr Mm room_for_words{100};  ///< the least side of a paper that says how it is used
/// Nothing here is the clock's: the same target always.
constexpr const char* date = "2026-01-01";

void disc(cairo_t* cairo, const Point& at, Mm diameter) {
  cairo_new_sub_path(cairo);
  cairo_arc(cairo, at.x.value, at.y.value, diameter.value / 2, 0, 2 * std::numbers::pi);
}

void line(cairo_t* cairo, const Point& from, const Point& to) {
  cairo_move_to(cairo, from.x.value, from.y.value);
  cairo_line_to(cairo, to.x.value, to.y.value);
}

/// A ring with a dot, and lines that point at its middle for those who look with the eye.
void draw_mark(cairo_t* cairo, const Point& at, Mm ring) {
  disc(cairo, at, ring);
  disc(cairo, at, ring * CalibrationTarget::ring_hole);
  disc(cairo, at, ring * CalibrationTarget::dot);
  cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_fill(cairo);
  const Mm from = ring * 0.6, to = ring * 0.85;
  for (const double way : {-1.0, 1.0}) {
    line(cairo, {at.x + from * way, at.y}, {at.x + to * way, at.y});
    line(cairo, {at.x, at.y + from * way}, {at.x, at.y + to * way});
  }
  cairo_stroke(cairo);
}

TextStyle type(double size_pt, Align align = Align::left, int weight = font_weight::regular) {
  return {.font = {"Noto Sans", weight, size_pt},
          .floor_pt = size_pt * 0.8,
          .line_height = 1.35,
          .lines = 2,
          .align = align,
          .colour = {0, 0, 0}};
}

/// Puts a text into a part and returns where it ends.
Mm put(const FontSet& fonts, PagePart& part, const TextStyle& style, const Rect& from, const std::string& text) {
  const TextBlock block = set_block(fonts, style, from.width, text);
  part.texts.push_back(moved(block.text, from.x, from.y));
  return from.y + block.height;
}

/// `along` and `inward` from the zero line's outer end.
Point on_scale(const EdgeScale& scale, Mm along, Mm inward) {
  const Mm in = scale.inward < 0_mm ? -inward : inward;
  return scale.is_level ? Point{scale.zero.x + along, scale.zero.y + in}
                        : Point{scale.zero.x + in, scale.zero.y + along};
}

void draw_scale(cairo_t* cairo, const EdgeScale& scale) {
  const Mm longest = scale.inward < 0_mm ? -scale.inward : scale.inward;
  for (int half = -2 * scale.reach; half <= 2 * scale.reach; ++half) {
    const double part = half == 0 ? 1 : half % 10 == 0 ? 0.75 : half % 2 == 0 ? 0.5 : 0.25;
    line(cairo, on_scale(scale, Mm{half / 2.0}, {}), on_scale(scale, Mm{half / 2.0}, longest * part));
  }
  cairo_stroke(cairo);
}

/// The numbers of a scale and its letter, beyond its lines.
void name_scale(const FontSet& fonts, PagePart& words, const EdgeScale& scale, Mm ring) {
  const Mm beyond = (scale.inward < 0_mm ? -scale.inward : scale.inward) + 0.6_mm;
  const double small = ring.value < 6 ? 4 : 6;
  const auto write = [&](Mm along, Mm inward, double pt, int weight, const std::string& text) {
    const Mm width{20}, height = from_pt(pt * 1.35);
    const Point at = on_scale(scale, along, inward);
    const Mm y = !scale.is_level ? at.y - height / 2 : scale.inward < 0_mm ? at.y - height : at.y;
    const Mm x = scale.is_level ? at.x - width / 2 : scale.inward < 0_mm ? at.x - width : at.x;
    const Align align = scale.is_level ? Align::centre : scale.inward < 0_mm ? Align::right : Align::left;
    put(fonts, words, type(pt, align, weight), {x, y, width, {}}, text);
  };
  for (int mm = -scale.reach; mm <= scale.reach; ++mm)
    if (mm % 5 == 0 && mm != 0)
      write(Mm{static_cast<double>(mm)}, beyond, small, font_weight::regular, fmt::format("{:+}", mm));
  write({}, beyond + (scale.is_level ? 3_mm : 6_mm) * (ring / 8_mm), small * 2, font_weight::bold,
        std::string(1, scale.letter));
}

const char* side_name(CardSide side) { return side == CardSide::front ? "सामने · FRONT" : "पीछे · BACK"; }

std::string lengths(const CalibrationTarget& t) {
  return fmt::format("E {:.1f} mm   F {:.1f} mm", t.across().value, t.down().value);
}

PagePart words_of(const CalibrationTarget& t, CardSide side, const FontSet& fonts) {
  PagePart words;
  for (const EdgeScale& scale : t.scales) name_scale(fonts, words, scale, t.ring);
  const bool is_large = std::min(t.paper.width, t.paper.height) >= room_for_words;
  const Mm aside = t.ring * (is_large ? 4.5 : 3.2);
  const Rect text{aside, t.paper.height * (is_large ? 0.2 : 0.26), t.paper.width - aside * 2, {}};
  Mm y = put(fonts, words, type(is_large ? 20 : 7, Align::centre, font_weight::bold), text, side_name(side));
  y = put(fonts, words, type(is_large ? 12 : 5, Align::centre), {text.x, y, text.width, {}},
          fmt::format("काग़ज़ · paper {:g} × {:g} mm · 100 %", t.paper.width.value, t.paper.height.value));
  if (!is_large) {
    put(fonts, words, type(5, Align::centre), {text.x, t.paper.height * 0.62, text.width, {}}, lengths(t));
    return words;
  }
  y = put(fonts, words, type(11, Align::centre), {text.x, y + 2_mm, text.width, {}},
          "100 % पर छापें, पन्ने में समाकर नहीं। गहरे रंग के कपड़े पर रखकर स्कैन करें, या पैमाने पढ़ें।");
  put(fonts, words, type(11, Align::centre), {text.x, y + 1_mm, text.width, {}},
      "Print at 100 %, not fitted to the page. Either scan this side on a dark ground (pehchan calibrate … --scan), or "
      "read the scales.");
  const char* lines[] = {
      "1. काग़ज़ को बीच से मोड़ें, किनारे से किनारा मिलाकर; मोड़ की रेखा A और B पर जहाँ पड़े, वह पढ़ें (+ दाएँ, − बाएँ)।",
      "Fold the sheet in the middle, edge on edge: read where the crease crosses A and B (+ right, − left).",
      "2. दूसरी तरह मोड़ें: C और D पढ़ें (+ नीचे, − ऊपर)।   Fold it the other way: read C and D (+ down, − up).",
      "3. निशान के बीच से निशान के बीच तक नापें: E ऊपर के दो, F बाएँ के दो।",
      "Measure from the middle of a mark to the middle of the next: E the two at the top, F the two on the left.",
  };
  y = t.paper.height * 0.58;
  for (const char* said : lines) y = put(fonts, words, type(11), {text.x, y, text.width, {}}, said) + 1_mm;
  put(fonts, words, type(11, Align::left, font_weight::bold), {text.x, y + 1_mm, text.width, {}},
      "ठीक होने पर · if all is right: A 0  B 0  C 0  D 0   " + lengths(t));
  return words;
}

void draw_side(cairo_t* cairo, const CalibrationTarget& target, CardSide side, const FontSet& fonts) {
  cairo_set_source_rgb(cairo, 0, 0, 0);
  cairo_set_line_width(cairo, hairline.value);
  for (const Point& mark : target.marks) draw_mark(cairo, mark, target.ring);
  disc(cairo, target.spots[0], target.ring * CalibrationTarget::spot);
  if (side == CardSide::back) disc(cairo, target.spots[1], target.ring * CalibrationTarget::spot);
  cairo_fill(cairo);
  for (const EdgeScale& scale : target.scales) draw_scale(cairo, scale);
  draw_part(cairo, fonts, words_of(target, side, fonts));
  cairo_show_page(cairo);
  check(cairo, "painting a target");
}

}  // namespace

void paint_target(const CalibrationTarget& target, int sides, const FontSet& fonts, const fs::path& finished) {
  AtomicFile whole(finished);
  // Never committed: it goes when this ends, however it ends.
  const AtomicFile painted(finished.string() + ".painted");
  OutputFile output(painted.part());
  const SurfaceHandle surface = pdf_surface(output, target.paper);
  tell(surface.get(), {.title = "प्रिंटर की जाँच · Pehchan printer target", .date = date});
  {
    const CairoHandle cairo(cairo_create(surface.get()));
    cairo_scale(cairo.get(), to_pt(1_mm), to_pt(1_mm));
    draw_side(cairo.get(), target, CardSide::front, fonts);
    if (sides == 2) draw_side(cairo.get(), target, CardSide::back, fonts);
  }
  cairo_surface_finish(surface.get());
  output.finish();
  check(surface.get(), "completing a target");
  finish_pdf(painted.part(), whole.part());
  whole.commit();
}

}  // namespace pehchan

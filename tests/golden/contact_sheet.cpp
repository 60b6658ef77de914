// The shipped templates on one picture for the README, docs/images/templates.png: members of the demo with their
// photos, as `issue` would make their cards. Run it when a template has changed.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "batch/card_maker.h"
#include "batch/design.h"
#include "batch/portrait_options.h"
#include "demo/draw_photo.h"
#include "demo/plan.h"
#include "draw/handles.h"
#include "golden/compare.h"
#include "golden/render_card.h"
#include "support/build_paths.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

constexpr double dpi = 110;
constexpr Mm gap{6};
constexpr Size lying{85.60_mm, 53.98_mm}, upright{53.98_mm, 85.60_mm};
constexpr Mm height = lying.height * 4 + gap * 5;
constexpr Mm width = lying.width * 2 + upright.width + gap * 4;
constexpr std::uint64_t seed = 2026;
constexpr const char* link_base = "https://membership.example/v/";

/// A template, who is shown on it, and where its front goes; its back goes beside it or, if it is upright, beneath it.
struct Shown {
  const char* name;
  std::size_t index;
  const char *office, *booth_name;
  Point front;
};

constexpr Mm beside = gap + lying.width + gap;
constexpr Mm row(int i) { return gap + (lying.height + gap) * i; }
constexpr Shown all_shown[] = {
    {"member", 11, "", "प्राथमिक विद्यालय, रामपुर", {gap, row(0)}},
    {"office-bearer", 3, "ज़िला अध्यक्ष", "", {gap, row(1)}},
    {"booth-worker", 8, "", "कन्या विद्यालय, रामपुर", {gap, row(2)}},
    {"plain", 5, "", "पंचायत भवन, रामपुर", {gap, row(3)}},
    {"member-portrait", 14, "बूथ अध्यक्ष", "", {beside + lying.width + gap, (height - upright.height * 2 - gap) / 2}},
};

CardDrawings drawings_of(const Shown& shown, const Design& design, const fs::path& photos) {
  DemoMember one = invent_member(shown.index, seed, {});
  one.row[Field::photo] = "photo.jpg";
  one.row[Field::office] = shown.office;
  one.row[Field::booth_name] = shown.booth_name;
  one.row[Field::valid_until] = "2029-03-31";
  std::ofstream(photos / "photo.jpg", std::ios::binary) << draw_photo(seed, shown.index, one.woman);
  const PhotoOverrides nothing_decided;
  PortraitCache nothing_kept("", 0);
  const CardCodes codes(link_base);
  CardMaker maker(design, photos, codes,
                  PortraitMaker(portrait_spec(design.sheet.card, {}), nothing_decided, nothing_kept));
  auto card = maker.make(one.row, make_card_number("PCN", "014", 123 + static_cast<long long>(shown.index)));
  if (!card) throw std::runtime_error(card.error().problems.front().reason.en);
  return std::move(card->drawings);
}

void rounded(cairo_t* cr, const Rect& box, Mm radius) {
  const double quarter = std::acos(0), r = radius.value;
  cairo_new_path(cr);
  cairo_arc(cr, box.right().value - r, box.y.value + r, r, -quarter, 0);
  cairo_arc(cr, box.right().value - r, box.bottom().value - r, r, 0, quarter);
  cairo_arc(cr, box.x.value + r, box.bottom().value - r, r, quarter, 2 * quarter);
  cairo_arc(cr, box.x.value + r, box.y.value + r, r, 2 * quarter, 3 * quarter);
  cairo_close_path(cr);
}

/// The card as it is cut.
void paint(cairo_t* cr, const CardTemplate& card, const CardPage& page, Point at) {
  const Picture picture = rendered(page, 2 * dpi);
  const SurfaceHandle image = surface_of(picture);
  const Rect trim{at.x, at.y, card.size.width, card.size.height};
  cairo_save(cr);
  rounded(cr, trim, card.corner_radius);
  cairo_clip(cr);
  cairo_translate(cr, (at.x - card.bleed).value, (at.y - card.bleed).value);
  cairo_scale(cr, 25.4 / (2 * dpi), 25.4 / (2 * dpi));
  cairo_set_source_surface(cr, image.get(), 0, 0);
  cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_GOOD);
  cairo_paint(cr);
  cairo_restore(cr);
  rounded(cr, trim, card.corner_radius);
  cairo_set_source_rgb(cr, 0.72, 0.74, 0.77);
  cairo_set_line_width(cr, 0.15);
  cairo_stroke(cr);
}

void make(const std::string& file) {
  const fs::path photos = fs::temp_directory_path() / "pehchan-contact-sheet";
  fs::create_directories(photos);
  const FontSet fonts;
  const SurfaceHandle surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(width.value / 25.4 * dpi),
                                                         static_cast<int>(height.value / 25.4 * dpi)));
  const CairoHandle cairo(cairo_create(surface.get()));
  cairo_scale(cairo.get(), dpi / 25.4, dpi / 25.4);
  cairo_set_source_rgb(cairo.get(), 0.91, 0.92, 0.93);
  cairo_paint(cairo.get());
  for (const Shown& shown : all_shown) {
    const Design design = read_design(shown.name, "a4-2x5", fonts, link_base);
    const CardTemplate& card = design.sheet.card;
    const CardDrawings drawings = drawings_of(shown, design, photos);
    const bool is_upright = card.size.height > card.size.width;
    const Point back = is_upright ? Point{shown.front.x, shown.front.y + upright.height + gap}
                                  : Point{shown.front.x + lying.width + gap, shown.front.y};
    paint(cairo.get(), card, card_page(card, fonts, drawings, CardSide::front), shown.front);
    paint(cairo.get(), card, card_page(card, fonts, drawings, CardSide::back), back);
  }
  fs::remove_all(photos);
  fs::create_directories(fs::path(file).parent_path());
  write_png(coarsened(picture_of(surface.get())), file);
}

}  // namespace
}  // namespace pehchan

int main() {
  try {
    pehchan::make(PEHCHAN_SOURCE "/docs/images/templates.png");
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}

// Front and back of every shipped format as a printer gets them, laid upon each other the way the paper is turned.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/file.h"
#include "batch/file_parts.h"
#include "print/paint.h"
#include "print/read_back.h"
#include "sheet/find_format.h"
#include "sheet/impose.h"
#include "support/build_paths.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

constexpr double dpi = 300;
constexpr Size card{85.6_mm, 53.98_mm};
/// In the middle from left to right, nearer to the top: where it lies on both sides if the card turns like a page.
constexpr Rect patch{30_mm, 6_mm, 25.6_mm, 10_mm};

SheetDesign design_on(const SheetFormat& format, const PageOrder& pages) {
  SheetDesign design;
  design.format = format;
  design.card.size = card;
  design.imposition = impose(format, *turn_to_fit(format, card));
  design.pages = pages;
  return design;
}

CardDrawings patched() {
  CardDrawing side;
  side.rectangles.push_back({.box = patch, .radius = {}, .fill = Colour{}, .border = {}, .border_colour = {}});
  return {side, side};
}

/// Of both sides, from the one file or the two.
struct Pages {
  PageImage front, back;
};

Pages printed(const SheetFormat& format) {
  const ScratchFolder folder;
  const FontSet fonts;
  Pages seen;
  const std::vector<CardDrawings> cards(static_cast<std::size_t>(format.cards_per_sheet()), patched());
  for (const FilePart& part : parts_of("composite.pdf", format.sides)) {
    const SheetDesign design = design_on(format, part.pages);
    SheetPainter painter(folder / "painted", design, fonts, {.title = "composite", .date = "2026-03-31"});
    painter.add_sheet(cards, "J0001 · sheet 1");
    painter.finish(folder / part.name);
    const std::string bytes = read_file(folder / part.name, 1 << 26);
    const PdfReader reader(bytes, part.name);
    if (const auto page = part.pages.page_of(0, CardSide::front)) seen.front = reader.render(*page, dpi);
    if (const auto page = part.pages.page_of(0, CardSide::back)) seen.back = reader.render(*page, dpi);
  }
  return seen;
}

/// The page of the backs as it shows through the fronts.
PageImage turned(PageImage back, const SheetFormat& format) {
  if (format.sides == Sides::in_place) return back;
  const bool is_sideways = format.sides == Sides::both_up || flips_sideways(format.paper, format.duplex);
  const auto row = [&](int y) { return back.grey.begin() + static_cast<std::ptrdiff_t>(y) * back.width; };
  for (int y = 0; is_sideways && y < back.height; ++y) std::reverse(row(y), row(y) + back.width);
  for (int y = 0; !is_sideways && y < back.height / 2; ++y)
    std::swap_ranges(row(y), row(y) + back.width, row(back.height - 1 - y));
  return back;
}

/// The black patch in a slot: its edges, mm.
Rect patch_in(const PageImage& page, const Slot& slot) {
  const auto px = [](Mm length) { return static_cast<int>(std::lround(to_px(length, dpi))); };
  const Rect inside = grown(slot.trim, -1_mm);
  int left = page.width, top = page.height, right = -1, bottom = -1;
  for (int y = px(inside.y); y < px(inside.bottom()); ++y)
    for (int x = px(inside.x); x < px(inside.right()); ++x) {
      if (page.grey[static_cast<std::size_t>(y) * static_cast<std::size_t>(page.width) + static_cast<std::size_t>(x)] >=
          128)
        continue;
      left = std::min(left, x), right = std::max(right, x + 1);
      top = std::min(top, y), bottom = std::max(bottom, y + 1);
    }
  const auto mm = [](int length) { return Mm{length * 25.4 / dpi}; };
  return {mm(left), mm(top), mm(right - left), mm(bottom - top)};
}

TEST(Composite, OfEveryFormatFrontsAndBacksCoincideWithinATenthOfAMillimetre) {
  std::size_t count = 0;
  for (const SheetFormat& format : shipped_formats(PEHCHAN_SOURCE)) {
    if (!turn_to_fit(format, card)) continue;
    SCOPED_TRACE(format.name);
    ++count;
    const Pages pages = printed(format);
    const PageImage back = turned(pages.back, format);
    for (const Slot& slot : design_on(format, {}).imposition.front.slots) {
      const Rect one = patch_in(pages.front, slot), other = patch_in(back, slot);
      ASSERT_NEAR(one.width.value, slot.turn == Turn::none ? 25.6 : 10, 0.2) << "there is no patch";
      EXPECT_NEAR(one.x.value, other.x.value, 0.1);
      EXPECT_NEAR(one.y.value, other.y.value, 0.1);
      EXPECT_NEAR(one.right().value, other.right().value, 0.1);
      EXPECT_NEAR(one.bottom().value, other.bottom().value, 0.1);
    }
  }
  EXPECT_GE(count, 15u);
}

}  // namespace
}  // namespace pehchan

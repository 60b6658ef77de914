#include "print/card_pages.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "print/made_artwork.h"
#include "print/printed_order.h"
#include "print/proof.h"
#include "print/read_back.h"
#include "support/run_program.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

CardTemplate member_on(const ArtworkFile& artwork) {
  CardTemplate card = printed_order().design.card;
  card.front.artwork = card.back.artwork = artwork;
  return card;
}

fs::path written(const SheetDesign& design, std::span<const CardDrawings> cards, const std::string& name) {
  const fs::path pdf = printed_order().folder / name;
  write_card_pages(pdf, design, printed_order().fonts, cards, {.title = "cards", .date = "2026-03-31"});
  return pdf;
}

/// Yellow of made_artwork and of the SVG below, in grey.
bool is_yellow(int grey) { return grey > 200 && grey < 250; }

const std::string yellow_svg =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 89.6 57.98\">"
    "<rect width=\"89.6\" height=\"57.98\" fill=\"#ffee00\"/></svg>";

TEST(CardPages, ArePagesOfTheCardWithItsBleedOrWithout) {
  const CardTemplate card = member_on({});
  for (const Mm around : {0_mm, 2_mm}) {
    const SheetDesign design = own_page(card, printed_order().design.literals, around);
    const std::string bytes = bytes_of(written(design, {printed_order().drawings.data(), 3}, "sizes.pdf"));
    const PdfReader reader(bytes, "sizes.pdf");
    ASSERT_EQ(reader.pages(), 6U);
    for (std::size_t page = 0; page < 6; ++page) {
      EXPECT_NEAR(reader.boxes(page).media.width.value, 85.6 + 2 * around.value, 0.01);
      EXPECT_NEAR(reader.boxes(page).media.height.value, 53.98 + 2 * around.value, 0.01);
    }
  }
}

TEST(CardPages, HaveTheirArtworkWhetherItIsSvgOrPdfUpToTheEdgeOfThePage) {
  for (const ArtworkFile& artwork :
       {ArtworkFile{"a.svg", yellow_svg, 1, {}}, ArtworkFile{"a.pdf", made_artwork(), 1, {}}})
    for (const Mm around : {0_mm, 2_mm}) {
      const SheetDesign design = own_page(member_on(artwork), printed_order().design.literals, around);
      const std::string bytes = bytes_of(written(design, {printed_order().drawings.data(), 1}, "art.pdf"));
      const PdfReader reader(bytes, "art.pdf");
      for (const std::size_t page : {0U, 1U}) {
        const PageImage image = reader.render(page, 72);
        const int at = (image.height - 2) * image.width + 1;  // just inside the lower left corner
        EXPECT_TRUE(is_yellow(image.grey[static_cast<std::size_t>(at)]))
            << artwork.file << ' ' << around.value << ' ' << page;
      }
    }
}

TEST(CardPages, PassTheProofOfSheets) {
  const auto& order = printed_order();
  const SheetDesign design = own_page(order.design.card, order.design.literals, 2_mm);
  const std::vector<std::string> no_slugs(order.drawings.size());
  EXPECT_TRUE(proof_sheets(written(design, order.drawings, "proof.pdf"), design, order.expected, no_slugs, 2).empty());
}

TEST(CardPages, StoreTheArtworkOnceAndLeaveNothingElseBehind) {
  const auto& order = printed_order();
  std::vector<CardDrawings> empty(40);
  const auto growth = [&](std::size_t cards) {
    const auto size = [&](const ArtworkFile& artwork) {
      return static_cast<double>(
          fs::file_size(written(own_page(member_on(artwork), {}, 0_mm), {empty.data(), cards}, "once.pdf")));
    };
    return size(order.design.card.front.artwork) - size({});
  };
  EXPECT_GT(growth(1), 1000) << "else this proves nothing";
  EXPECT_NEAR(growth(40), growth(1), 7000);
  for (const auto& entry : fs::directory_iterator(order.folder))
    EXPECT_FALSE(entry.path().filename().string().starts_with("once.pdf.")) << entry.path();
}

TEST(CardPages, TheSameCardsGiveTheSameBytes) {
  const auto& order = printed_order();
  const SheetDesign design = own_page(order.design.card, order.design.literals, 0_mm);
  EXPECT_EQ(bytes_of(written(design, order.drawings, "one.pdf")), bytes_of(written(design, order.drawings, "two.pdf")));
}

}  // namespace
}  // namespace pehchan

#include "batch/read_pictures.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

#include "batch/compose_card.h"
#include "batch/digital_maker.h"
#include "batch/issue_options.h"
#include "golden/render_card.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {

struct ReadPictures : testing::Test {
  const ScratchFolder folder{};
  const FontSet fonts{};
  DigitalDesign digital = digital_design(read_design("booth-worker", "a4-2x5", fonts, IssueOptions().link_base), fonts,
                                         folder / "ground.pdf");
  CardTemplate& card = digital.design.sheet.card;
  const CardNumber number{"PCN-001-000001-1"};

  PreparedCard composed() const {
    return compose_card(digital.design, fonts, invented_member(), number,
                        CardCode{.text = IssueOptions().link_base + number.text}, invented_portrait())
        .value();
  }
  CardPictures pictures_of(const PreparedCard& one) const {
    CardCanvas front(fonts, digital.front, card.size, card.corner_radius),
        back(fonts, digital.back, card.size, card.corner_radius);
    CardPictures pictures{.front = front.draw(one.drawings.front), .back = back.draw(one.drawings.back), .share = {}};
    pictures.share = share_picture(pictures.front, pictures.back);
    return pictures;
  }
};

void paint_white(RgbPicture& picture, const Rect& area) {
  const auto px = [](Mm place) { return static_cast<int>(to_px(place, picture_dpi)); };
  for (int y = px(area.y); y < px(area.bottom()); ++y)
    std::fill_n(picture.pixels.begin() + static_cast<std::ptrdiff_t>(picture.row_bytes()) * y + px(area.x) * 3,
                px(area.width) * 3, 255);
}

TEST_F(ReadPictures, CodesAreReadFromThemAndFromTheOneToShareWhereverTheyLie) {
  BarcodeElement barcode = card.back.barcodes.at(0);
  card.back.qr->box = {55_mm, 24_mm, 26_mm, 26_mm};
  for (const BarcodeKind kind : {BarcodeKind::code128, BarcodeKind::pdf417})
    for (const double part_of_a_px : {0.0, 0.25, 0.5, 0.75}) {
      // Two px a module, the least there is.
      const Mm width = kind == BarcodeKind::code128 ? 38_mm : 26_mm, aside{part_of_a_px * 25.4 / picture_dpi};
      barcode.kind = kind;
      barcode.box = {3_mm + aside, 6_mm + aside, width, 14_mm};
      card.back.barcodes = {barcode};
      const PreparedCard one = composed();
      ASSERT_EQ(one.expected.barcodes.size(), 1U);
      EXPECT_NEAR(to_px(one.expected.barcodes[0].module, picture_dpi), 2, 0.01);
      EXPECT_EQ(misread_code(pictures_of(one), card, one.expected), std::nullopt) << part_of_a_px;
    }
}

TEST_F(ReadPictures, WhatSaysAnotherCardsCodeIsTold) {
  PreparedCard one = composed();
  const CardPictures pictures = pictures_of(one);
  ASSERT_EQ(misread_code(pictures, card, one.expected), std::nullopt);
  ExpectedCard other = one.expected;
  other.barcodes.at(0).text = "PCN-001-000002-9";
  EXPECT_EQ(misread_code(pictures, card, other), "a barcode of its picture does not read back");
  one.expected.qr_text += "9";
  EXPECT_EQ(misread_code(pictures, card, one.expected), "the QR code of its picture does not read back");
}

TEST_F(ReadPictures, WhatOnlyThePictureToShareHidesIsToldOfIt) {
  const PreparedCard one = composed();
  CardPictures pictures = pictures_of(one);
  RgbPicture hidden = pictures.back;
  paint_white(hidden, one.expected.barcodes.at(0).box);
  pictures.share = share_picture(pictures.front, hidden);
  EXPECT_EQ(misread_code(pictures, card, one.expected), "a barcode of its picture to share does not read back");
  paint_white(hidden, card.back.qr->box);
  pictures.share = share_picture(pictures.front, hidden);
  EXPECT_EQ(misread_code(pictures, card, one.expected), "the QR code of its picture to share does not read back");
}

struct MadeWithFaults : ReadPictures {
  Result<DrawnSizes, std::string> made() const {
    std::filesystem::create_directories(folder / "card");
    return DigitalMaker(digital).make({.member = invented_member(),
                                       .number = number,
                                       .qr_text = IssueOptions().link_base + number.text,
                                       .portrait = invented_portrait().jpeg,
                                       .date = "2026-03-31"},
                                      folder / "card");
  }
  bool is_anything_written() const { return !std::filesystem::is_empty(folder / "card"); }
};

TEST_F(MadeWithFaults, ACardWhoseBarcodeIsCutByItsEdgeIsNotWritten) {
  card.back.barcodes.at(0).box.x = card.size.width - 20_mm;
  const auto card_made = made();
  ASSERT_FALSE(card_made);
  EXPECT_EQ(card_made.error(), "a barcode of its picture does not read back");
  EXPECT_FALSE(is_anything_written());
}

TEST_F(MadeWithFaults, ACardWhoseQrCodeIsCutByARoundCornerIsNotWritten) {
  card.back.qr->box.x = card.back.qr->box.y = 0_mm;
  card.corner_radius = 20_mm;
  const auto card_made = made();
  ASSERT_FALSE(card_made);
  EXPECT_EQ(card_made.error(), "the QR code of its picture does not read back");
  EXPECT_FALSE(is_anything_written());
}

}  // namespace
}  // namespace pehchan

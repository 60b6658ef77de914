// A card with an element of every kind, from layout to the finished file and its proof.
#include <gtest/gtest.h>

#include <algorithm>

#include "draw/drawn_page.h"
#include "print/printed_order.h"
#include "print/proof.h"
#include "print/read_back.h"
#include "print/released_portraits.h"
#include "support/build_paths.h"
#include "support/run_program.h"

namespace pehchan {
namespace {

const Visibility always, if_valid{Condition{Field::valid_until, {}}, {}}, if_office{Condition{Field::office, {}}, {}};
constexpr Colour grey{0.8, 0.8, 0.8}, red{1, 0, 0};

std::shared_ptr<const ArtworkFile> file(const std::string& name, std::string bytes) {
  return std::make_shared<ArtworkFile>(
      ArtworkFile{.file = name, .bytes = std::move(bytes), .page = 1, .placeholders = {}});
}

const std::string& scan() {
  static const std::string jpeg = jpeg_of(160, 80, noise);
  return jpeg;
}

/// A shape that has a filter, and a picture embedded: both become pictures in a PDF, which librsvg wants smoothed.
std::string logo() {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><filter id=\"f\"><feGaussianBlur "
         "stdDeviation=\"0.2\"/></filter><circle cx=\"5\" cy=\"5\" r=\"4\" fill=\"#060\" filter=\"url(#f)\"/></svg>";
}

/// Upright, with everything in it; no member has an office.
void add_everything(CardTemplate& card) {
  SideTemplate& front = card.front;
  front.portrait->shape = PortraitShape::circle;
  front.portrait->border = 1_mm;
  front.portrait->border_colour = red;
  front.rectangles.push_back({{-2_mm, 45_mm, 57.98_mm, 40_mm}, {}, grey, {}, {}, always});
  front.rectangles.push_back({{3_mm, 49_mm, 47_mm, 14_mm}, 2_mm, {}, 0.5_mm, red, if_valid});
  front.rectangles.push_back({{0_mm, 0_mm, 53.98_mm, 85.6_mm}, {}, red, {}, {}, if_office});
  front.lines.push_back({{3_mm, 64_mm}, {50_mm, 64_mm}, 0.4_mm, red, always});
  front.pictures.push_back({file("logo.svg", logo()), {4_mm, 4_mm, 8_mm, 8_mm}, Align::left, {}, always, {}});
  front.pictures.push_back({file("scan.jpg", scan()), {40_mm, 4_mm, 10_mm, 5_mm}, Align::right, {}, if_valid, {}});
  front.barcodes.push_back({BarcodeKind::code128, "{card_no}", {4_mm, 73_mm, 46_mm, 8_mm}, always, {}});
  SideTemplate& back = card.back;
  back.pictures.push_back({file("stamp.png", png_of(60, 60, [](int x, int y) { return noise(x, y) & 0x80FFFFFFU; })),
                           {20_mm, 4_mm, 12_mm, 12_mm},
                           {},
                           {},
                           if_valid,
                           {}});
  back.barcodes.push_back({BarcodeKind::pdf417, "{name_local} {card_no}", {4_mm, 18_mm, 46_mm, 18_mm}, always, {}});
  back.barcodes.push_back({BarcodeKind::code128, "{office}", {4_mm, 73_mm, 46_mm, 8_mm}, always, {}});
}

const PrintedOrder& order() {
  static const PrintedOrder made(PEHCHAN_SOURCE "/tests/unit/print/lanyard", add_everything);
  return made;
}

std::vector<ProofFault> faults_of(const std::vector<CardDrawings>& cards) {
  return proof_sheets(order().print(cards, "elements"), order().design, order().expected, PrintedOrder::slugs(2), 2);
}

TEST(Elements, OfEveryKindPassTheirProof) {
  EXPECT_EQ(order().expected[0].barcodes.size(), 2U) << "the one of an empty field is left out";
  for (const auto& fault : faults_of(order().drawings))
    ADD_FAILURE() << fault.sheet << ' ' << fault.slot << ' ' << fault.reason;
}

TEST(Elements, SwappedBarcodesAreFoundAtTheirSlots) {
  auto cards = order().drawings;
  std::swap(cards[1].front.barcodes, cards[2].front.barcodes);
  const auto faults = faults_of(cards);
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_EQ(faults[0].slot, 2U);
  EXPECT_EQ(faults[1].slot, 3U);
}

TEST(Elements, AnotherPersonsPortraitIsFoundInACircleWithABorder) {
  auto cards = order().drawings;
  std::swap(cards[3].front.portrait->portrait, cards[4].front.portrait->portrait);
  const auto faults = faults_of(cards);
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_EQ(faults[0].slot, 4U);
  EXPECT_EQ(faults[0].reason, "the portrait is not this card's");
  EXPECT_EQ(faults[1].slot, 5U);
}

TEST(Elements, AMissingPortraitIsFoundInACircleWithABorder) {
  auto cards = order().drawings;
  cards[7].front.portrait.reset();
  const auto faults = faults_of(cards);
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].slot, 8U);
}

TEST(Elements, PortraitsOfAShapeComeBackByteForByte) {
  const auto pdf = order().print(order().drawings, "released");
  const auto jpegs = released_portraits(pdf, 1, order().design, first_slots(10));
  ASSERT_EQ(jpegs.size(), 10U);
  for (std::size_t i = 0; i < 10; ++i) EXPECT_TRUE(jpegs[i] == order().drawings[i].front.portrait->portrait.jpeg);
}

std::size_t times_in(const std::string& text, const std::string& part) {
  std::size_t times = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++times;
  return times;
}

TEST(Elements, PicturesAreInTheFinishedFileOnceAndAskForNoSmoothing) {
  const std::string pdf = bytes_of(order().print(order().drawings, "once"));
  EXPECT_EQ(times_in(pdf, scan()), 1U) << "on 13 cards under a condition";
  EXPECT_EQ(times_in(pdf, "/Interpolate true"), 0U) << "PDF/A forbids it";
  EXPECT_EQ(times_in(pdf, "/SMask "), 2U) << "the stamp and the logo's filter";
}

// A line along the bleed's edge must not reach into the next card's.
TEST(Elements, EndAtTheBleedOfTheirCard) {
  PrintedOrder made(PEHCHAN_SOURCE "/tests/unit/print/lanyard", [](CardTemplate& card) {
    const Mm edge = card.size.width + card.bleed;
    card.front.lines.push_back({{edge, 0_mm}, {edge, card.size.height}, 3_mm, red, if_valid});
  });
  const auto pdf = made.print(made.drawings, "bleed");
  const std::string bytes = bytes_of(pdf);
  const PageImage image = PdfReader(bytes, "bleed").render(2, 144);
  const Slot& slot = made.design.imposition.front.slots[0];
  const auto luminance = [&](Mm beyond) {
    const Rect at = on_sheet(slot, {made.design.card.size.width + beyond, 40_mm, 0.2_mm, 0.2_mm});
    const auto x = static_cast<int>(to_px(at.centre().x, image.dpi)),
               y = static_cast<int>(to_px(at.centre().y, image.dpi));
    return image.grey[static_cast<std::size_t>(y * image.width + x)];
  };
  EXPECT_LT(luminance(0.7_mm), 150) << "the line";
  const Mm outer = std::max({slot.bleed.left, slot.bleed.right, slot.bleed.top, slot.bleed.bottom});
  EXPECT_GT(luminance(outer + 0.4_mm), 200) << "beyond the bleed";
}

}  // namespace
}  // namespace pehchan

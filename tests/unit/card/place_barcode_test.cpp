#include "card/place_barcode.h"

#include <gtest/gtest.h>

#include <cmath>

#include "card/place_qr.h"

namespace pehchan {
namespace {

BarcodeSymbol code128(int columns) { return {BarcodeKind::code128, "", columns, 1, {}}; }
BarcodeSymbol pdf417(int columns, int rows) { return {BarcodeKind::pdf417, "", columns, rows, {}}; }

double dots(Mm length) { return length / printer_dot; }

void expect_whole_dots(Mm length) { EXPECT_NEAR(dots(length), std::round(dots(length)), 1e-6); }

TEST(PlaceBarcode, MakesCode128AsWideAsWholeDotsAllowAndAsHighAsTheBox) {
  const Rect box{3_mm, 4_mm, 50_mm, 9_mm};
  const auto place = place_barcode(box, code128(145));
  ASSERT_TRUE(place);
  EXPECT_NEAR(dots(place->width), 145 * 3, 1e-6);
  expect_whole_dots(place->height);
  EXPECT_LE(place->height, box.height);
  EXPECT_GT(place->height + printer_dot, box.height);
  EXPECT_NEAR(place->centre().x.value, box.centre().x.value, 1e-9);
  EXPECT_NEAR(place->centre().y.value, box.centre().y.value, 1e-9);
}

TEST(PlaceBarcode, KeepsTheQuietZoneInTheBoxAndNoModuleUnderTwoDots) {
  const Mm least = printer_dot * 2 * (145 + 20);
  const auto place = place_barcode({{}, {}, least, 8_mm}, code128(145));
  ASSERT_TRUE(place);
  EXPECT_NEAR(dots(place->width), 145 * 2, 1e-6);
  EXPECT_NEAR(dots(place->x), 20, 1e-6);
  EXPECT_FALSE(place_barcode({{}, {}, least - 0.01_mm, 8_mm}, code128(145)));
}

TEST(PlaceBarcode, Code128IsHighEnoughToBeReadByHand) {
  EXPECT_TRUE(place_barcode({{}, {}, 60_mm, 5.1_mm}, code128(145)));
  EXPECT_FALSE(place_barcode({{}, {}, 60_mm, 4.9_mm}, code128(145))) << "under 5 mm";
  const auto low = place_barcode({{}, {}, 80_mm, 7_mm}, code128(255));
  ASSERT_TRUE(low);
  EXPECT_NEAR(dots(low->width), 255 * 2, 1e-6) << "three dots would be 65 mm wide and need 9.7 mm";
}

TEST(PlaceBarcode, Pdf417HasRowsOfThreeToFiveModules) {
  const auto symbol = pdf417(120, 8);
  for (const double height : {5.0, 7.0, 10.0, 30.0}) {
    const Rect box{1_mm, 2_mm, 40_mm, {height}};
    const auto place = place_barcode(box, symbol);
    ASSERT_TRUE(place) << height;
    const double module = dots(place->width) / symbol.columns, row = dots(place->height) / symbol.rows;
    EXPECT_NEAR(module, std::round(module), 1e-6);
    EXPECT_NEAR(row, std::round(row), 1e-6);
    EXPECT_GE(module, 2 - 1e-6);
    EXPECT_GE(row, 3 * module - 1e-6);
    EXPECT_LE(row, 5 * module + 1e-6);
    EXPECT_TRUE(contains(box, grown(*place, printer_dot * module * 2)));
  }
}

TEST(PlaceBarcode, Pdf417TakesSmallerModulesWhereTheBoxIsLow) {
  const auto high = place_barcode({{}, {}, 40_mm, 12_mm}, pdf417(120, 8));
  const auto low = place_barcode({{}, {}, 40_mm, 5_mm}, pdf417(120, 8));
  ASSERT_TRUE(high && low);
  EXPECT_NEAR(dots(high->width), 120 * 3, 1e-6);
  EXPECT_NEAR(dots(low->width), 120 * 2, 1e-6);
  EXPECT_FALSE(place_barcode({{}, {}, 40_mm, 4_mm}, pdf417(120, 8)));
}

}  // namespace
}  // namespace pehchan

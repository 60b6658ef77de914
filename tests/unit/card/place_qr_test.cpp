#include "card/place_qr.h"

#include <gtest/gtest.h>

#include <cmath>

#include "model/qr_symbol.h"

namespace pehchan {
namespace {

double dots_of_module(const Rect& place, int modules) { return place.width / modules / printer_dot; }
/// The least box for modules of so many dots.
Mm side_for(int modules, double dots) { return printer_dot * dots * (modules + 2 * QrSymbol::quiet_modules); }

TEST(PlaceQr, MakesModulesWholeDotsOfAPrinterAndAsLargeAsFits) {
  for (const int modules : {21, 25, 29, 33}) {
    const Rect box{3.3_mm, 4.9_mm, 30_mm, 30_mm};
    const auto place = place_qr(box, modules);
    ASSERT_TRUE(place) << modules;
    const double dots = dots_of_module(*place, modules);
    EXPECT_NEAR(dots, std::round(dots), 1e-9) << modules;
    EXPECT_LE(side_for(modules, dots), box.width) << modules;
    EXPECT_GT(side_for(modules, dots + 1), box.width) << modules;
    EXPECT_NEAR(place->width.value, place->height.value, 1e-9);
  }
}

TEST(PlaceQr, IsInTheMiddleOfItsBox) {
  for (const Rect& box : {Rect{3.3_mm, 4.9_mm, 30_mm, 30_mm}, Rect{1_mm, 2_mm, 40_mm, 25_mm}}) {
    const auto place = place_qr(box, 29);
    ASSERT_TRUE(place);
    EXPECT_NEAR(place->centre().x.value, box.centre().x.value, 1e-9);
    EXPECT_NEAR(place->centre().y.value, box.centre().y.value, 1e-9);
  }
}

TEST(PlaceQr, KeepsTheQuietZoneInTheBox) {
  const Rect box{1_mm, 2_mm, 40_mm, 25_mm};
  const auto place = place_qr(box, 29);
  ASSERT_TRUE(place);
  EXPECT_TRUE(contains(box, grown(*place, place->width / 29 * QrSymbol::quiet_modules)));
}

TEST(PlaceQr, TakesModulesOfFourDotsAndNoneSmaller) {
  const Mm least = side_for(41, 4);
  const auto place = place_qr({{}, {}, least, least}, 41);
  ASSERT_TRUE(place);
  EXPECT_NEAR(place->width.value / 41, 4 * 25.4 / 300, 1e-9) << "0.34 mm";
  EXPECT_FALSE(place_qr({{}, {}, least - 0.01_mm, least}, 41));
  EXPECT_FALSE(place_qr({{}, {}, least, least - 0.01_mm}, 41));
}

}  // namespace
}  // namespace pehchan

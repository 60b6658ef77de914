#include <gtest/gtest.h>

#include "card/written_template.h"

namespace pehchan {
namespace {

std::string back_portrait(const std::string& box, const std::string& more = {}) {
  return "\n[back.portrait]\nbox = " + box + "\n" + more;
}

TEST(CheckSides, DemandsAQrCode) {
  const std::string text = told_after("[back.qr]\nbox = [4, 5, 30, 30]\n", "");
  EXPECT_NE(text.find("there is no QR code: add [back.qr]"), std::string::npos) << text;
}

TEST(CheckSides, RefusesASecondQrCodeWhereItIsWritten) {
  EXPECT_EQ(told(right_toml() + "[front.qr]\nbox = [40, 25, 25, 25]\n"),
            "29:7: there is a QR code on each side: take one out");
  EXPECT_EQ(told_after("[front.portrait]", "[front.qr]\nbox = [40, 25, 25, 25]\n\n[front.portrait]"),
            "30:7: there is a QR code on each side: take one out");
}

TEST(CheckSides, TakesASecondPortraitOnlyOfTheSameProportions) {
  EXPECT_EQ(told(right_toml() + back_portrait("[40, 5, 25, 32]")), "accepted");
  EXPECT_EQ(told(right_toml() + back_portrait("[40, 5, 12.5, 16]")), "accepted");
  EXPECT_EQ(told(right_toml() + back_portrait("[40, 5, 25, 25]")),
            "30:7: the portraits of front and back, 25 × 32 and 25 × 25 mm, have different proportions, but a photo is "
            "cropped once for both: make one an enlarged copy of the other");
  EXPECT_NE(told(right_toml() + back_portrait("[40, 5, 25, 32]", "shape = \"circle\"\n")), "accepted")
      << "a circle's photo is square";
}

TEST(CheckSides, TakesASecondPortraitOnlyWithTheSameHead) {
  EXPECT_EQ(
      told(right_toml() + back_portrait("[40, 5, 25, 32]", "head = 0.6\n")),
      "30:7: the portraits of front and back have heads of 0.72 and 0.6, but a photo is cropped once for both: give "
      "both the same \"head\"");
}

}  // namespace
}  // namespace pehchan

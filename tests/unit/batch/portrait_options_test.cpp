#include "batch/portrait_options.h"

#include <gtest/gtest.h>

namespace pehchan {
namespace {

PortraitElement of(Mm width, Mm height) {
  PortraitElement element;
  element.box = {3_mm, 3_mm, width, height};
  return element;
}

TEST(PortraitOptions, WantTheLargerOfTwoPortraits) {
  CardTemplate design;
  design.front.portrait = of(12.7_mm, 25.4_mm);
  design.back.portrait = of(25.4_mm, 50.8_mm);
  EXPECT_EQ(portrait_spec(design, {}).width, 600);
  EXPECT_EQ(portrait_spec(design, {}).height, 1200);
  design.back.portrait = of(6.35_mm, 12.7_mm);
  EXPECT_EQ(portrait_spec(design, {}).width, 300);
  design.front.portrait.reset();
  EXPECT_EQ(portrait_spec(design, {}).width, 150);
}

}  // namespace
}  // namespace pehchan

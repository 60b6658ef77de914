#include <gtest/gtest.h>

#include "card/written_template.h"
#include "model/photo_limits.h"

namespace pehchan {
namespace {

const std::string before = "[front]\nartwork";
std::string told_of(const std::string& limits) { return told_after(before, limits + "\n" + before); }

TEST(PhotoLimits, AMeasureIsGradedByWhereItLies) {
  const PhotoLimits limits;
  EXPECT_EQ(limits.grade(PhotoMeasure::inter_eye, 60), Grade::good);
  EXPECT_EQ(limits.grade(PhotoMeasure::inter_eye, 59.9), Grade::warn);
  EXPECT_EQ(limits.grade(PhotoMeasure::inter_eye, 37.9), Grade::hold);
  EXPECT_EQ(limits.grade(PhotoMeasure::glare, 0.05), Grade::good);
  EXPECT_EQ(limits.grade(PhotoMeasure::glare, 0.06), Grade::warn);
  EXPECT_EQ(limits.grade(PhotoMeasure::glare, 0.21), Grade::hold);
  EXPECT_EQ(limits.grade(PhotoMeasure::bright, 1), Grade::warn) << "a bright face alone holds nobody back";
}

TEST(PhotoLimits, EachHasItsOwnNameAndIsInOrder) {
  PhotoLimits limits;
  for (std::size_t i = 0; i < photo_measures; ++i) {
    EXPECT_EQ(limits.named(limits.all[i].name), &limits.all[i]) << limits.all[i].name;
    EXPECT_TRUE(limits.all[i].is_in_order()) << limits.all[i].name;
  }
  EXPECT_EQ(limits.named("Sharpness"), nullptr);
}

TEST(PhotoLimits, ATemplateChangesThoseItNames) {
  const CardTemplate design = parsed(changed(
      {{before, "[photo_limits]\nsharpness = { warn = 0.08, hold = 0.05 }\ntilt = { hold = 20 }\n\n" + before}}));
  PhotoLimits expected;
  expected.named("sharpness")->warn = 0.08;
  expected.named("sharpness")->hold = 0.05;
  expected.named("tilt")->hold = 20;
  EXPECT_TRUE(design.photo_limits == expected);
  EXPECT_TRUE(parsed(right_toml()).photo_limits == PhotoLimits());
}

TEST(PhotoLimits, ATemplatesMistakesAreToldWithTheirPlace) {
  EXPECT_TRUE(told_of("[photo_limits]\nsharpnes = { warn = 1 }")
                  .starts_with("13:12: [photo_limits] has no measure \"sharpnes\"; is it \"sharpness\"?"))
      << told_of("[photo_limits]\nsharpnes = { warn = 1 }");
  EXPECT_NE(told_of("[photo_limits]\nzzzz = { warn = 1 }").find("it may have inter_eye, eye_votes"), std::string::npos);
  EXPECT_NE(told_of("[photo_limits]\ndark = { warm = 1 }").find("has no key \"warm\"; is it \"warn\"?"),
            std::string::npos);
  EXPECT_NE(told_of("[photo_limits]\ndark = { warn = \"low\" }").find("\"warn\" must be a number"), std::string::npos);
  EXPECT_NE(told_of("[photo_limits]\ndark = 0.2").find("dark"), std::string::npos);
  EXPECT_NE(told_of("[photo_limits]\ndark = { warn = 0.1, hold = 0.2 }").find("\"hold\" must be less than \"warn\""),
            std::string::npos);
  EXPECT_NE(told_of("[photo_limits]\nglare = { hold = 0.01 }").find("\"hold\" must be more than \"warn\""),
            std::string::npos);
  EXPECT_NE(told_of("photo_limits = 1").find("photo_limits"), std::string::npos);
}

}  // namespace
}  // namespace pehchan

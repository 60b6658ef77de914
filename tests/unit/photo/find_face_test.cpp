#include "photo/find_face.h"

#include <gtest/gtest.h>

#include <cmath>
#include <opencv2/imgproc.hpp>

#include "demo/draw_photo.h"
#include "photo/decode.h"
#include "photo/quarter_turn.h"

namespace pehchan {
namespace {

using Kind = FoundFace::Kind;

cv::Mat drawn(std::size_t person) {
  return decode_photo(draw_photo(1, person, person % 2 == 0, Scene::portrait), 0).value().pixels;
}

TEST(FindFace, ADrawnFaceIsFramedByAboutTheDistanceOfItsEyes) {
  FaceFinder finder;
  for (std::size_t person = 0; person < 4; ++person) {
    const FoundFace face = finder.find(drawn(person));
    ASSERT_EQ(face.kind, Kind::one) << person;
    EXPECT_NEAR(face.framing_distance / face.found.eyes.distance(), 1, 0.15) << person;
    EXPECT_GE(face.found.of_eight(), 4) << person;
  }
}

TEST(FindFace, TheSamePictureHasTheSameAnswer) {
  const cv::Mat picture = drawn(1);
  FaceFinder one, other;
  other.find(drawn(2));
  const FoundFace a = one.find(picture), b = other.find(picture);
  EXPECT_EQ(a.found.eyes.right.x, b.found.eyes.right.x);
  EXPECT_EQ(a.found.eyes.left.y, b.found.eyes.left.y);
  EXPECT_EQ(a.framing_distance, b.framing_distance);
  EXPECT_EQ(a.box.score, b.box.score);
}

TEST(FindFace, APictureOnItsSideIsPutRight) {
  FaceFinder finder;
  const cv::Mat picture = drawn(1);
  const FoundFace upright = finder.find(picture);
  for (const int turns : {1, 2, 3}) {
    const FoundFace face = finder.find(turned(picture, 4 - turns));
    ASSERT_EQ(face.kind, Kind::one) << turns;
    EXPECT_EQ(face.quarter_turns, turns);
    EXPECT_NEAR(face.found.eyes.middle().y, upright.found.eyes.middle().y, 0.05 * upright.framing_distance);
  }
}

TEST(FindFace, ALeaningHeadHasItsEyesWhereTheyAre) {
  FaceFinder finder;
  const cv::Mat picture = drawn(1);
  const FoundFace upright = finder.find(picture);
  const auto middle = upright.found.eyes.middle();
  const cv::Mat lean =
      cv::getRotationMatrix2D(cv::Point2f(static_cast<float>(middle.x), static_cast<float>(middle.y)), -20, 1);
  cv::Mat leaning;
  cv::warpAffine(picture, leaning, lean, picture.size(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  const FoundFace face = finder.find(leaning);
  ASSERT_EQ(face.kind, Kind::one);
  EXPECT_NEAR(face.found.eyes.roll(), upright.found.eyes.roll() + 20, 4);
  EXPECT_NEAR(face.found.eyes.middle().y, middle.y, 0.08 * upright.framing_distance);
}

TEST(FindFace, TwoPeopleAreSeveralAndAWallIsNobody) {
  FaceFinder finder;
  cv::Mat both;
  cv::hconcat(drawn(1), drawn(3), both);
  EXPECT_EQ(finder.find(both).kind, Kind::many);
  const cv::Mat wall(800, 600, CV_8UC3, cv::Scalar(180, 190, 200));
  EXPECT_EQ(finder.find(wall).kind, Kind::none);
}

TEST(FindFace, CoveredEyesAreNotGuessed) {
  FaceFinder finder;
  cv::Mat picture = drawn(1);
  const auto middle = finder.find(picture).found.eyes.middle();
  const double d = finder.find(picture).framing_distance;
  cv::rectangle(picture,
                cv::Rect2d(middle.x - 1.2 * d, middle.y - 0.4 * d, 2.4 * d, 0.8 * d) & cv::Rect2d(0, 0, 1e5, 1e5),
                cv::Scalar(20, 20, 20), cv::FILLED);
  EXPECT_NE(finder.find(picture).kind, Kind::one);
}

}  // namespace
}  // namespace pehchan

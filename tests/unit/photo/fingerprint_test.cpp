// The fingerprint and the second look: the same picture sent again, and other people before the same wall.
#include "photo/fingerprint.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "demo/draw_photo.h"
#include "photo/same_picture.h"
#include "support/resent.h"

namespace pehchan {
namespace {

std::string photo(std::size_t index) { return draw_photo(7, index, index % 2 == 0); }

const std::vector<Resending> resendings{
    {.quality = 30},
    {.quality = 95},
    {.quality = 70, .scale = 0.5},
    {.quality = 40, .scale = 0.25},
    {.quality = 75, .scale = 1, .brightness = 0.8},
    {.quality = 75, .scale = 1, .brightness = 1.2},
    {.quality = 75, .scale = 0.6, .brightness = 1, .cut = 0.02},
};

TEST(Fingerprint, OfAPhotoSentAgainIsNear) {
  for (std::size_t i = 0; i < 8; ++i) {
    const std::string original = photo(i);
    for (const Resending& how : resendings) {
      const auto a = fingerprint_of(original), b = fingerprint_of(resent(original, how));
      ASSERT_TRUE(a && b);
      EXPECT_LE(distance(*a, *b), most_distance) << i << ": " << how.quality << " " << how.scale << " " << how.cut;
    }
  }
}

TEST(Fingerprint, OfOnlyCompressedAgainIsSurelyTheSame) {
  for (std::size_t i = 0; i < 8; ++i)
    EXPECT_LE(distance(*fingerprint_of(photo(i)), *fingerprint_of(resent(photo(i), {.quality = 75}))),
              surely_same_distance);
}

TEST(Fingerprint, OfOthersIsFar) {
  std::vector<Fingerprint> prints;
  for (std::size_t i = 0; i < 40; ++i) prints.push_back(fingerprint_of(photo(i)).value());
  for (std::size_t i = 0; i < prints.size(); ++i)
    for (std::size_t j = i + 1; j < prints.size(); ++j) EXPECT_GT(distance(prints[i], prints[j]), most_distance);
}

TEST(Fingerprint, IsOfThePictureAsExifTurnsIt) {
  std::size_t turned = 0;
  while (orientation_of(7, turned) != 6) ++turned;
  EXPECT_LE(distance(*fingerprint_of(photo(turned)), *fingerprint_of(resent(photo(turned), {}))), surely_same_distance);
}

TEST(Fingerprint, OfASmallPhotoIsThatOfTheLargeOne) {
  const std::string original = photo(3);
  EXPECT_LE(distance(*fingerprint_of(original), *fingerprint_of(resent(original, {.quality = 90, .scale = 0.1}))), 16);
}

TEST(Fingerprint, IsNotTakenOfWhatShowsNothing) {
  for (const int grey : {0, 128, 255})
    EXPECT_FALSE(fingerprint_of(encode_jpeg(cv::Mat(800, 600, CV_8UC3, cv::Scalar::all(grey)), 80)));
  EXPECT_FALSE(fingerprint_of("no picture"));
  EXPECT_FALSE(fingerprint_of(""));
}

TEST(SamePicture, IsSeenInWhateverWayItWasSentAgain) {
  for (std::size_t i = 0; i < 3; ++i) {
    const std::string original = photo(i);
    for (const Resending& how : resendings)
      EXPECT_TRUE(is_same_picture(original, resent(original, how)))
          << i << ": " << how.quality << " " << how.scale << " " << how.brightness << " " << how.cut;
  }
}

TEST(SamePicture, IsNotSeenInOtherPeople) {
  for (std::size_t i = 0; i < 5; ++i) EXPECT_FALSE(is_same_picture(photo(i), photo(i + 1)));
}

// The pairs of six thousand drawn people that agree best: one wall, one dress, nearly one face.
TEST(SamePicture, IsNotSeenInTheMostAlikeOfThousands) {
  for (const auto& [one, other] : {std::pair(352, 5424), {1871, 2243}, {4372, 5980}, {159, 1433}})
    EXPECT_FALSE(is_same_picture(photo(static_cast<std::size_t>(one)), photo(static_cast<std::size_t>(other)))) << one;
}

TEST(SamePicture, IsNotSeenInWhatCannotBeDecoded) {
  EXPECT_FALSE(is_same_picture("", ""));
  EXPECT_FALSE(is_same_picture(photo(1), photo(1).substr(0, 5000)));
}

}  // namespace
}  // namespace pehchan

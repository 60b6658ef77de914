#include "model/fingerprint.h"

#include <gtest/gtest.h>

namespace pehchan {
namespace {

TEST(Fingerprint, ComesBackFromItsDigits) {
  Fingerprint print;
  for (const int bit : {0, 3, 63, 64, 130, 255}) print.set(bit);
  const std::string hex = hex_of(print);
  EXPECT_EQ(hex.size(), 64U);
  EXPECT_EQ(hex.substr(0, 16), "8000000000000009");
  ASSERT_TRUE(fingerprint_of_hex(hex));
  EXPECT_TRUE(*fingerprint_of_hex(hex) == print);
}

TEST(Fingerprint, IsNotReadFromOtherTexts) {
  const std::string good(64, 'a');
  EXPECT_TRUE(fingerprint_of_hex(good));
  for (const std::string& bad : {std::string(), good.substr(1), good + "a", "G" + good.substr(1), "A" + good.substr(1)})
    EXPECT_FALSE(fingerprint_of_hex(bad)) << bad;
}

TEST(Fingerprint, IsAsFarAsBitsDiffer) {
  Fingerprint a, b;
  EXPECT_EQ(distance(a, b), 0);
  for (const int bit : {1, 65, 200}) a.set(bit);
  b.set(200);
  EXPECT_EQ(distance(a, b), 2);
}

TEST(Fingerprint, IsMadeOfItsBands) {
  Fingerprint print;
  print.set(16);
  print.set(240 + 15);
  EXPECT_EQ(print.band(0), 0);
  EXPECT_EQ(print.band(1), 1);
  EXPECT_EQ(print.band(15), 0x8000);
}

}  // namespace
}  // namespace pehchan

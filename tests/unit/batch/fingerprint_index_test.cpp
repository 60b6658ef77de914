#include "batch/fingerprint_index.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace pehchan {
namespace {

/// A print with bits of another's turned over, now and then one of them back again.
Fingerprint changed(Fingerprint print, int bits, std::mt19937_64& random) {
  for (int i = 0; i < bits; ++i) {
    const auto bit = random() % 256;
    print.words[bit / 64] ^= std::uint64_t{1} << bit % 64;
  }
  return print;
}

/// Some by chance, and of each some that are 0 to 60 turnings away.
std::vector<Fingerprint> prints() {
  std::mt19937_64 random(5);
  std::vector<Fingerprint> all;
  for (int i = 0; i < 30; ++i) {
    Fingerprint base;
    for (auto& word : base.words) word = random();
    all.push_back(base);
    for (int bits = 0; bits <= 60; bits += 3) all.push_back(changed(base, bits, random));
  }
  return all;
}

TEST(FingerprintIndex, FindsEachNearOneOnceAndNoOther) {
  const auto all = prints();
  const FingerprintIndex index(all);
  for (const int most : {0, 31, 40, FingerprintIndex::farthest}) {
    std::size_t pairs = 0;
    for (const Fingerprint& print : all) {
      std::map<std::size_t, int> found;
      index.each_near(print, most, [&](std::size_t which, int bits) {
        EXPECT_TRUE(found.emplace(which, bits).second) << "told twice";
      });
      for (std::size_t i = 0; i < all.size(); ++i) {
        const int bits = distance(print, all[i]);
        EXPECT_EQ(found.contains(i), bits <= most) << bits;
        if (found.contains(i)) {
          EXPECT_EQ(found[i], bits);
        }
      }
      pairs += found.size();
    }
    EXPECT_GT(pairs, all.size());
  }
}

TEST(FingerprintIndex, OfNobodyFindsNobody) {
  const FingerprintIndex index({});
  index.each_near({}, FingerprintIndex::farthest, [](std::size_t, int) { FAIL(); });
}

}  // namespace
}  // namespace pehchan

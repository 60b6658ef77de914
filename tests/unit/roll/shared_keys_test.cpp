#include "roll/shared_keys.h"

#include <gtest/gtest.h>

#include <string>

namespace pehchan {
namespace {

bool always(std::size_t) { return true; }

TEST(SharedKeys, GivesTheRowsOfAKeyInOrderAndNothingForOneAlone) {
  SharedKeys keys;
  for (const auto& [key, row] : {std::pair{"a", 9U}, {"b", 3U}, {"a", 2U}, {"", 4U}, {"", 5U}, {"a", 5U}})
    keys.add(key, row);
  keys.settle(always);
  const auto rows = keys.sharing(5);
  EXPECT_EQ(std::vector(rows.begin(), rows.end()), (std::vector<std::uint32_t>{2, 5, 9}));
  for (const std::size_t alone : {3U, 4U, 1U}) EXPECT_TRUE(keys.sharing(alone).empty()) << alone;
  EXPECT_EQ(keys.count(), 3U);
}

TEST(SharedKeys, RowsThatDoNotCountAreLeftOut) {
  SharedKeys keys;
  keys.add("a", 2);
  keys.add("a", 3);
  keys.settle([](std::size_t row) { return row != 3; });
  EXPECT_TRUE(keys.sharing(2).empty());
}

TEST(SharedKeys, ManyKeysDoNotClash) {
  SharedKeys keys;
  for (std::size_t row = 1; row <= 300'000; ++row) keys.add("UP-2026-" + std::to_string(row), row);
  keys.add("UP-2026-7", 300'001);
  keys.settle(always);
  EXPECT_EQ(keys.count(), 2U);
}

}  // namespace
}  // namespace pehchan

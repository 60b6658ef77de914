#include "batch/ordered.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>

namespace pehchan {
namespace {

using namespace std::chrono_literals;

const auto slow_when_even = [] {
  return [](std::size_t i) {
    if (i % 2 == 0) std::this_thread::sleep_for(1ms);
    return i * i;
  };
};

TEST(Ordered, ResultsComeInOrderWhoeverIsFaster) {
  std::vector<std::size_t> seen;
  ordered_map(100, 4, 8, {}, slow_when_even, [&](std::size_t i, std::size_t square) {
    EXPECT_EQ(square, i * i);
    seen.push_back(i);
  });
  EXPECT_EQ(seen.size(), 100U);
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
}

TEST(Ordered, NoMoreResultsAreAliveThanTheWindow) {
  std::atomic<int> alive = 0, most = 0;
  const auto worker = [&] {
    return [&](std::size_t) {
      most = std::max(most.load(), ++alive);
      return 0;
    };
  };
  ordered_map(60, 4, 6, {}, worker, [&](std::size_t, int) {
    std::this_thread::sleep_for(1ms);
    --alive;
  });
  EXPECT_LE(most, 7);  // one may be in the consumer's hands
}

TEST(Ordered, AWorkersTroubleEndsTheWhole) {
  const auto worker = [] {
    return [](std::size_t i) {
      if (i == 7) throw std::runtime_error("seven");
      return i;
    };
  };
  EXPECT_THROW(ordered_map(100, 3, 9, {}, worker, [](std::size_t, std::size_t) {}), std::runtime_error);
}

TEST(Ordered, TheConsumersTroubleEndsTheWhole) {
  EXPECT_THROW(ordered_map(100, 3, 9, {}, slow_when_even,
                           [](std::size_t i, std::size_t) {
                             if (i == 5) throw std::logic_error("five");
                           }),
               std::logic_error);
}

TEST(Ordered, AStopEndsItBetweenTwoResults) {
  std::stop_source source;
  std::size_t seen = 0;
  ordered_map(1000, 2, 6, source.get_token(), slow_when_even, [&](std::size_t, std::size_t) {
    if (++seen == 10) source.request_stop();
  });
  EXPECT_EQ(seen, 10U);
}

TEST(Ordered, NothingToDoIsDoneAtOnce) {
  ordered_map(0, 2, 6, {}, slow_when_even, [](std::size_t, std::size_t) { FAIL(); });
}

}  // namespace
}  // namespace pehchan

#include "photo/opencv_threads.h"

#include <gtest/gtest.h>

#include <opencv2/core/utility.hpp>
#include <thread>
#include <vector>

namespace pehchan {
namespace {

TEST(OpencvThreads, ManyThreadsMayAskForOneAtOnce) {
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i)
      threads.emplace_back([] {
        for (int times = 0; times < 5000; ++times) keep_opencv_to_one_thread();
      });
  }
  EXPECT_EQ(cv::getNumThreads(), 1);
}

}  // namespace
}  // namespace pehchan

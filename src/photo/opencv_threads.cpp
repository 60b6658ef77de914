#include "photo/opencv_threads.h"

#include <opencv2/core/utility.hpp>

namespace pehchan {

void keep_opencv_to_one_thread() {
  static const bool is_set = (cv::setNumThreads(1), true);
  static_cast<void>(is_set);
}

}  // namespace pehchan

#pragma once

namespace pehchan {

/// OpenCV works in the thread that calls it: whoever calls works on many photos at once, and threads of its own would
/// only be in their way. To be called before OpenCV is; only the first call of a process does anything, for
/// cv::setNumThreads called by several threads at once crashes (OpenCV 4.6 with TBB: one run of 180 with eight
/// threads).
void keep_opencv_to_one_thread();

}  // namespace pehchan

#pragma once
#include <opencv2/objdetect.hpp>
#include <string>

namespace pehchan {

/// One of OpenCV's Haar cascades by its short name ("eye", "frontalface_alt2"), from the folder of the package
/// opencv-data or $PEHCHAN_CASCADES. Throws RunError (bad_config) when it is not there.
cv::CascadeClassifier load_cascade(const std::string& name);

}  // namespace pehchan

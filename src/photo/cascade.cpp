#include "photo/cascade.h"

#include <fmt/format.h>

#include <cstdlib>

#include "base/run_error.h"

namespace pehchan {

cv::CascadeClassifier load_cascade(const std::string& name) {
  const char* given = std::getenv("PEHCHAN_CASCADES");
  const std::string file =
      fmt::format("{}/haarcascade_{}.xml", given ? given : "/usr/share/opencv4/haarcascades", name);
  cv::CascadeClassifier cascade;
  bool is_loaded = false;
  try {
    is_loaded = cascade.load(file);
  } catch (const cv::Exception&) {
    is_loaded = false;
  }
  if (!is_loaded)
    throw RunError(ExitCode::bad_config, fmt::format("the face finder's file {} is missing or unusable", file),
                   "Install the package opencv-data.");
  return cascade;
}

}  // namespace pehchan

#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "base/result.h"
#include "model/portrait.h"
#include "model/problem.h"

namespace pehchan {

/// What portraits a template wants.
struct PortraitSpec {
  int width = 590, height = 756;  ///< px at most (25 × 32 mm at 600 dpi); never more than the source has
  int min_inter_eye = 38;         ///< px between the eyes in the source; under it the photo is withheld
  int jpeg_quality = 84;          ///< 1 to 100
};

/// Makes the portraits: open, decode, find the face, crop, judge, compress. Expensive to construct (it loads the
/// detectors), cheap to call; one a worker thread. Sets OpenCV to one thread.
class PortraitMaker {
 public:
  /// Throws RunError (bad_config) when the detectors' files (package opencv-data) are absent.
  explicit PortraitMaker(PortraitSpec spec = {});
  ~PortraitMaker();

  /// The portrait, or the one Problem (field "photo", file = relative_name, row 0) that withholds it. Codes:
  /// photo_path, photo_missing, photo_not_file, photo_empty, photo_too_large, photo_format, photo_damaged,
  /// photo_too_small, photo_no_face, photo_several_faces, photo_unclear, photo_cropped_tight, photo_dark,
  /// photo_blurred. Same file and spec, same bytes.
  Result<Portrait, Problem> prepare(const std::filesystem::path& photos_root, const std::string& relative_name);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace pehchan

#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "model/photo_limits.h"
#include "model/photo_override.h"
#include "model/portrait.h"
#include "photo/assessment.h"
#include "photo/portrait_cache.h"

namespace pehchan {

/// What portraits are wanted.
struct PortraitSpec {
  int width = 590, height = 756;  ///< px at most (25 × 32 mm at 600 dpi); never more than the source has
  double head = 0.72;             ///< of the height, chin to crown: 0.60 to 0.80
  int jpeg_quality = 82;          ///< 1 to 100
  PhotoLimits limits = {};
  std::filesystem::path face_model = {};  ///< a YuNet model of the user's; empty: none
  bool has_view = false;                  ///< whether a picture for the review page is made, too
};

/// The height, in px of the photo at its full size, of the smallest crop that is not held for its few pixels.
double least_crop_height(const PortraitSpec& spec);

/// A photo, judged; with its portrait unless it is held.
struct PreparedPhoto {
  Assessment assessment;
  std::optional<Portrait> portrait;
  std::string view;  ///< JPEG of the whole photo, upright and small; only when asked for and if it can be decoded
};

/// Makes the portraits: open, decode, find the face, judge, crop, tone, compress. One a worker thread: the detectors
/// are loaded for the first photo that is not in the cache, which takes a fifth of a second. Sets OpenCV to one thread.
class PortraitMaker {
 public:
  /// `overrides` and `cache` must outlive it. Throws RunError when the face model cannot be read.
  PortraitMaker(PortraitSpec spec, const PhotoOverrides& overrides, PortraitCache& cache);
  ~PortraitMaker();
  PortraitMaker(PortraitMaker&&) noexcept;

  /// Never throws for a photo's own trouble: whatever is wrong with it is among the findings. Same file, spec and
  /// override, same bytes; from the cache where it was made before. Throws RunError (bad_config) when the detectors'
  /// files (package opencv-data) or the face model are absent or unusable.
  PreparedPhoto prepare(const std::filesystem::path& photos_root, const std::string& relative_name);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace pehchan

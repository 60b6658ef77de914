#pragma once
#include <string_view>

#include "model/photo_override.h"
#include "photo/assessment.h"
#include "photo/decode.h"
#include "photo/find_face.h"
#include "photo/prepare.h"

namespace pehchan {

/// The decoded photo beside what became of it.
struct AssessedPhoto {
  Assessment assessment;
  Picture picture;        ///< upright, turned as the assessment says; empty when it could not be decoded
  cv::Mat portrait = {};  ///< the crop, sRGB, where it served to judge by; else empty
};

/// Decodes, finds, frames and judges; `decision` is a person's, or null. `named` has the photo's file and SHA-256
/// already. Exceptions of libraries become `damaged`.
AssessedPhoto assess_photo(std::string_view bytes, Assessment named, const PortraitSpec& spec,
                           const PhotoOverride* decision, FaceFinder& finder);

/// Frames and places in the px of a picture that is `reduced` times smaller than its source.
CropFrame reduced_by(const CropFrame& frame, double reduced);

}  // namespace pehchan

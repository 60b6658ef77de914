#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "model/portrait.h"
#include "photo/eyes.h"

namespace pehchan {

/// What the face finder made of one photo, for tests and for a person who reviews. Px of the source picture, upright.
struct Inspection {
  enum class Outcome {
    one,     ///< one face, its eyes certain
    many,    ///< several
    none,    ///< nobody
    review,  ///< perhaps somebody: a person must look
    error    ///< the file itself cannot be used
  } outcome = Outcome::error;
  std::string code;             ///< the Problem's code unless `one`
  FaceBox face;                 ///< `one`, `many` and `review`
  Eyes eyes;                    ///< `one`
  int votes = 0;                ///< of 8: how many eye sightings agree
  double framing_distance = 0;  ///< `one`: as FoundFace has it
};

/// Looks at photos without making portraits. Expensive to construct, cheap to use; one a thread.
class PhotoInspector {
 public:
  /// `model`: as FaceFinder's. Throws RunError (bad_config) when opencv-data is absent or the model is no YuNet.
  explicit PhotoInspector(const std::filesystem::path& model = {});
  ~PhotoInspector();
  Inspection inspect(const std::filesystem::path& photos_root, const std::string& relative_name);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace pehchan

#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "model/crop_frame.h"

namespace pehchan {

/// What a person decided about one photo after looking at it. It beats the face finder and the judge, never the checks
/// for damage and for pixels enough.
struct PhotoOverride {
  enum class Decision { accept, reject };

  std::string file;    ///< as photo names are written in the roll
  std::string sha256;  ///< of the photo that the person saw: another one under the same name is not meant
  Decision decision = Decision::accept;
  int quarter_turns = 0;          ///< clockwise, after EXIF; the places below are of the photo turned so
  std::optional<CropFrame> crop;  ///< the portrait's place; its eyes when only those were pointed out
  std::optional<Eyes> eyes;
  std::string by;  ///< who decided
};

/// "./a.jpg" and "a.jpg" are one file.
inline std::string plain_photo_name(const std::string& name) {
  return std::filesystem::path(name).lexically_normal().string();
}

/// By the file's plain name.
using PhotoOverrides = std::map<std::string, PhotoOverride, std::less<>>;

/// What was decided about the photo that the roll names so, whatever its bytes; null when there is nothing.
inline const PhotoOverride* decision_about(const PhotoOverrides& overrides, const std::string& name) {
  const auto found = overrides.find(plain_photo_name(name));
  return found == overrides.end() ? nullptr : &found->second;
}

}  // namespace pehchan

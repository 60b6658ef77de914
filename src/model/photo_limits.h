#pragma once
#include <array>
#include <cstddef>
#include <limits>
#include <optional>
#include <string_view>

namespace pehchan {

/// What becomes of a photo: its card is made; it is made, and a person had better look; it is held back.
enum class Grade { good, warn, hold };

/// What is measured of a photo with one face. All but the first three on the standard crop of 295 × 378 px.
enum class PhotoMeasure {
  inter_eye,   ///< px between the eyes in the photo as it was sent
  eye_votes,   ///< sightings that agree about the eyes, of 8
  face_score,  ///< of the face detector; a certain face has 1 and more
  tilt,        ///< degrees that the eye line leans, either way
  sharpness,   ///< √variance of the Laplacian over the contrast, in the eye band
  dark,        ///< mean luminance of the face, 0 black to 1 white, as stored
  bright,      ///< the same
  shadow,      ///< share of the face at 25 or less of 255
  glare,       ///< share of the face at 247 or more
  contrast,    ///< from the 3rd to the 97th percentile of the luminance, 0 to 255
  even_light,  ///< overlap of both cheeks' histograms, 0 to 1
  invented     ///< share of the portrait that lies outside the photo
};

constexpr std::size_t photo_measures = 12;

/// Where a measure begins to be doubtful, and where it holds the photo back.
struct PhotoLimit {
  std::string_view name;  ///< in card.toml and in --photo-limit
  bool is_least;          ///< values under the limits are the bad ones; else those over them
  double warn, hold;
  bool operator==(const PhotoLimit&) const = default;
  /// What holds a photo back is worse than what makes it doubtful.
  bool is_in_order() const { return is_least ? hold <= warn : hold >= warn; }
};

/// All limits, in one place. The defaults were measured on 496 portraits of all skins and lights; a template's
/// [photo_limits] and --photo-limit change them.
struct PhotoLimits {
  static constexpr double never = std::numeric_limits<double>::infinity();

  std::array<PhotoLimit, photo_measures> all{{{"inter_eye", true, 60, 38},
                                              {"eye_votes", true, 6, 3},
                                              {"face_score", true, 0.3, -never},
                                              {"tilt", false, 8, 25},
                                              {"sharpness", true, 0.09, 0.06},
                                              {"dark", true, 0.25, 0.20},
                                              {"bright", false, 0.80, never},
                                              {"shadow", false, 0.20, 0.50},
                                              {"glare", false, 0.05, 0.20},
                                              {"contrast", true, 75, 50},
                                              {"even_light", true, 0.15, -never},
                                              {"invented", false, 0.08, 0.20}}};

  const PhotoLimit& operator[](PhotoMeasure measure) const { return all[static_cast<std::size_t>(measure)]; }
  Grade grade(PhotoMeasure measure, double value) const {
    const PhotoLimit& limit = (*this)[measure];
    const auto is_beyond = [&](double bound) { return limit.is_least ? value < bound : value > bound; };
    return is_beyond(limit.hold) ? Grade::hold : is_beyond(limit.warn) ? Grade::warn : Grade::good;
  }
  /// The limit of this name, to be changed; null when there is none.
  PhotoLimit* named(std::string_view name) {
    for (PhotoLimit& limit : all)
      if (limit.name == name) return &limit;
    return nullptr;
  }
  bool operator==(const PhotoLimits&) const = default;
};

}  // namespace pehchan

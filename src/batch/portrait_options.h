#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_set>
#include <vector>

#include "model/card_template.h"
#include "model/photo_override.h"
#include "photo/prepare.h"

namespace pehchan {

/// Where finished portraits are kept in an output folder, unless another folder was named.
inline constexpr const char* portrait_cache_name = ".portraits";

/// A limit that this run changes: of a measure of PhotoLimits.
struct LimitChange {
  std::string measure;
  double warn, hold;
};

/// How photos become portraits.
struct PortraitOptions {
  std::filesystem::path overrides;   ///< what people decided; empty: photo_overrides.csv in the photos' folder, if any
  std::filesystem::path face_model;  ///< a YuNet model; empty: none
  std::filesystem::path cache;       ///< a folder; empty: nothing is kept
  std::uintmax_t cache_bytes = std::uintmax_t{1} << 30;
  std::vector<LimitChange> limits;  ///< over those of the template
};

/// The portraits that a design wants, at 600 dpi: where both sides have one, of the larger.
PortraitSpec portrait_spec(const CardTemplate& design, const PortraitOptions& options);

/// What people decided about the photos of a folder. Throws RunError as read_overrides.
PhotoOverrides overrides_for(const PortraitOptions& options, const std::filesystem::path& photos);

/// Files in the folder that a browser or a person has named nearly as photo_overrides.csv: "photo_overrides (1).csv".
std::vector<std::string> stray_overrides(const std::filesystem::path& photos);

/// SHA-256 of the photos that somebody has looked at and accepted.
std::unordered_set<std::string> accepted_photos(const PhotoOverrides& overrides);

}  // namespace pehchan

#include "batch/portrait_options.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/small_letters.h"
#include "roll/read_overrides.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {
constexpr double portrait_dpi = 600;
constexpr const char* overrides_name = "photo_overrides.csv";

/// Front and back differ in nothing but their size (card/check_sides).
const std::optional<PortraitElement>& largest_portrait(const CardTemplate& design) {
  const auto &front = design.front.portrait, &back = design.back.portrait;
  return front && (!back || front->box.width >= back->box.width) ? front : back;
}

}  // namespace

PortraitSpec portrait_spec(const CardTemplate& design, const PortraitOptions& options) {
  PortraitSpec spec;
  if (const auto& portrait = largest_portrait(design)) {
    spec.width = static_cast<int>(std::lround(to_px(portrait->box.width, portrait_dpi)));
    spec.height = static_cast<int>(std::lround(to_px(portrait->box.height, portrait_dpi)));
    spec.head = portrait->head;
  }
  spec.limits = design.photo_limits;
  for (const LimitChange& change : options.limits)
    if (PhotoLimit* limit = spec.limits.named(change.measure)) limit->warn = change.warn, limit->hold = change.hold;
  spec.face_model = options.face_model;
  return spec;
}

PhotoOverrides overrides_for(const PortraitOptions& options, const fs::path& photos) {
  if (!options.overrides.empty()) return read_overrides(options.overrides);
  const fs::path beside = photos / overrides_name;
  return fs::exists(beside) ? read_overrides(beside) : PhotoOverrides();
}

std::vector<std::string> stray_overrides(const fs::path& photos) {
  std::vector<std::string> strays;
  std::error_code error;
  for (auto entry = fs::directory_iterator(photos, error); !error && entry != fs::directory_iterator();
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (small_letters(name).starts_with("photo_overrides") && name != overrides_name) strays.push_back(name);
  }
  std::ranges::sort(strays);
  return strays;
}

std::unordered_set<std::string> accepted_photos(const PhotoOverrides& overrides) {
  std::unordered_set<std::string> accepted;
  for (const auto& [file, one] : overrides)
    if (one.decision == PhotoOverride::Decision::accept) accepted.insert(one.sha256);
  return accepted;
}

}  // namespace pehchan

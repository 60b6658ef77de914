#include "photo/prepare.h"

#include <algorithm>
#include <new>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#include <unordered_map>
#include <utility>

#include "base/sha256.h"
#include "photo/assess.h"
#include "photo/colour.h"
#include "photo/cpu_timer.h"
#include "photo/crop.h"
#include "photo/jpeg.h"
#include "photo/open.h"
#include "photo/opencv_threads.h"
#include "photo/portrait_of.h"
#include "photo/prepared_entry.h"
#include "photo/tone.h"

namespace pehchan {
namespace {

/// A photo that is doubtful is looked at more closely.
constexpr int good_view_px = 320, doubtful_view_px = 640, view_quality = 75;

Portrait portrait_in(const AssessedPhoto& photo, const PortraitSpec& spec) {
  cv::Mat crop = photo.portrait;
  if (crop.empty()) {
    const CropFrame frame = reduced_by(*photo.assessment.crop, photo.picture.reduced);
    crop = crop_portrait(photo.picture.pixels, frame, {spec.width, spec.height});
    to_srgb(crop, photo.picture.icc);
  }
  constexpr double shrunk = 4.0 / 3;  // less takes no sharpness away
  lift_tone(crop);
  if (photo.assessment.crop->width > shrunk * crop.cols) sharpen(crop);
  Portrait portrait = portrait_of(encode_jpeg(crop, spec.jpeg_quality));
  portrait.source_sha256 = photo.assessment.sha256;
  return portrait;
}

std::string view_of(const AssessedPhoto& photo) {
  const cv::Mat& pixels = photo.picture.pixels;
  if (pixels.empty()) return {};
  const int side = photo.assessment.grade == Grade::good ? good_view_px : doubtful_view_px;
  const double scale = std::min(1.0, static_cast<double>(side) / std::max(pixels.cols, pixels.rows));
  cv::Mat small;
  cv::resize(pixels, small, {}, scale, scale, cv::INTER_AREA);
  to_srgb(small, photo.picture.icc);
  return encode_jpeg(small, view_quality);
}

PreparedPhoto cannot_open(Assessment photo, PhotoFault fault) {
  photo.outcome = outcome_of(fault);
  photo.findings.push_back(finding_of(fault));
  return {.assessment = std::move(photo), .portrait = std::nullopt, .view = {}};
}

}  // namespace

double least_crop_height(const PortraitSpec& spec) {
  return spec.limits[PhotoMeasure::inter_eye].hold / eye_distance_in({.eyes = {}, .width = 1, .height = 1}, spec.head);
}

struct PortraitMaker::Parts {
  PortraitSpec spec;
  const PhotoOverrides& overrides;
  PortraitCache& cache;
  std::string settings;
  std::unordered_map<std::string, const PhotoOverride*> rejected = {};  ///< by SHA-256
  std::optional<FaceFinder> finder = std::nullopt;  ///< loaded when the first photo is not in the cache

  /// What a person decided about these bytes under any name, if it was a no, or about the photo of this name, whatever
  /// its bytes; null when there is nothing.
  const PhotoOverride* decided(const std::string& name, const std::string& sha256) const {
    if (const auto bytes = rejected.find(sha256); bytes != rejected.end()) return bytes->second;
    return decision_about(overrides, name);
  }
  PreparedPhoto make(const std::string& bytes, Assessment named, const PhotoOverride* decision);
};

PreparedPhoto PortraitMaker::Parts::make(const std::string& bytes, Assessment named, const PhotoOverride* decision) {
  if (!finder) finder.emplace(spec.face_model);
  AssessedPhoto assessed = assess_photo(bytes, std::move(named), spec, decision, *finder);
  CpuTimer timer;
  PreparedPhoto prepared{.assessment = {}, .portrait = std::nullopt, .view = {}};
  try {
    if (assessed.assessment.grade != Grade::hold) prepared.portrait = portrait_in(assessed, spec);
    assessed.assessment.ms.crop = timer.lap();
    if (spec.has_view) prepared.view = view_of(assessed);
  } catch (const cv::Exception&) {
    tell_damaged(assessed.assessment);
  } catch (const std::bad_alloc&) {
    tell_damaged(assessed.assessment);
  }
  prepared.assessment = std::move(assessed.assessment);
  return prepared;
}

PortraitMaker::PortraitMaker(PortraitSpec spec, const PhotoOverrides& overrides, PortraitCache& cache)
    : parts_(new Parts{.spec = spec, .overrides = overrides, .cache = cache, .settings = settings_hash(spec)}) {
  keep_opencv_to_one_thread();
  for (const auto& [file, one] : overrides)
    if (one.decision == PhotoOverride::Decision::reject) parts_->rejected[one.sha256] = &one;
}
PortraitMaker::~PortraitMaker() = default;
PortraitMaker::PortraitMaker(PortraitMaker&&) noexcept = default;

PreparedPhoto PortraitMaker::prepare(const std::filesystem::path& photos_root, const std::string& relative_name) {
  Assessment named;
  named.file = relative_name;
  const auto bytes = open_photo(photos_root, relative_name);
  if (!bytes) return cannot_open(std::move(named), bytes.error());
  named.sha256 = sha256_hex(*bytes);

  const PhotoOverride* decision = parts_->decided(relative_name, named.sha256);
  const bool is_outdated = decision != nullptr && decision->sha256 != named.sha256;
  if (is_outdated) decision = nullptr;
  const std::string key = entry_key(named.sha256, parts_->settings, decision);
  std::optional<PreparedPhoto> photo;
  if (const auto entry = parts_->cache.find(key)) photo = photo_of(*entry);
  const bool lacks_view = photo && parts_->spec.has_view && photo->view.empty() && photo->assessment.width > 0;
  if (!photo || lacks_view) {
    photo = parts_->make(*bytes, named, decision);
    parts_->cache.keep(key, entry_of(*photo));
  }
  photo->assessment.file = relative_name;  // the same photo may have been met under another name
  if (is_outdated) {
    Finding finding = finding_of(PhotoFault::other_photo);
    finding.grade = Grade::warn;
    add_finding(photo->assessment, std::move(finding));
  }
  return *std::move(photo);
}

}  // namespace pehchan

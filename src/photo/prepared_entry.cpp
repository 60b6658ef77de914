#include "photo/prepared_entry.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <opencv2/core.hpp>

#include "base/sha256.h"
#include "photo/assessment_json.h"

namespace pehchan {
namespace {

using Json = nlohmann::ordered_json;

std::string told(const CropFrame& frame) {
  return fmt::format("{} {} {} {} {}", frame.eyes.x, frame.eyes.y, frame.width, frame.height, frame.roll_deg);
}

std::string told(const PhotoOverride& one) {
  std::string text = fmt::format("{} {}", static_cast<int>(one.decision), one.quarter_turns);
  if (one.crop) text += " crop " + told(*one.crop);
  if (one.eyes)
    text += fmt::format(" eyes {} {} {} {}", one.eyes->right.x, one.eyes->right.y, one.eyes->left.x, one.eyes->left.y);
  return text + " " + one.by;
}

}  // namespace

std::string entry_of(const PreparedPhoto& photo) {
  Json json{{"assessment", json_of(photo.assessment)}, {"view", photo.view.size()}, {"portrait", nullptr}};
  std::string jpeg;
  if (photo.portrait) {
    jpeg = photo.portrait->jpeg;
    json["portrait"] = {{"bytes", jpeg.size()},
                        {"width", photo.portrait->width},
                        {"height", photo.portrait->height},
                        {"luminance", photo.portrait->luminance.cells}};
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n" + jpeg + photo.view;
}

std::optional<PreparedPhoto> photo_of(const std::string& entry) try {
  const auto head = entry.find('\n');
  if (head == std::string::npos) return std::nullopt;
  const Json json = Json::parse(entry.begin(), entry.begin() + static_cast<std::ptrdiff_t>(head));
  PreparedPhoto photo{.assessment = assessment_of(json.at("assessment")), .portrait = std::nullopt, .view = {}};
  std::size_t at = head + 1;
  if (const Json& portrait = json.at("portrait"); !portrait.is_null()) {
    const std::size_t bytes = portrait.at("bytes");
    photo.portrait = Portrait{.jpeg = entry.substr(at, bytes),
                              .width = portrait.at("width"),
                              .height = portrait.at("height"),
                              .luminance = {.cells = portrait.at("luminance")},
                              .source_sha256 = photo.assessment.sha256};
    at += bytes;
  }
  photo.view = entry.substr(at, json.at("view").get<std::size_t>());
  return photo;
} catch (const std::exception&) {
  return std::nullopt;
}

std::string settings_hash(const PortraitSpec& spec) {
  std::string text = fmt::format("{} {} {} {} {} {}", PEHCHAN_PHOTO_CODE, cv::getVersionString(), spec.width,
                                 spec.height, spec.head, spec.jpeg_quality);
  for (const PhotoLimit& limit : spec.limits.all) text += fmt::format(" {} {}", limit.warn, limit.hold);
  if (!spec.face_model.empty()) text += " model " + sha256_of_file(spec.face_model.string());
  return sha256_hex(text);
}

std::string answer_key(const std::string& photo_sha256, const char* question) {
  return sha256_hex(photo_sha256 + question + PEHCHAN_PHOTO_CODE + cv::getVersionString());
}

std::string entry_key(const std::string& photo_sha256, const std::string& settings, const PhotoOverride* decision) {
  return sha256_hex(photo_sha256 + settings + (decision != nullptr ? told(*decision) : std::string()));
}

}  // namespace pehchan

#include "photo/assessment_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace pehchan {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double value) { return std::round(value * 100) / 100; }

Json point(PicturePoint p) { return {rounded(p.x), rounded(p.y)}; }
PicturePoint point_of(const Json& json) { return {json.at(0).get<double>(), json.at(1).get<double>()}; }

Json number(const std::optional<double>& value) {
  return value && std::isfinite(*value) ? Json(std::round(*value * 10000) / 10000) : Json();
}
std::optional<double> number_of(const Json& json) {
  return json.is_null() ? std::nullopt : std::optional(json.get<double>());
}

Json finding(const Finding& one) {
  return {{"code", one.code},           {"value", number(one.value)},
          {"limit", number(one.limit)}, {"grade", word_of(one.grade)},
          {"reason_hi", one.reason.hi}, {"reason_en", one.reason.en}};
}

/// The enumerator that has this word.
template <class Enum>
Enum spoken(const std::string& word, Enum last) {
  for (int i = 0; i < static_cast<int>(last); ++i)
    if (word == word_of(static_cast<Enum>(i))) return static_cast<Enum>(i);
  return last;
}

Finding finding_of(const Json& json) {
  return {.code = json.at("code"),
          .value = number_of(json.at("value")),
          .limit = number_of(json.at("limit")),
          .grade = spoken(json.at("grade"), Grade::hold),
          .reason = {json.at("reason_hi"), json.at("reason_en")}};
}

Json crop(const CropFrame& frame) {
  return {{"cx", rounded(frame.eyes.x)},
          {"cy", rounded(frame.eyes.y)},
          {"width", rounded(frame.width)},
          {"height", rounded(frame.height)},
          {"roll_deg", rounded(frame.roll_deg)}};
}

CropFrame crop_of(const Json& json) {
  return {.eyes = {json.at("cx"), json.at("cy")},
          .width = json.at("width"),
          .height = json.at("height"),
          .roll_deg = json.at("roll_deg")};
}

}  // namespace

Json json_of(const Assessment& photo) {
  Json problems = Json::array();
  for (const Finding& one : photo.findings) problems.push_back(finding(one));
  Json json{{"file", photo.file},
            {"sha256", photo.sha256},
            {"outcome", word_of(photo.outcome)},
            {"eyes", nullptr},
            {"face", nullptr},
            {"roll_deg", nullptr},
            {"crop", nullptr},
            {"grade", word_of(photo.grade)},
            {"problems", problems},
            {"ms",
             {{"decode", rounded(photo.ms.decode)},
              {"find", rounded(photo.ms.find)},
              {"judge", rounded(photo.ms.judge)},
              {"crop", rounded(photo.ms.crop)}}},
            {"width", photo.width},
            {"height", photo.height},
            {"quarter_turns", photo.quarter_turns},
            {"decided_by", photo.decided_by}};
  if (photo.eyes) {
    json["eyes"] = {{"right", point(photo.eyes->right)}, {"left", point(photo.eyes->left)}};
    json["roll_deg"] = rounded(photo.eyes->roll());
  }
  if (const auto& face = photo.face)
    json["face"] = {rounded(face->x), rounded(face->y), rounded(face->width), rounded(face->height)};
  if (photo.crop) json["crop"] = crop(*photo.crop);
  return json;
}

Assessment assessment_of(const Json& json) {
  Assessment photo;
  photo.file = json.at("file");
  photo.sha256 = json.at("sha256");
  photo.outcome = spoken(json.at("outcome"), Outcome::unsupported);
  if (const Json& eyes = json.at("eyes"); !eyes.is_null())
    photo.eyes = {point_of(eyes.at("right")), point_of(eyes.at("left"))};
  if (const Json& box = json.at("face"); !box.is_null())
    photo.face = {.x = box.at(0), .y = box.at(1), .width = box.at(2), .height = box.at(3), .score = 0};
  if (const Json& frame = json.at("crop"); !frame.is_null()) photo.crop = crop_of(frame);
  photo.grade = spoken(json.at("grade"), Grade::hold);
  for (const Json& problem : json.at("problems")) photo.findings.push_back(finding_of(problem));
  const Json& ms = json.at("ms");
  photo.ms = {.decode = ms.at("decode"), .find = ms.at("find"), .judge = ms.at("judge"), .crop = ms.at("crop")};
  photo.width = json.at("width");
  photo.height = json.at("height");
  photo.quarter_turns = json.at("quarter_turns");
  photo.decided_by = json.at("decided_by");
  return photo;
}

}  // namespace pehchan

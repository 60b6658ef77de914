#include "batch/review_page.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "base/sha256.h"
#include "batch/base64.h"
#include "batch/review_page_text.h"
#include "photo/assessment_json.h"
#include "roll/utf8.h"

namespace pehchan {
namespace {

using Json = nlohmann::ordered_json;

/// JSON that no name can end early: in it '<' stands only within texts, where it may be written so.
std::string harmless(const Json& json) {
  std::string text;
  for (const char c : json.dump(-1, ' ', false, Json::error_handler_t::replace))
    if (c == '<')
      text += "\\u003c";
    else
      text += c;
  return text;
}

Json crop_of(const PhotoOverride& one) {
  if (!one.crop) return nullptr;
  return {{"cx", one.crop->eyes.x},
          {"cy", one.crop->eyes.y},
          {"width", one.crop->width},
          {"height", one.crop->height},
          {"roll_deg", one.crop->roll_deg}};
}

Json eyes_of(const PhotoOverride& one) {
  if (!one.eyes) return nullptr;
  return {{"right", {one.eyes->right.x, one.eyes->right.y}}, {"left", {one.eyes->left.x, one.eyes->left.y}}};
}

constexpr int quarter = 90;

Json json_of(const PhotoOverride& one) {
  return {{"decision", one.decision == PhotoOverride::Decision::accept ? "accept" : "reject"},
          {"rotate", one.quarter_turns * quarter},
          {"crop", crop_of(one)},
          {"eyes", eyes_of(one)},
          {"by", one.by}};
}

}  // namespace

ReviewPage::ReviewPage(const std::filesystem::path& file, const PortraitSpec& spec, const PhotoOverrides& overrides,
                       Advice advice)
    : file_(file), spec_(spec), overrides_(overrides), advice_(std::move(advice)) {
  file_.write(review_page_head);
}

void ReviewPage::add(const Assessment& photo, std::string_view view, const std::vector<std::size_t>& rows) {
  Json json = pehchan::json_of(photo);
  json.erase("ms");
  json["place"] = count_++;
  json["can_be_named"] = !find_bad_utf8(photo.file);
  if (!rows.empty()) json["rows"] = rows;
  json["override"] = nullptr;
  if (const auto found = overrides_.find(photo.file);
      found != overrides_.end() && found->second.sha256 == photo.sha256) {
    json["override"] = json_of(found->second);
    followed_.insert(found->first);
  }
  key_ = sha256_hex(key_ + photo.sha256 + photo.file);
  file_.write("<script type=\"application/json\" class=\"photo\">" + harmless(json) + "</script>");
  file_.write("<script type=\"text/plain\">" + base64(view) + "</script>\n");
}

void ReviewPage::commit() {
  Json others = Json::array();
  for (const auto& [name, one] : overrides_) {
    if (followed_.contains(name)) continue;
    Json json = json_of(one);
    json["file"] = name;
    json["sha256"] = one.sha256;
    others.push_back(std::move(json));
  }
  const Json settings{{"key", key_},
                      {"head", spec_.head},
                      {"aspect", static_cast<double>(spec_.width) / spec_.height},
                      {"least_crop_height", least_crop_height(spec_)},
                      {"place", advice_.place},
                      {"next", advice_.next},
                      {"others", others}};
  file_.write("<script type=\"application/json\" id=\"settings\">" + harmless(settings) + "</script>\n");
  file_.write(review_page_tail);
  file_.commit();
}

}  // namespace pehchan

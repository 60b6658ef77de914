// Scores `pehchan photos` on labelled photos: who was found, how the portraits are framed, and whether people of all
// skins are served alike. Prints a table; fails where a target is missed. The folder is that of corpus/labels.h.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <optional>
#include <string>
#include <vector>

#include "corpus/labels.h"
#include "model/crop_frame.h"
#include "support/run_program.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {

using Json = nlohmann::ordered_json;
constexpr int skip_code = 77;

struct Framing {
  double eye_line;             ///< how far the eyes are off it, in shares of the crop's height
  double residual_deg;         ///< tilt that is left
  std::optional<double> head;  ///< share of the height, where crown and chin are labelled
};

/// Where a place of the photo lies on the portrait, in shares of its width and height.
PicturePoint on_portrait(const Json& crop, PicturePoint p) {
  const double a = crop["roll_deg"].get<double>() * CV_PI / 180;
  const double dx = p.x - crop["cx"].get<double>(), dy = p.y - crop["cy"].get<double>();
  return {0.5 + (dx * std::cos(a) + dy * std::sin(a)) / crop["width"].get<double>(),
          CropFrame::eye_line + (dy * std::cos(a) - dx * std::sin(a)) / crop["height"].get<double>()};
}

Framing framing_of(const Label& label, const Json& crop) {
  Framing framing{.eye_line = std::abs(on_portrait(crop, label.eyes.middle()).y - CropFrame::eye_line),
                  .residual_deg = std::abs(label.eyes.roll() - crop["roll_deg"].get<double>()),
                  .head = std::nullopt};
  if (label.crown && label.chin) framing.head = on_portrait(crop, *label.chin).y - on_portrait(crop, *label.crown).y;
  return framing;
}

/// Lightness of the cheeks, CIE L*; nothing for photos that were changed after they were taken.
std::optional<double> cheek_lightness(const Label& label) {
  if (label.kind != "real") return std::nullopt;
  const cv::Mat picture = cv::imread((portraits() / label.file).string());
  const double d = label.eyes.distance();
  double sum = 0;
  int count = 0;
  for (const PicturePoint eye : {label.eyes.right, label.eyes.left}) {
    const cv::Rect cheek = cv::Rect(static_cast<int>(eye.x - 0.15 * d), static_cast<int>(eye.y + 0.45 * d),
                                    static_cast<int>(0.3 * d), static_cast<int>(0.3 * d)) &
                           cv::Rect({0, 0}, picture.size());
    if (cheek.empty()) continue;
    cv::Mat exact, lab;
    picture(cheek).convertTo(exact, CV_32F, 1.0 / 255);
    cv::cvtColor(exact, lab, cv::COLOR_BGR2Lab);
    sum += cv::mean(lab)[0], ++count;
  }
  return count > 0 ? std::optional(sum / count) : std::nullopt;
}

double quantile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  const auto at = static_cast<std::size_t>(share * static_cast<double>(values.size()));
  return values[std::min(at, values.size() - 1)];
}

struct Group {
  int of = 0, passed = 0;
  void add(bool is_passed) { ++of, passed += is_passed ? 1 : 0; }
  double percent() const { return of > 0 ? 100.0 * passed / of : 100; }
};

/// Everything that is counted, and what it must come to.
struct Score {
  Group automatic, dark, light, nobody, several, doubtful, damaged;
  int wrong_faces = 0, unexpected = 0;
  std::vector<double> eye_line, residual, head;

  void add(const Label& label, const Json& photo);
  bool tell() const;

 private:
  void add_one(const Label& label, const Json& photo, bool is_one, bool is_held);
};

void Score::add(const Label& label, const Json& photo) {
  const std::string outcome = photo["outcome"];
  const bool is_one = outcome == "one", is_held = photo["grade"] == "hold";
  if (label.expected == "none")
    nobody.add(is_held && !is_one);
  else if (label.expected == "many")
    several.add(is_held && !is_one);
  else if (label.expected == "review")
    doubtful.add(is_held && !is_one);
  else if (label.expected == "error")
    damaged.add(outcome == "damaged");
  else
    add_one(label, photo, is_one, is_held);
  const bool is_person = label.expected == "one" || label.expected == "one_or_review";
  wrong_faces += is_one && !is_person ? 1 : 0;
}

void Score::add_one(const Label& label, const Json& photo, bool is_one, bool is_held) {
  if (label.expected == "one" && !is_one) ++unexpected;
  // A head that leans by more than 25° is for a person to look at, by its label already.
  constexpr double most_tilt = 25;
  if (label.expected == "one" && label.quality.empty() && std::abs(label.eyes.roll()) <= most_tilt) {
    automatic.add(is_one && !is_held);
    if (const auto lightness = cheek_lightness(label)) (*lightness < 45 ? dark : light).add(is_one && !is_held);
  }
  if (!is_one || label.eyes.distance() == 0) return;
  const Json& eyes = photo["eyes"];
  const double x = (eyes["right"][0].get<double>() + eyes["left"][0].get<double>()) / 2;
  const double y = (eyes["right"][1].get<double>() + eyes["left"][1].get<double>()) / 2;
  const auto middle = label.eyes.middle();
  wrong_faces += std::hypot(x - middle.x, y - middle.y) > 0.25 * label.eyes.distance() ? 1 : 0;
  const Framing framing = framing_of(label, photo["crop"]);
  eye_line.push_back(framing.eye_line);
  residual.push_back(framing.residual_deg);
  if (framing.head) head.push_back(*framing.head);
}

bool line(const char* what, double value, const char* unit, bool is_met, const std::string& target) {
  fmt::print("{:46} {:7.2f} {:4} {:24} {}\n", what, value, unit, target, is_met ? "met" : "MISSED");
  return is_met;
}

bool Score::tell() const {
  bool is_met = true;
  const auto check = [&](const char* what, double value, const char* unit, bool is_good, const std::string& target) {
    is_met = line(what, value, unit, is_good, target) && is_met;
  };
  const auto percent = [&](const char* what, const Group& group, double least) {
    check(what, group.percent(), "%", group.percent() >= least,
          fmt::format("of {}, at least {:.0f} %", group.of, least));
  };
  // Of few photos one is more than the 3 points: all but one, then.
  percent("good photos that need nobody", automatic, std::min(97.0, 100.0 - 100.0 / std::max(1, automatic.of)));
  percent("pictures with nobody held", nobody, 100);
  percent("pictures with several people held", several, 85);
  percent("doubtful ones held for a person to look", doubtful, 100);
  percent("damaged files refused", damaged, 100);
  check("wrong faces", wrong_faces, "", wrong_faces == 0, "none ever");
  check("people not found", unexpected, "", unexpected == 0, "none of these");
  line("dark skin (cheek L* < 45): need nobody", dark.percent(), "%", true, fmt::format("of {}", dark.of));
  line("light skin: need nobody", light.percent(), "%", true, fmt::format("of {}", light.of));
  // One photo of a small group is more than 3 points: the groups may differ by that one.
  const double points = std::max(3.0, dark.of > 0 ? 100.0 / dark.of : 0);
  const double apart = std::abs(dark.percent() - light.percent());
  check("apart", apart, "", apart <= points, fmt::format("at most {:.1f} points", points));
  check("eye line off, median, of the height", 100 * quantile(eye_line, 0.5), "%", quantile(eye_line, 0.5) <= 0.004,
        "at most 0.4 %");
  check("eye line off, 95 of 100", 100 * quantile(eye_line, 0.95), "%", quantile(eye_line, 0.95) <= 0.010,
        "at most 1.0 %");
  check("tilt left, 95 of 100", quantile(residual, 0.95), "deg", quantile(residual, 0.95) <= 3, "at most 3");
  check("smallest head, of the height", 100 * quantile(head, 0), "%", quantile(head, 0) >= 0.60, "at least 60 %");
  check("largest head", 100 * quantile(head, 1), "%", quantile(head, 1) <= 0.90, "at most 90 %");
  return is_met;
}

void tell_photo(const Label& label, const Json& photo) {
  std::string codes;
  for (const Json& problem : photo["problems"])
    codes += fmt::format(" {}{}", problem["code"].get<std::string>(),
                         problem["value"].is_null() ? "" : fmt::format("={:.3g}", problem["value"].get<double>()));
  std::string framing;
  if (photo["outcome"] == "one" && label.eyes.distance() > 0) {
    const Framing is = framing_of(label, photo["crop"]);
    framing = fmt::format("eyes {:4.2f} % tilt {:4.1f} head {:3.0f} %", 100 * is.eye_line, is.residual_deg,
                          100 * is.head.value_or(0));
  }
  fmt::print("{:16} {:14} {:14} {:8} {:4} {:34}{}\n", label.file, label.expected, label.quality,
             photo["outcome"].get<std::string>(), photo["grade"].get<std::string>(), framing, codes);
}

int score() {
  const auto labels = read_labels();
  if (labels.empty()) {
    fmt::print("{}\n", skipped_portraits());
    return skip_code;
  }
  const ScratchFolder out;
  const Finished run = run_program({"photos", portraits().string(), "--out", out / "out", "--quiet"});
  if (run.code != 0 && run.code != 1) {
    fmt::print("pehchan photos ended with {}: {}\n", run.code, run.err);
    return 1;
  }
  std::map<std::string, Json> photos;
  for (const Json& photo : Json::parse(bytes_of(out / "out" / "photos.json"))) photos[photo["file"]] = photo;
  Score result;
  bool is_whole = true;
  for (const Label& label : labels) {
    is_whole = is_whole && photos.contains(label.file);
    if (!photos.contains(label.file)) continue;
    tell_photo(label, photos[label.file]);
    result.add(label, photos[label.file]);
  }
  if (!is_whole) fmt::print("photos.json does not tell of every labelled photo\n");
  return result.tell() && is_whole ? 0 : 1;
}

}  // namespace
}  // namespace pehchan

int main() { return pehchan::score(); }

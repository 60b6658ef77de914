#include "photo/find_face.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "photo/face_boxes.h"
#include "photo/quarter_turn.h"

namespace pehchan {
namespace {

// Scores are those of the HOG detector; the figures are measured (design, section 9).
constexpr double lowest = -0.3, weak = 0.3, good = 0.7, certain = 1.0;
constexpr double no_face = -10;
constexpr double least_turned = 0.2, turned_gain = 0.3;  // a turned face must be this good, and this much better
constexpr double least_by_model = 0.8, model_gain = 0.2;
constexpr int quick_side = 400, usual_side = 640, careful_side = 1280;
// At a main face of 133 px the detector sees others of 0.6 its size. At 160, half its size, the search cost 3.5 ms more
// and found nobody more in 128 pictures of several people.
constexpr double person_px = 133, smallest_hog = 80;
constexpr double another = 0.3, another_size = 0.5;
constexpr double patch_faces = 1.8;
constexpr double same_eye = 0.12;  // the model and the cascades see the same eye, in face widths

// Eye votes, of eight, that make a face of such a score certain. A poster behind somebody who looks away scored 0.06
// with 5 votes, a hat's shadow 0.06 with 6; profiles up to 0.7 with 4.
int enough_votes(double score) { return score >= good ? 4 : score >= weak ? 5 : 7; }
constexpr int enough_by_model = 3;

cv::Mat in_grey(const cv::Mat& bgr) {
  cv::Mat grey;
  cv::cvtColor(bgr, grey, cv::COLOR_BGR2GRAY);
  return grey;
}

bool is_another(const FaceBox& main, const FaceBox& other, double least_score) {
  return other.score >= least_score && other.width >= another_size * main.width && overlap_share(main, other) < 0.3;
}

// Nothing more to ask: upright, as both eyes are where they belong. (A head on its head scored 0.48, with all eyes seen
// in its beard.)
bool is_easy(double score, const FoundEyes& found) { return found.is_clear() && score >= good; }

// Where the HOG detector would see the face of these eyes.
FaceBox box_about(const Eyes& eyes, double score) {
  const double side = eyes.distance() / eyes_apart, roll = eyes.roll() * CV_PI / 180;
  const double x = eyes.middle().x - eyes_above_centre * side * std::sin(roll);
  const double y = eyes.middle().y + eyes_above_centre * side * std::cos(roll);
  return {x - side / 2, y - side / 2, side, side, score};
}

bool agree(const Eyes& a, const Eyes& b, double within) {
  return std::hypot(a.right.x - b.right.x, a.right.y - b.right.y) < within &&
         std::hypot(a.left.x - b.left.x, a.left.y - b.left.y) < within;
}

}  // namespace

FaceFinder::FaceFinder(const std::filesystem::path& model) {
  if (!model.empty()) model_ = std::make_unique<YuNet>(model);
}

std::vector<FaceBox> FaceFinder::detect(const cv::Mat& picture, int side) {
  const double scale = side / long_side(picture);
  auto faces = hog_.detect(resized(picture, scale), lowest);
  for (auto& face : faces) face = scaled(face, 1 / scale);
  return faces;
}

FaceFinder::Best FaceFinder::look(const cv::Mat& picture, int quarter_turns, int side) {
  Best best;
  best.quarter_turns = quarter_turns;
  best.box.score = no_face;
  best.seen_at = side / long_side(picture);
  const cv::Mat upright = turned(picture, quarter_turns);
  auto faces = detect(upright, side);
  if (faces.empty()) return best;
  best.box = faces.front();
  best.others.assign(faces.begin() + 1, faces.end());
  best.is_doubtful = best.box.score < certain;
  if (best.is_doubtful) best.box = rescored(upright, best.box);
  best.found = eyes_.find(upright, best.box).value_or(FoundEyes{});
  return best;
}

// The detector steps by a fifth in size: between its steps a face may score much better, a false one hardly.
FaceBox FaceFinder::rescored(const cv::Mat& picture, FaceBox face) {
  const double side = patch_faces * face.width;
  const cv::Rect around =
      cv::Rect(static_cast<int>(face.x + face.width / 2 - side / 2),
               static_cast<int>(face.y + face.height / 2 - side / 2), static_cast<int>(side), static_cast<int>(side)) &
      cv::Rect({0, 0}, picture.size());
  if (around.empty()) return face;
  const cv::Mat patch = picture(around);
  FaceBox best = face;
  for (const double face_px : {96.0, 110.0, 126.0, 144.0}) {
    const double scale = face_px / face.width;
    for (auto& seen : hog_.detect(resized(patch, scale), best.score)) {
      seen = scaled(seen, 1 / scale);
      seen.x += around.x, seen.y += around.y;
      if (seen.score > best.score && overlap_share(seen, face) > 0.6) best = seen;
    }
  }
  return best;
}

FaceFinder::Best FaceFinder::look_closer(const cv::Mat& picture, Best best) {
  Best closer = look(picture, 0, usual_side);
  if (closer.box.score >= best.box.score || closer.found.votes > best.found.votes) best = closer;
  if (best.box.score >= certain || is_easy(best.box.score, best.found)) return best;
  for (const int turns : {1, 3, 2}) {
    const Best sideways = look(picture, turns, quick_side);
    if (sideways.box.score >= std::max(least_turned, best.box.score + turned_gain) &&
        sideways.found.of_eight() >= enough_votes(sideways.box.score))
      best = sideways;
  }
  return best.box.score >= 0 ? best : look_harder(picture);
}

// More pixels, then evened light with a margin (for faces that touch the edge), then the Haar cascades.
FaceFinder::Best FaceFinder::look_harder(const cv::Mat& picture) {
  Best best;
  best.is_doubtful = true;
  best.box.score = no_face;
  best.seen_at = usual_side / long_side(picture);
  auto faces = detect(picture, careful_side);
  if (faces.empty() || faces.front().score < 0) {
    cv::Mat grey = resized(picture, usual_side / long_side(picture));
    cv::createCLAHE(2.0, {8, 8})->apply(grey, grey);
    const int margin = usual_side / 5;
    cv::copyMakeBorder(grey, grey, margin, margin, margin, margin, cv::BORDER_REPLICATE);
    faces = hog_.detect(grey, lowest);
    for (auto& face : faces) {
      face.x -= margin, face.y -= margin;
      face = scaled(face, long_side(picture) / usual_side);
    }
  }
  const bool is_haar = faces.empty();
  if (is_haar) {
    const double scale = usual_side / long_side(picture);
    faces = haar_.detect(resized(picture, scale), smallest_hog);
    for (auto& face : faces) face = scaled(face, 1 / scale);
  }
  if (faces.empty()) return best;
  best.box = faces.front();
  best.others.assign(faces.begin() + 1, faces.end());
  // What HOG does not confirm is for a person to judge: a laptop's screen had all eyes of 8.
  if (is_haar) best.box = rescored(picture, best.box);
  if (!is_haar || best.box.score >= weak) best.found = eyes_.find(picture, best.box).value_or(FoundEyes{});
  return best;
}

// The largest face that the model sees; its eyes count only where the cascades see them, too.
FaceFinder::Best FaceFinder::look_with_model(const cv::Mat& bgr, int quarter_turns) {
  Best best;
  best.quarter_turns = quarter_turns;
  best.box.score = no_face;
  best.is_by_model = true;
  const cv::Mat upright = turned(bgr, quarter_turns);
  auto faces = model_->detect(upright);
  if (faces.empty()) return best;
  const auto main = std::max_element(faces.begin(), faces.end(),
                                     [](const auto& a, const auto& b) { return a.box.width < b.box.width; });
  best.box = main->box;
  for (auto face = faces.begin(); face != faces.end(); ++face)
    if (face != main) best.others.push_back(face->box);
  if (!main->is_frontal()) return best;
  const FaceBox box = box_about(main->eyes, main->box.score);
  const auto found = eyes_.find(upright, box);
  if (found && agree(found->eyes, main->eyes, same_eye * box.width)) best.box = box, best.found = *found;
  return best;
}

FaceFinder::Best FaceFinder::ask_model(const cv::Mat& bgr, const Best& first) {
  Best best = look_with_model(bgr, 0);
  if (best.box.score < least_by_model || best.found.votes == 0)
    for (const int turns : {1, 3, 2}) {
      const Best sideways = look_with_model(bgr, turns);
      if (sideways.box.score >= std::max(least_by_model, best.box.score + model_gain)) best = sideways;
    }
  return best.box.score > no_face ? best : first;
}

bool FaceFinder::sees_others(const cv::Mat& picture, const Best& best) {
  const auto any = [&](const std::vector<FaceBox>& faces, double least_score) {
    return std::any_of(faces.begin(), faces.end(),
                       [&](const auto& face) { return is_another(best.box, face, least_score); });
  };
  if (any(best.others, another)) return true;
  if (best.is_by_model) return false;
  const bool is_doubtful = best.is_doubtful || any(best.others, lowest);
  const double to_person = person_px / best.box.width;
  const double scale = std::min(to_person, careful_side / long_side(picture));
  if (to_person > best.seen_at) {  // the first pass would not have seen a face of half the size
    auto faces = hog_.detect_small(resized(picture, scale), another, scale / best.seen_at);
    for (auto& face : faces) face = scaled(face, 1 / scale);
    if (any(faces, another)) return true;
  }
  if (!is_doubtful) return false;
  auto faces = haar_.detect(resized(picture, scale), smallest_hog * 0.9);
  for (auto& face : faces) face = scaled(face, 1 / scale);
  return any(faces, lowest);
}

FoundFace FaceFinder::judged(const Best& best, bool has_others) {
  using Kind = FoundFace::Kind;
  FoundFace face{.kind = Kind::unclear,
                 .quarter_turns = best.quarter_turns,
                 .box = best.box,
                 .found = best.found,
                 .framing_distance = (best.found.eyes.distance() + eyes_apart * best.box.width) / 2};
  if (has_others)
    face.kind = Kind::many;
  else if (best.found.of_eight() >= (best.is_by_model ? enough_by_model : enough_votes(best.box.score)))
    face.kind = Kind::one;
  else if (best.box.score < 0)
    face.kind = Kind::none;
  return face;
}

FoundFace FaceFinder::find(const cv::Mat& bgr) {
  const cv::Mat picture = in_grey(bgr);
  Best best = look(picture, 0, quick_side);
  if (!is_easy(best.box.score, best.found)) best = model_ ? ask_model(bgr, best) : look_closer(picture, best);
  if (best.box.score < lowest) return {};
  return judged(best, sees_others(turned(picture, best.quarter_turns), best));
}

}  // namespace pehchan

#include "photo/find_face.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

#include "photo/cascade.h"
#include "photo/quarter_turn.h"

namespace pehchan {
namespace {

// Scores are those of the HOG detector; the figures are measured (design, section 9).
constexpr double lowest = -0.3, least_seen = -0.3, weak = 0.3, certain = 1.0;
constexpr double no_face = -10;
constexpr double least_turned = 0.2, turned_gain = 0.3;  // a turned face must be this good, and this much better
constexpr int few_votes = 3, many_votes = 6;
constexpr int quick_side = 400, usual_side = 640, careful_side = 1280;
constexpr double person_px = 160,
                 smallest_hog = 80;  // at a main face of 160 px the detector sees others of half its size
constexpr double another = 0.3, another_size = 0.5;

cv::Mat in_grey(const cv::Mat& bgr) {
  cv::Mat grey;
  cv::cvtColor(bgr, grey, cv::COLOR_BGR2GRAY);
  return grey;
}

cv::Mat resized(const cv::Mat& picture, double scale) {
  cv::Mat sized;
  cv::resize(picture, sized, {}, scale, scale, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
  return sized;
}

double long_side(const cv::Mat& picture) { return std::max(picture.cols, picture.rows); }

FaceBox scaled(FaceBox box, double by) { return {box.x * by, box.y * by, box.width * by, box.height * by, box.score}; }

double overlap_share(const FaceBox& a, const FaceBox& b) {
  const double w = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
  const double h = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
  if (w <= 0 || h <= 0) return 0;
  return w * h / std::min(a.width * a.height, b.width * b.height);
}

bool is_another(const FaceBox& main, const FaceBox& other, double least_score) {
  return other.score >= least_score && other.width >= another_size * main.width && overlap_share(main, other) < 0.3;
}

}  // namespace

FaceFinder::FaceFinder()
    : haar_default_(load_cascade("frontalface_default")), haar_alt2_(load_cascade("frontalface_alt2")) {}

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
  if (best.box.score >= least_seen) best.found = eyes_.find(upright, best.box).value_or(FoundEyes{});
  return best;
}

// Both eyes seen by most cascades where they belong: the picture is upright, whatever the score.
bool FaceFinder::is_clear(const Best& best) { return best.box.score >= 0 && best.found.is_clear(); }

FaceFinder::Best FaceFinder::search(const cv::Mat& picture) {
  Best upright = look(picture, 0, quick_side);
  if (is_clear(upright)) return upright;
  Best closer = look(picture, 0, usual_side);
  if (closer.box.score >= upright.box.score || closer.found.votes > upright.found.votes) upright = closer;
  if (upright.box.score >= certain || is_clear(upright)) return upright;
  for (const int turns : {1, 3, 2}) {
    const Best sideways = look(picture, turns, quick_side);
    if (sideways.box.score >= std::max(least_turned, upright.box.score + turned_gain) &&
        sideways.found.votes >= few_votes)
      upright = sideways;
  }
  return upright.box.score >= 0 ? upright : search_harder(picture);
}

// More pixels, then evened light with a margin (for faces that touch the edge), then the Haar cascades.
FaceFinder::Best FaceFinder::search_harder(const cv::Mat& picture) {
  Best best;
  best.box.score = no_face;
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
  int least_votes = faces.empty() || faces.front().score < 0 ? many_votes : few_votes;
  if (faces.empty()) {
    const double scale = usual_side / long_side(picture);
    faces = haar_faces(resized(picture, scale), 80);
    for (auto& face : faces) face = scaled(face, 1 / scale);
  }
  if (faces.empty()) return best;
  best.seen_at = usual_side / long_side(picture);
  best.box = faces.front();
  best.others.assign(faces.begin() + 1, faces.end());
  best.found = eyes_.find(picture, best.box).value_or(FoundEyes{});
  if (best.found.votes < least_votes && !best.found.is_clear()) best.found = {};
  return best;
}

// Boxes that both cascades found: each alone finds faces in wallpaper.
std::vector<FaceBox> FaceFinder::haar_faces(const cv::Mat& grey, double smallest) {
  const cv::Size least(static_cast<int>(smallest), static_cast<int>(smallest));
  std::vector<cv::Rect> one, two;
  haar_default_.detectMultiScale(grey, one, 1.1, 4, 0, least);
  if (one.empty()) return {};
  haar_alt2_.detectMultiScale(grey, two, 1.1, 3, 0, least);
  const auto box = [](const cv::Rect& r) {
    return FaceBox{double(r.x), double(r.y), double(r.width), double(r.height), 0};
  };
  std::vector<FaceBox> both;
  for (const auto& a : one)
    if (std::any_of(two.begin(), two.end(), [&](const auto& b) { return overlap_share(box(a), box(b)) > 0.6; }))
      both.push_back(box(a));
  std::stable_sort(both.begin(), both.end(), [](const auto& a, const auto& b) { return a.width > b.width; });
  return both;
}

bool FaceFinder::sees_others(const cv::Mat& picture, const Best& best) {
  const auto any = [&](const std::vector<FaceBox>& faces, double least_score) {
    return std::any_of(faces.begin(), faces.end(),
                       [&](const auto& face) { return is_another(best.box, face, least_score); });
  };
  if (any(best.others, another)) return true;
  const bool is_doubtful = best.box.score < certain || any(best.others, lowest);
  const double to_person = person_px / best.box.width, seen_at = best.seen_at;
  if (to_person > seen_at) {  // the first pass would not have seen a face of half the size
    const double scale = std::min(to_person, careful_side / long_side(picture));
    auto faces = hog_.detect_small(resized(picture, scale), another, scale / seen_at);
    for (auto& face : faces) face = scaled(face, 1 / scale);
    if (any(faces, another)) return true;
  }
  if (!is_doubtful) return false;
  const double scale = std::min(to_person, careful_side / long_side(picture));
  auto faces = haar_faces(resized(picture, scale), smallest_hog * 0.9);
  for (auto& face : faces) face = scaled(face, 1 / scale);
  return any(faces, lowest);
}

FoundFace FaceFinder::find(const cv::Mat& bgr) {
  using Kind = FoundFace::Kind;
  const cv::Mat picture = in_grey(bgr);
  const Best best = search(picture);
  if (best.box.score < lowest) return {};
  FoundFace face{Kind::unclear, best.quarter_turns, best.box, best.found};
  // A poster behind somebody who looks away scored 0.06 with 5 votes; the weakest real face 0.25 with 8.
  const int enough_votes = best.box.score < weak && !best.found.is_clear() ? many_votes : few_votes;
  if (sees_others(turned(picture, best.quarter_turns), best))
    face.kind = Kind::many;
  else if (best.found.votes >= enough_votes)
    face.kind = Kind::one;
  else if (best.box.score < 0)
    face.kind = Kind::none;
  return face;
}

}  // namespace pehchan

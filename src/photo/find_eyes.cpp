#include "photo/find_eyes.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "photo/cascade.h"

namespace pehchan {
namespace {

// The order is that of asking: the first two are the most precise and agree on most faces.
constexpr std::array names{"eye_tree_eyeglasses", "eye", "lefteye_2splits", "righteye_2splits"};
constexpr std::size_t first_split = 2;  // the 2splits report this share of the face's width too high:
constexpr double split_lift = 0.04;

constexpr double face_px = 200;                                  // the face's width when the cascades look
constexpr double band_width = 1.2, band_height = 0.75;           // in face widths, about the place where eyes belong
constexpr double eyes_above_centre = 0.209, eyes_apart = 0.418;  // of the HOG box
constexpr double patch_faces = 1.8;                              // side of the patch that is turned, in face widths
constexpr double same_place = 0.06;  // candidates of one eye agree within this, in face widths
constexpr int enough_votes = 4;

// The square patch about the face's centre, with the face at face_px.
cv::Mat patch_of(const cv::Mat& picture, const FaceBox& face) {
  const double side = patch_faces * face.width, scale = face_px / face.width;
  const double left = face.x + face.width / 2 - side / 2, top = face.y + face.height / 2 - side / 2;
  const int out = static_cast<int>(std::lround(patch_faces * face_px));
  const cv::Rect region = cv::Rect(static_cast<int>(std::floor(left)), static_cast<int>(std::floor(top)),
                                   static_cast<int>(side) + 2, static_cast<int>(side) + 2) &
                          cv::Rect({0, 0}, picture.size());
  if (region.empty()) return {};
  cv::Mat grey = picture(region);
  if (grey.channels() == 3) cv::cvtColor(grey, grey, cv::COLOR_BGR2GRAY);
  double shrunk = 1;
  if (scale < 0.8) {
    shrunk = scale;
    cv::resize(grey, grey, {}, shrunk, shrunk, cv::INTER_AREA);
  }
  const double zoom = scale / shrunk;
  const cv::Matx23d move(zoom, 0, (region.x - left) * scale, 0, zoom, (region.y - top) * scale);
  cv::Mat patch;
  cv::warpAffine(grey, patch, move, {out, out}, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  return patch;
}

// From face widths about the centre of a patch that was turned by `tilt` degrees to the untilted ones.
PicturePoint untilted(PicturePoint p, double tilt) {
  const double a = tilt * CV_PI / 180;
  return {p.x * std::cos(a) - p.y * std::sin(a), p.x * std::sin(a) + p.y * std::cos(a)};
}

// Looks like the eyes of an upright easy face: nothing more to ask.
bool is_certain(const FoundEyes& found) {
  const auto middle = found.eyes.middle();
  return found.votes == found.asked && std::abs(middle.x) < 0.07 && std::abs(middle.y + eyes_above_centre) < 0.07 &&
         std::abs(found.eyes.distance() - eyes_apart) < 0.07 && std::abs(found.eyes.roll()) < 12;
}

}  // namespace

EyeFinder::EyeFinder() {
  for (std::size_t i = 0; i < names.size(); ++i) cascades_[i] = load_cascade(names[i]);
}

std::vector<EyeFinder::Candidate> EyeFinder::look(const cv::Mat& band, std::size_t cascade) {
  std::vector<cv::Rect> boxes;
  cascades_[cascade].detectMultiScale(band, boxes, 1.1, 3, 0, {28, 28}, {84, 84});
  std::vector<Candidate> candidates;
  for (const auto& box : boxes) {
    const double lift = cascade >= first_split ? split_lift : 0;
    candidates.push_back({{(box.x + box.width / 2.0 - band.cols / 2.0) / face_px,
                           (box.y + box.height / 2.0 - band.rows / 2.0) / face_px - eyes_above_centre + lift},
                          static_cast<int>(cascade)});
  }
  return candidates;
}

std::optional<FoundEyes> EyeFinder::best_pair(const std::vector<Candidate>& candidates) {
  // One vote a cascade: its candidate nearest to `at`, if near enough; the mean of those is the eye.
  const auto vote = [&](PicturePoint at, PicturePoint& mean) {
    std::array<double, names.size()> nearest;
    nearest.fill(same_place);
    std::array<PicturePoint, names.size()> place{};
    for (const auto& [other, cascade] : candidates) {
      const double away = std::hypot(other.x - at.x, other.y - at.y);
      const auto i = static_cast<std::size_t>(cascade);
      if (away < nearest[i]) nearest[i] = away, place[i] = other;
    }
    int votes = 0;
    mean = {};
    for (std::size_t i = 0; i < names.size(); ++i)
      if (nearest[i] < same_place) ++votes, mean.x += place[i].x, mean.y += place[i].y;
    mean = {mean.x / votes, mean.y / votes};
    return votes;
  };

  std::optional<FoundEyes> best;
  double best_worth = -1e9;
  for (const auto& one : candidates)
    for (const auto& two : candidates) {
      const Eyes seed{one.at, two.at};
      if (seed.distance() < 0.31 || seed.distance() > 0.54 || std::abs(seed.roll()) > 28) continue;
      FoundEyes found;
      found.votes = vote(one.at, found.eyes.right) + vote(two.at, found.eyes.left);
      const auto middle = found.eyes.middle();
      const double off = std::hypot(middle.x, middle.y + eyes_above_centre);
      if (off > 0.22) continue;
      const double worth = found.votes - 5 * off - 5 * std::abs(found.eyes.distance() - eyes_apart);
      if (worth > best_worth) best_worth = worth, best = found;
    }
  return best;
}

std::optional<FoundEyes> EyeFinder::find_at(const cv::Mat& patch, double tilt) {
  cv::Mat upright = patch;
  const double centre = patch.cols / 2.0;
  if (tilt != 0) {
    const cv::Mat turn =
        cv::getRotationMatrix2D(cv::Point2f(static_cast<float>(centre), static_cast<float>(centre)), tilt, 1);
    cv::warpAffine(patch, upright, turn, patch.size(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  }
  const int width = static_cast<int>(band_width * face_px), height = static_cast<int>(band_height * face_px);
  const cv::Rect band(static_cast<int>(centre) - width / 2,
                      static_cast<int>(centre - eyes_above_centre * face_px + 0.5) - height / 2, width, height);
  std::vector<Candidate> candidates;
  std::optional<FoundEyes> found;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto more = look(upright(band), i);
    candidates.insert(candidates.end(), more.begin(), more.end());
    if (i % 2 == 0) continue;
    found = best_pair(candidates);
    if (!found) continue;
    found->asked = static_cast<int>(2 * (i + 1));
    if (i + 1 < names.size() && is_certain(*found)) break;
  }
  if (found) found->eyes = {untilted(found->eyes.right, tilt), untilted(found->eyes.left, tilt)};
  return found;
}

std::optional<FoundEyes> EyeFinder::find(const cv::Mat& picture, const FaceBox& face) {
  const cv::Mat patch = patch_of(picture, face);
  if (patch.empty()) return std::nullopt;
  std::optional<FoundEyes> best;
  for (const double tilt : {0.0, 20.0, -20.0, 35.0, -35.0}) {
    const auto found = find_at(patch, tilt);
    if (found && (!best || found->votes > best->votes)) best = found;
    if (best && best->votes >= enough_votes && (tilt == 0 || best->votes >= enough_votes + 2)) break;
  }
  if (!best) return std::nullopt;
  const auto place = [&](PicturePoint p) {
    return PicturePoint{face.x + face.width / 2 + p.x * face.width, face.y + face.height / 2 + p.y * face.width};
  };
  best->eyes = {place(best->eyes.right), place(best->eyes.left)};
  return best;
}

}  // namespace pehchan

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
constexpr double quick_share = 0.75;                             // of face_px: as precise, and two thirds of the time
constexpr double quick_band = 0.7;                               // of the band, where the eyes of an easy face are
constexpr int least_eye_px = 28, usual_eye_px = 40, most_eye_px = 84;
constexpr double same_place = 0.06;  // candidates of one eye agree within this, in face widths
constexpr double upright_roll = 28,
                 tilted_roll = 12;  // most degrees of a pair, seen at no tilt and at one that was guessed
constexpr int least_votes = 3, enough_votes = 4, clear_majority = 6;

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

std::vector<EyeFinder::Candidate> EyeFinder::look(const cv::Mat& band, std::size_t cascade, Effort effort) {
  std::vector<Candidate> candidates;
  const double lift = cascade >= first_split ? split_lift : 0;
  const auto add = [&](const cv::Mat& seen, double side) {
    std::vector<cv::Rect> boxes;
    const bool is_hard = effort == Effort::hard;
    const double px = effort == Effort::quick ? quick_share * face_px : face_px;
    const int least = static_cast<int>(effort == Effort::quick ? quick_share * usual_eye_px : least_eye_px);
    const int most = static_cast<int>(px / face_px * most_eye_px);
    cascades_[cascade].detectMultiScale(seen, boxes, is_hard ? 1.05 : 1.1, is_hard ? 1 : 3, 0, {least, least},
                                        {most, most});
    for (const auto& box : boxes)
      candidates.push_back({{side * (box.x + box.width / 2.0 - seen.cols / 2.0) / px,
                             (box.y + box.height / 2.0 - seen.rows / 2.0) / px - eyes_above_centre + lift},
                            static_cast<int>(cascade)});
  };
  add(band, 1);
  if (effort != Effort::hard) return candidates;
  // An eye that a turned head half hides is often seen in the mirror.
  cv::Mat mirrored;
  cv::flip(band, mirrored, 1);
  add(mirrored, -1);
  return candidates;
}

std::optional<FoundEyes> EyeFinder::best_pair(const std::vector<Candidate>& candidates, double most_roll) {
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
      if (seed.distance() < 0.31 || seed.distance() > 0.54 || std::abs(seed.roll()) > most_roll) continue;
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

std::optional<FoundEyes> EyeFinder::find_at(const cv::Mat& patch, double tilt, Effort effort) {
  cv::Mat upright = patch;
  const double centre = patch.cols / 2.0;
  if (tilt != 0) {
    const cv::Mat turn =
        cv::getRotationMatrix2D(cv::Point2f(static_cast<float>(centre), static_cast<float>(centre)), tilt, 1);
    cv::warpAffine(patch, upright, turn, patch.size(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  }
  const double share = effort == Effort::quick ? quick_band : 1;
  const int width = static_cast<int>(share * band_width * face_px);
  const int height = static_cast<int>(share * band_height * face_px);
  const cv::Rect band(static_cast<int>(centre) - width / 2,
                      static_cast<int>(centre - eyes_above_centre * face_px + 0.5) - height / 2, width, height);
  cv::Mat seen = upright(band);
  if (effort == Effort::quick) cv::resize(seen, seen, {}, quick_share, quick_share, cv::INTER_AREA);
  std::vector<Candidate> candidates;
  std::optional<FoundEyes> found;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto more = look(seen, i, effort);
    candidates.insert(candidates.end(), more.begin(), more.end());
    if (i % 2 == 0 || (effort == Effort::hard && i + 1 < names.size())) continue;
    found = best_pair(candidates, tilt == 0 ? upright_roll : tilted_roll);
    if (!found) continue;
    found->asked = static_cast<int>(2 * (i + 1));
    if (i + 1 < names.size() && is_certain(*found)) break;
  }
  if (effort == Effort::quick && found && found->votes < found->asked - 1) return std::nullopt;
  if (found) found->eyes = {untilted(found->eyes.right, tilt), untilted(found->eyes.left, tilt)};
  return found;
}

std::optional<FoundEyes> EyeFinder::find(const cv::Mat& picture, const FaceBox& face) {
  const cv::Mat patch = patch_of(picture, face);
  if (patch.empty()) return std::nullopt;
  std::optional<FoundEyes> best = find_at(patch, 0, Effort::quick);
  const bool is_easy = best.has_value();
  for (const double tilt : {0.0, 10.0, -10.0, 20.0, -20.0, 35.0, -35.0}) {
    if (is_easy) break;
    const auto found = find_at(patch, tilt, Effort::usual);
    if (found && (!best || found->votes > best->votes)) best = found;
    if (best && best->votes >= enough_votes && (tilt == 0 || best->votes >= enough_votes + 2)) break;
  }
  // Looking hard sees eyes in cloth as well: only a clear majority counts.
  for (const double tilt : {0.0, 10.0, -10.0}) {
    if (best && best->votes >= least_votes) break;
    const auto found = find_at(patch, tilt, Effort::hard);
    if (found && found->votes >= clear_majority) best = found;
  }
  if (!best) return std::nullopt;
  const auto place = [&](PicturePoint p) {
    return PicturePoint{face.x + face.width / 2 + p.x * face.width, face.y + face.height / 2 + p.y * face.width};
  };
  best->eyes = {place(best->eyes.right), place(best->eyes.left)};
  return best;
}

}  // namespace pehchan

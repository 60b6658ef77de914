#include "photo/find_eyes.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "photo/cascade.h"

namespace pehchan {
namespace {

// The order is that of asking. The 2splits know one eye each, are four times as quick as the others and as precise,
// but report this share of the face's width too high:
constexpr std::array names{"righteye_2splits", "lefteye_2splits", "eye_tree_eyeglasses", "eye"};
constexpr std::size_t right_split = 0, left_split = 1, tree = 2, plain = 3;
constexpr double split_lift = 0.04, own_weight = 3;

constexpr double face_px = 200;                         // the face's width when the cascades look
constexpr double band_width = 1.2, band_height = 0.75;  // in face widths, about the place where eyes belong
constexpr double patch_faces = 1.8;                     // side of the patch that is turned, in face widths
constexpr int least_eye_px = 28, most_eye_px = 84;
constexpr double same_place = 0.06;  // candidates of one eye agree within this, in face widths
constexpr double upright_roll = 28,
                 tilted_roll = 12;  // most degrees of a pair, seen at no tilt and at one that was guessed
constexpr int least_votes = 3, enough_votes = 4, clear_majority = 6;
constexpr int least_tilted = 5;  // a guessed tilt sees eyes in cheeks and hair

// The eyes of an easy face: at fewer pixels, each in a window of its own about its usual place.
constexpr double easy_face_px = 150, easy_patch_faces = 0.9, easy_window = 0.44;
constexpr int least_easy_px = 30, most_easy_px = 63;
// The 2splits are cheap enough for small steps, which make them a fifth more precise.
constexpr double split_step = 1.1, easy_step = 1.2;
constexpr int split_neighbours = 3, easy_neighbours = 2;

// The square patch about the face's centre, `faces` of its widths, with the face at `px`.
cv::Mat patch_of(const cv::Mat& picture, const FaceBox& face, double faces, double px, double raised) {
  const double side = faces * face.width, scale = px / face.width;
  const double left = face.x + face.width / 2 - side / 2;
  const double top = face.y + face.height / 2 - raised * face.width - side / 2;
  const int out = static_cast<int>(std::lround(faces * px));
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

// Where the eyes of an upright easy face are.
bool is_usual(const FoundEyes& found) {
  const auto middle = found.eyes.middle();
  return std::abs(middle.x) < 0.07 && std::abs(middle.y + eyes_above_centre) < 0.07 &&
         std::abs(found.eyes.distance() - eyes_apart) < 0.07 && std::abs(found.eyes.roll()) < 12;
}

}  // namespace

EyeFinder::EyeFinder() {
  for (std::size_t i = 0; i < names.size(); ++i) cascades_[i] = load_cascade(names[i]);
}

std::vector<EyeFinder::Candidate> EyeFinder::look(const cv::Mat& band, std::size_t cascade, Effort effort) {
  std::vector<Candidate> candidates;
  const double lift = cascade <= left_split ? split_lift : 0;
  const auto add = [&](const cv::Mat& seen, double side) {
    std::vector<cv::Rect> boxes;
    const bool is_hard = effort == Effort::hard;
    cascades_[cascade].detectMultiScale(seen, boxes, is_hard ? 1.05 : 1.1, is_hard ? 1 : 3, 0,
                                        {least_eye_px, least_eye_px}, {most_eye_px, most_eye_px});
    for (const auto& box : boxes)
      candidates.push_back({{side * (box.x + box.width / 2.0 - seen.cols / 2.0) / face_px,
                             (box.y + box.height / 2.0 - seen.rows / 2.0) / face_px - eyes_above_centre + lift},
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
  // One vote a cascade: its candidate nearest to `at`, if near enough; the mean of those is the eye. The cascade that
  // knows only this eye is the steadiest.
  const auto vote = [&](PicturePoint at, std::size_t own, PicturePoint& mean) {
    std::array<double, names.size()> nearest;
    nearest.fill(same_place);
    std::array<PicturePoint, names.size()> place{};
    for (const auto& [other, cascade] : candidates) {
      const double away = std::hypot(other.x - at.x, other.y - at.y);
      const auto i = static_cast<std::size_t>(cascade);
      if (away < nearest[i]) nearest[i] = away, place[i] = other;
    }
    int votes = 0;
    double weight = 0;
    mean = {};
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (nearest[i] >= same_place) continue;
      const double w = i == own ? own_weight : 1;
      ++votes, weight += w, mean.x += w * place[i].x, mean.y += w * place[i].y;
    }
    mean = {mean.x / weight, mean.y / weight};
    return votes;
  };

  std::optional<FoundEyes> best;
  double best_worth = -1e9;
  for (const auto& one : candidates)
    for (const auto& two : candidates) {
      const Eyes seed{one.at, two.at};
      if (seed.distance() < 0.31 || seed.distance() > 0.54 || std::abs(seed.roll()) > most_roll) continue;
      FoundEyes found;
      found.votes = vote(one.at, right_split, found.eyes.right) + vote(two.at, left_split, found.eyes.left);
      const auto middle = found.eyes.middle();
      const double off = std::hypot(middle.x, middle.y + eyes_above_centre);
      if (off > 0.22) continue;
      const double worth = found.votes - 5 * off - 5 * std::abs(found.eyes.distance() - eyes_apart);
      if (worth > best_worth) best_worth = worth, best = found;
    }
  return best;
}

std::optional<FoundEyes> EyeFinder::find_at(const cv::Mat& patch, double tilt, int least, Effort effort) {
  cv::Mat upright = patch;
  const double centre = patch.cols / 2.0;
  if (tilt != 0) {
    const cv::Mat turn =
        cv::getRotationMatrix2D(cv::Point2f(static_cast<float>(centre), static_cast<float>(centre)), tilt, 1);
    cv::warpAffine(patch, upright, turn, patch.size(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  }
  constexpr int width = static_cast<int>(band_width * face_px), height = static_cast<int>(band_height * face_px);
  const cv::Rect band(static_cast<int>(centre) - width / 2,
                      static_cast<int>(centre - eyes_above_centre * face_px + 0.5) - height / 2, width, height);
  const cv::Mat seen = upright(band);
  std::vector<Candidate> candidates;
  std::optional<FoundEyes> found;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto more = look(seen, i, effort);
    candidates.insert(candidates.end(), more.begin(), more.end());
    if (i == right_split) continue;
    found = best_pair(candidates, tilt == 0 ? upright_roll : tilted_roll);
    const int so_far = found ? found->votes : candidates.empty() ? 0 : 1;
    const auto to_come = static_cast<int>(2 * (names.size() - 1 - i));
    if (so_far + to_come < least) return std::nullopt;
    if (!found) continue;
    found->asked = static_cast<int>(2 * (i + 1));
    if (i == tree && effort == Effort::usual && found->is_clear() && is_usual(*found)) break;
  }
  if (found) found->eyes = {untilted(found->eyes.right, tilt), untilted(found->eyes.left, tilt)};
  return found;
}

std::optional<FoundEyes> EyeFinder::find_easy(const cv::Mat& patch) {
  std::vector<Candidate> candidates;
  int asked = 0;
  // `side`: -1 for the person's right eye, on the left of the picture.
  const auto ask = [&](std::size_t cascade, int side) {
    constexpr int size = static_cast<int>(easy_window * easy_face_px);
    const cv::Rect window(patch.cols / 2 + static_cast<int>(side * eyes_apart / 2 * easy_face_px) - size / 2,
                          patch.rows / 2 - size / 2, size, size);
    std::vector<cv::Rect> boxes;
    const bool is_split = cascade <= left_split;
    cascades_[cascade].detectMultiScale(patch(window), boxes, is_split ? split_step : easy_step,
                                        is_split ? split_neighbours : easy_neighbours, 0,
                                        {least_easy_px, least_easy_px}, {most_easy_px, most_easy_px});
    for (const auto& box : boxes)
      candidates.push_back({{(window.x + box.x + (box.width - patch.cols) / 2.0) / easy_face_px,
                             (window.y + box.y + (box.height - patch.rows) / 2.0) / easy_face_px - eyes_above_centre +
                                 (is_split ? split_lift : 0)},
                            static_cast<int>(cascade)});
    ++asked;
  };
  ask(right_split, -1);
  ask(left_split, 1);
  if (candidates.empty()) return std::nullopt;
  std::optional<FoundEyes> found;
  for (const std::size_t cascade : {tree, plain}) {
    ask(cascade, -1);
    ask(cascade, 1);
    found = best_pair(candidates, upright_roll);
    if (!found) continue;
    found->asked = asked;
    if (found->votes == asked && is_usual(*found)) return found;
  }
  return found && found->votes >= asked - 1 && is_usual(*found) ? found : std::nullopt;
}

// As the easy face, of a head that leans: at the tilt at which most cascades agree.
std::optional<FoundEyes> EyeFinder::find_leaning(const cv::Mat& patch) {
  std::optional<FoundEyes> best;
  constexpr int size = static_cast<int>(easy_patch_faces * easy_face_px);
  const cv::Point2f centre(static_cast<float>(patch.cols) / 2, static_cast<float>(patch.rows) / 2);
  for (const double tilt : {10.0, -10.0, 20.0, -20.0, 30.0, -30.0}) {
    if (tilt > 0 && best && best->votes == best->asked) break;  // no larger tilt will be better
    cv::Mat turn = cv::getRotationMatrix2D(centre, tilt, 1), upright;
    turn.at<double>(0, 2) += size / 2.0 - centre.x;
    turn.at<double>(1, 2) += size / 2.0 + eyes_above_centre * easy_face_px - centre.y;
    cv::warpAffine(patch, upright, turn, {size, size}, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    auto found = find_easy(upright);
    if (!found || (best && found->of_eight() <= best->of_eight())) continue;
    found->eyes = {untilted(found->eyes.right, tilt), untilted(found->eyes.left, tilt)};
    best = found;
  }
  return best;
}

std::optional<FoundEyes> EyeFinder::find_anywhere(const cv::Mat& patch) {
  std::optional<FoundEyes> best;
  for (const double tilt : {0.0, 10.0, -10.0, 20.0, -20.0, 30.0, -30.0}) {
    const int least = tilt == 0 ? least_votes : std::max(least_tilted, best ? best->votes + 1 : 0);
    const auto found = find_at(patch, tilt, least, Effort::usual);
    if (found && found->votes >= least) best = found;
    if (best && best->votes >= enough_votes && (tilt == 0 || best->votes >= enough_votes + 2)) break;
  }
  // Looking hard sees eyes in cloth as well: only a clear majority counts.
  for (const double tilt : {0.0, 10.0, -10.0}) {
    if (best) break;
    const auto found = find_at(patch, tilt, clear_majority, Effort::hard);
    if (found && found->votes >= clear_majority) best = found;
  }
  return best;
}

std::optional<FoundEyes> EyeFinder::find(const cv::Mat& picture, const FaceBox& face) {
  const cv::Mat near = patch_of(picture, face, easy_patch_faces, easy_face_px, eyes_above_centre);
  if (near.empty()) return std::nullopt;
  auto best = find_easy(near);
  if (!best) best = find_leaning(patch_of(picture, face, patch_faces, easy_face_px, 0));
  if (!best) best = find_anywhere(patch_of(picture, face, patch_faces, face_px, 0));
  if (!best) return std::nullopt;
  const auto place = [&](PicturePoint p) {
    return PicturePoint{face.x + face.width / 2 + p.x * face.width, face.y + face.height / 2 + p.y * face.width};
  };
  best->eyes = {place(best->eyes.right), place(best->eyes.left)};
  return best;
}

}  // namespace pehchan

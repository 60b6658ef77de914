#include "photo/assess.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "base/run_error.h"
#include "photo/colour.h"
#include "photo/cpu_timer.h"
#include "photo/crop.h"
#include "photo/header.h"
#include "photo/judge.h"
#include "photo/locate.h"
#include "photo/measure_words.h"
#include "photo/quarter_turn.h"

namespace pehchan {
namespace {

Outcome outcome_of(FoundFace::Kind kind) {
  constexpr Outcome outcomes[] = {Outcome::none, Outcome::one, Outcome::many, Outcome::review};
  return outcomes[static_cast<int>(kind)];
}

/// As photos.json has it: what is read from there again is the same.
PicturePoint in_hundredths(PicturePoint p) { return {std::round(p.x * 100) / 100, std::round(p.y * 100) / 100}; }

void tell_face(Assessment& photo, const LocatedPerson& person, const PortraitSpec& spec) {
  const auto& [kind, turns, box, found, framing_distance] = person.face;
  const double reduced = person.picture.reduced;
  photo.outcome = outcome_of(kind);
  photo.quarter_turns = turns;
  if (const auto fault = fault_of(kind)) photo.findings.push_back(finding_of(*fault));
  if (kind == FoundFace::Kind::none) return;
  photo.face = {box.x * reduced, box.y * reduced, box.width * reduced, box.height * reduced, box.score};
  if (found.votes == 0) return;
  const auto in_source = [&](PicturePoint p) { return PicturePoint{p.x * reduced, p.y * reduced}; };
  photo.eyes = {in_hundredths(in_source(found.eyes.right)), in_hundredths(in_source(found.eyes.left))};
  const double aspect = static_cast<double>(spec.width) / spec.height;
  const double distance = framing_distance > 0 ? framing_distance * reduced : photo.eyes->distance();
  photo.crop =
      drawn_closer(frame_about(*photo.eyes, distance, spec.head, aspect), spec.head, {photo.width, photo.height});
  if (photo.outcome != Outcome::one) return;
  judge_measure(photo, spec.limits, PhotoMeasure::eye_votes, found.of_eight());
  judge_measure(photo, spec.limits, PhotoMeasure::face_score, box.score);
  const double tilt = std::abs(photo.eyes->roll());
  judge_measure(photo, spec.limits, PhotoMeasure::tilt, tilt);
  // Few votes for eyes that lean: one of them was a brow in a drawn face, and a cap's shadow in a real one.
  if (spec.limits.grade(PhotoMeasure::eye_votes, found.of_eight()) == Grade::warn &&
      spec.limits.grade(PhotoMeasure::tilt, tilt) == Grade::warn)
    photo.findings.push_back(finding_of(PhotoFault::unclear));
}

/// The short side, in px, that a JPEG must keep when it is decoded smaller, for this frame to be `width` px wide.
int side_needed(std::string_view bytes, const CropFrame& frame, int width) {
  const auto header = read_header(bytes);
  if (!header) return 0;
  const double shrinks = std::max(1.0, frame.width / width);
  return static_cast<int>(std::min(header->width, header->height) / shrinks);
}

/// The photo with the portrait where a person put it.
Result<LocatedPerson, PhotoFault> placed(std::string_view bytes, const PhotoOverride& decision, const CropFrame& frame,
                                         int width) {
  CpuTimer timer;
  auto picture = decode_photo(bytes, side_needed(bytes, frame, width));
  if (!picture) return failure(picture.error());
  picture->pixels = turned(picture->pixels, decision.quarter_turns);
  LocatedPerson person{*std::move(picture), {}, timer.lap()};
  person.face.kind = FoundFace::Kind::one;
  person.face.quarter_turns = decision.quarter_turns;
  return person;
}

void tell_placed(Assessment& photo, const PhotoOverride& decision, const CropFrame& frame) {
  photo.outcome = Outcome::one;
  photo.quarter_turns = decision.quarter_turns;
  photo.eyes = decision.eyes;
  photo.crop = frame;
}

CropFrame standard_frame(const CropFrame& crop, double head) {
  CropFrame frame = crop;
  frame.height = crop.height * head / judged_head;
  frame.width = frame.height * judged_size.width / judged_size.height;
  return frame;
}

/// The crop to judge by. Nearly always the portrait is cropped alike and serves for both.
cv::Mat crop_to_judge(AssessedPhoto& assessed, const PortraitSpec& spec) {
  const Picture& picture = assessed.picture;
  const CropFrame& frame = *assessed.assessment.crop;
  const CropFrame standard = standard_frame(frame, spec.head);
  const bool is_alike = std::abs(standard.height / frame.height - 1) < 0.01 &&
                        std::abs(standard.width / frame.width - 1) < 0.01 && spec.width >= judged_size.width;
  cv::Mat crop = crop_portrait(picture.pixels, reduced_by(is_alike ? frame : standard, picture.reduced),
                               is_alike ? cv::Size(spec.width, spec.height) : judged_size);
  to_srgb(crop, picture.icc);
  if (is_alike) assessed.portrait = crop;
  return crop;
}

void judge_crop(AssessedPhoto& assessed, const PortraitSpec& spec, bool is_placed) {
  Assessment& photo = assessed.assessment;
  const CropFrame& frame = *photo.crop;
  const auto measured = [&](PhotoMeasure measure, double value) { judge_measure(photo, spec.limits, measure, value); };
  // Eyes may be further apart than the frame says, which was drawn closer; but a person may have pointed out eyes that
  // do not fit the crop at all.
  constexpr double least_fit = 0.8;
  const double in_frame = eye_distance_in(frame, spec.head);
  const bool eyes_fit = photo.eyes && (!is_placed || in_frame >= least_fit * photo.eyes->distance());
  measured(PhotoMeasure::inter_eye, eyes_fit ? photo.eyes->distance() : in_frame);
  measured(PhotoMeasure::invented, share_outside(frame, {photo.width, photo.height}));
  const Quality quality = judge(crop_to_judge(assessed, spec));
  measured(PhotoMeasure::sharpness, quality.sharpness);
  measured(PhotoMeasure::dark, quality.luminance);
  measured(PhotoMeasure::bright, quality.luminance);
  measured(PhotoMeasure::shadow, quality.shadow);
  measured(PhotoMeasure::glare, quality.glare);
  measured(PhotoMeasure::contrast, quality.contrast);
  measured(PhotoMeasure::even_light, quality.even_light);
}

/// What no person can decide away: pixels where there are none, and a crop half of which lies outside the photo.
bool stays(const Finding& finding) {
  constexpr double most_outside = 0.5;
  return (finding.code == code_of(PhotoMeasure::inter_eye) && finding.grade == Grade::hold) ||
         (finding.code == code_of(PhotoMeasure::invented) && finding.value > most_outside);
}

void follow(Assessment& photo, const PhotoOverride& decision) {
  photo.decided_by = decision.by.empty() ? "photo_overrides.csv" : decision.by;
  if (decision.decision == PhotoOverride::Decision::reject)
    photo.findings = {finding_of(PhotoFault::rejected)};
  else if (photo.outcome == Outcome::one)
    std::erase_if(photo.findings, [](const Finding& one) { return !stays(one); });
}

AssessedPhoto assess(std::string_view bytes, Assessment photo, const PortraitSpec& spec, const PhotoOverride* decision,
                     FaceFinder& finder) {
  std::optional<CropFrame> placed_at;
  if (decision != nullptr) {
    const double aspect = static_cast<double>(spec.width) / spec.height;
    placed_at = decision->crop;
    // A crop that was drawn for another template keeps its height.
    if (placed_at && std::abs(placed_at->width / placed_at->height / aspect - 1) > 0.01)
      placed_at->width = placed_at->height * aspect;
    if (!placed_at && decision->eyes)
      placed_at = frame_about(*decision->eyes, decision->eyes->distance(), spec.head, aspect);
  }
  CpuTimer timer;
  const auto person = placed_at ? placed(bytes, *decision, *placed_at, spec.width)
                                : locate_person(bytes, finder, spec.width, decision ? decision->quarter_turns : 0);
  photo.ms.find = timer.lap();
  if (person) photo.ms.decode = person->decode_ms, photo.ms.find -= person->decode_ms;
  if (!person) {
    photo.outcome = outcome_of(person.error());
    photo.findings.push_back(finding_of(person.error()));
    return {std::move(photo), {}, {}};
  }
  photo.width = person->picture.source_width();
  photo.height = person->picture.source_height();
  if (placed_at)
    tell_placed(photo, *decision, *placed_at);
  else
    tell_face(photo, *person, spec);
  AssessedPhoto assessed{std::move(photo), person->picture, {}};
  if (assessed.assessment.outcome == Outcome::one) judge_crop(assessed, spec, placed_at.has_value());
  if (decision != nullptr) follow(assessed.assessment, *decision);
  assessed.assessment.ms.judge = timer.lap();
  return assessed;
}

}  // namespace

CropFrame reduced_by(const CropFrame& frame, double reduced) {
  return {.eyes = {frame.eyes.x / reduced, frame.eyes.y / reduced},
          .width = frame.width / reduced,
          .height = frame.height / reduced,
          .roll_deg = frame.roll_deg};
}

AssessedPhoto assess_photo(std::string_view bytes, Assessment named, const PortraitSpec& spec,
                           const PhotoOverride* decision, FaceFinder& finder) try {
  AssessedPhoto assessed = assess(bytes, named, spec, decision, finder);
  Assessment& photo = assessed.assessment;
  std::ranges::stable_sort(photo.findings, std::ranges::greater(), &Finding::grade);
  photo.grade = photo.findings.empty() ? Grade::good : photo.findings.front().grade;
  return assessed;
} catch (const RunError&) {
  throw;
} catch (const std::exception&) {
  tell_damaged(named);
  return {std::move(named), {}, {}};
}

}  // namespace pehchan

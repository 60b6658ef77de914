#pragma once
#include <optional>
#include <string>
#include <vector>

#include "model/crop_frame.h"
#include "model/photo_limits.h"
#include "model/portrait.h"
#include "model/problem.h"
#include "photo/fault.h"

namespace pehchan {

/// Who is in a photo, as far as anybody can know.
enum class Outcome {
  one,         ///< one person, the eyes certain
  many,        ///< several
  none,        ///< nobody
  review,      ///< perhaps somebody: a person must look
  damaged,     ///< the file is cut off or corrupted
  unsupported  ///< not a photo of a known format, too large, or not to be opened
};

/// Something to be said about a photo.
struct Finding {
  std::string code;             ///< the Problem's: "photo_dark"
  std::optional<double> value;  ///< what was measured
  std::optional<double> limit;  ///< what it went beyond
  Grade grade = Grade::hold;
  Words reason;  ///< what is wrong, and what the member can do
};

/// Where the time went, in ms of this thread's CPU.
struct PhotoTimes {
  double decode = 0, find = 0, judge = 0, crop = 0;
};

/// What became of one photo. Places are px of the upright photo at its full size, from the top left: upright by EXIF,
/// and then by `quarter_turns`.
struct Assessment {
  std::string file, sha256;
  Outcome outcome = Outcome::unsupported;
  int width = 0, height = 0;  ///< of the upright photo; 0 when it could not be decoded
  int quarter_turns = 0;      ///< clockwise, which EXIF did not tell
  std::optional<Eyes> eyes;
  std::optional<FaceBox> face;
  std::optional<CropFrame> crop;
  Grade grade = Grade::hold;
  std::string decided_by;         ///< who accepted or rejected it; empty: nobody
  std::vector<Finding> findings;  ///< the gravest first
  PhotoTimes ms;
};

const char* word_of(Outcome outcome);
const char* word_of(Grade grade);

/// What a photo is that has this fault: nothing was found in it.
Outcome outcome_of(PhotoFault fault);

/// What measuring has to say: nothing when the grade is good.
void judge_measure(Assessment& photo, const PhotoLimits& limits, PhotoMeasure measure, double value);

/// Adds one more thing to be said, and grades the photo by the gravest.
void add_finding(Assessment& photo, Finding finding);

/// A library gave up on it: nothing else that was found counts.
void tell_damaged(Assessment& photo);

/// A fault that needs no measure.
Finding finding_of(PhotoFault fault);

/// The findings of this grade as Problems (field "photo", file as the roll names it, row 0).
std::vector<Problem> problems_of(const Assessment& photo, Grade grade);

}  // namespace pehchan

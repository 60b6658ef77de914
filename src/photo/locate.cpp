#include "photo/locate.h"

#include <new>
#include <opencv2/core.hpp>

#include "base/run_error.h"
#include "photo/cpu_timer.h"
#include "photo/face_boxes.h"
#include "photo/quarter_turn.h"

namespace pehchan {
namespace {

// A portrait of head and shoulders takes about half of a photo's width; with this much to spare most photos need no
// second look at more pixels.
constexpr double photo_widths = 1.8;
constexpr double width_in_eyes = 3.88;
constexpr double worth_again = 0.75;  // a crop smaller than this share of what was wanted is worth decoding again

void moved_to(FoundFace& face, double by) {
  const auto moved = [by](PicturePoint p) { return PicturePoint{p.x * by, p.y * by}; };
  face.box = scaled(face.box, by);
  face.found.eyes = {moved(face.found.eyes.right), moved(face.found.eyes.left)};
  face.framing_distance *= by;
}

Result<LocatedPerson, PhotoFault> locate(std::string_view bytes, FaceFinder& finder, int width, int turns) {
  CpuTimer timer;
  auto picture = decode_photo(bytes, static_cast<int>(width * photo_widths));
  if (!picture) return failure(picture.error());
  picture->pixels = turned(picture->pixels, turns);
  double decode_ms = timer.lap();
  LocatedPerson person{*picture, finder.find(picture->pixels), 0};
  timer.lap();
  const bool is_one = person.face.kind == FoundFace::Kind::one;
  if (is_one && picture->reduced > 1 && width_in_eyes * person.face.framing_distance < worth_again * width) {
    auto full = decode_photo(bytes, 0);
    if (!full) return failure(full.error());
    moved_to(person.face, picture->reduced);
    person.picture = *full;
    person.picture.pixels = turned(person.picture.pixels, turns);
    decode_ms += timer.lap();
  }
  person.decode_ms = decode_ms;
  person.picture.pixels = turned(person.picture.pixels, person.face.quarter_turns);
  person.face.quarter_turns = (person.face.quarter_turns + turns) % 4;
  return person;
}

}  // namespace

Result<LocatedPerson, PhotoFault> locate_person(std::string_view bytes, FaceFinder& finder, int width, int turns) try {
  return locate(bytes, finder, width, turns);
} catch (const RunError&) {
  throw;
} catch (const std::exception&) {
  return failure(PhotoFault::damaged);
}

std::optional<PhotoFault> fault_of(FoundFace::Kind kind) {
  switch (kind) {
    case FoundFace::Kind::one:
      return std::nullopt;
    case FoundFace::Kind::none:
      return PhotoFault::no_face;
    case FoundFace::Kind::many:
      return PhotoFault::several_faces;
    case FoundFace::Kind::unclear:
      break;
  }
  return PhotoFault::unclear;
}

}  // namespace pehchan

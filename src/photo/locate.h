#pragma once
#include <optional>
#include <string_view>

#include "base/result.h"
#include "photo/decode.h"
#include "photo/fault.h"
#include "photo/find_face.h"

namespace pehchan {

/// A photo that is upright, also where only the face could tell, and who is in it.
struct LocatedPerson {
  Picture picture;
  FoundFace face;
  double decode_ms = 0;  ///< of this thread's CPU
};

/// Decodes, turns clockwise by the quarters that a person asked for, and finds. `width`: the portrait's wanted px, so
/// that a large photo need not be decoded in full; 0: in full.
/// Faults are of the file only; who was found is the face's kind. Exceptions of libraries become `damaged`.
Result<LocatedPerson, PhotoFault> locate_person(std::string_view bytes, FaceFinder& finder, int width, int turns);

/// Why this kind gives no portrait; nothing for `one`.
std::optional<PhotoFault> fault_of(FoundFace::Kind kind);

}  // namespace pehchan

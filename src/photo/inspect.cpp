#include "photo/inspect.h"

#include "photo/fault.h"
#include "photo/locate.h"
#include "photo/open.h"

namespace pehchan {

struct PhotoInspector::Parts {
  FaceFinder finder;
};

PhotoInspector::PhotoInspector(const std::filesystem::path& model) : parts_(new Parts{.finder = FaceFinder(model)}) {}
PhotoInspector::~PhotoInspector() = default;

Inspection PhotoInspector::inspect(const std::filesystem::path& photos_root, const std::string& relative_name) {
  using Outcome = Inspection::Outcome;
  Inspection seen;
  const auto located = open_photo(photos_root, relative_name).and_then([&](const std::string& bytes) {
    return locate_person(bytes, parts_->finder, 0);
  });
  if (!located) {
    seen.code = photo_problem(located.error(), relative_name).code;
    return seen;
  }
  const auto& face = located->face;
  const double reduced = located->picture.reduced;
  const auto in_source = [&](PicturePoint p) { return PicturePoint{p.x * reduced, p.y * reduced}; };
  switch (face.kind) {
    case FoundFace::Kind::one:
      seen.outcome = Outcome::one;
      seen.eyes = {in_source(face.found.eyes.right), in_source(face.found.eyes.left)};
      seen.votes = face.found.of_eight();
      seen.framing_distance = face.framing_distance * reduced;
      break;
    case FoundFace::Kind::many:
      seen.outcome = Outcome::many;
      break;
    case FoundFace::Kind::none:
      seen.outcome = Outcome::none;
      break;
    case FoundFace::Kind::unclear:
      seen.outcome = Outcome::review;
      break;
  }
  if (const auto fault = fault_of(face.kind)) seen.code = photo_problem(*fault, relative_name).code;
  seen.face = {face.box.x * reduced, face.box.y * reduced, face.box.width * reduced, face.box.height * reduced,
               face.box.score};
  return seen;
}

}  // namespace pehchan

#include "photo/prepare.h"

#include <opencv2/core.hpp>

#include "base/sha256.h"
#include "photo/crop.h"
#include "photo/fault.h"
#include "photo/jpeg.h"
#include "photo/judge.h"
#include "photo/locate.h"
#include "photo/open.h"
#include "photo/portrait_of.h"

namespace pehchan {
namespace {

constexpr double most_invented = 0.20;

Result<Portrait, PhotoFault> make(const LocatedPerson& person, const PortraitSpec& spec) {
  if (const auto fault = fault_of(person.face.kind)) return failure(*fault);
  const auto& eyes = person.face.found.eyes;
  if (eyes.distance() * person.picture.reduced < spec.min_inter_eye) return failure(PhotoFault::too_small);
  const auto crop = crop_portrait(person.picture.pixels, eyes, spec.width, spec.height);
  if (crop.invented > most_invented) return failure(PhotoFault::cropped_tight);
  const Quality quality = judge(crop.pixels);
  if (quality.is_too_dark()) return failure(PhotoFault::dark);
  if (quality.is_blurred()) return failure(PhotoFault::blurred);
  return portrait_of(encode_jpeg(crop.pixels, spec.jpeg_quality));
}

Result<Portrait, PhotoFault> make_safely(const LocatedPerson& person, const PortraitSpec& spec) try {
  return make(person, spec);
} catch (const std::exception&) {
  return failure(PhotoFault::damaged);
}

}  // namespace

struct PortraitMaker::Parts {
  PortraitSpec spec;
  FaceFinder finder;
};

PortraitMaker::PortraitMaker(PortraitSpec spec) : parts_(new Parts{.spec = spec, .finder = {}}) {
  cv::setNumThreads(1);
}
PortraitMaker::~PortraitMaker() = default;

Result<Portrait, Problem> PortraitMaker::prepare(const std::filesystem::path& photos_root,
                                                 const std::string& relative_name) {
  const PortraitSpec& spec = parts_->spec;
  std::string source;
  return open_photo(photos_root, relative_name)
      .and_then([&](const std::string& bytes) {
        source = sha256_hex(bytes);
        return locate_person(bytes, parts_->finder, spec.width);
      })
      .and_then([&](const LocatedPerson& person) { return make_safely(person, spec); })
      .map([&](Portrait portrait) {
        portrait.source_sha256 = source;
        return portrait;
      })
      .map_error([&](PhotoFault fault) { return photo_problem(fault, relative_name); });
}

}  // namespace pehchan

#include "batch/shown_portraits.h"

#include <utility>

#include "batch/portrait_options.h"
#include "demo/draw_passport_photo.h"

namespace pehchan {
namespace {

bool is_same(const PortraitSpec& a, const PortraitSpec& b) {
  return a.width == b.width && a.height == b.height && a.head == b.head && a.limits.all == b.limits.all;
}

}  // namespace

ShownPortrait ShownPortraits::of(const CardTemplate& design, const StressCase& one, std::size_t place) {
  if (!design.front.portrait && !design.back.portrait) return {Portrait{}, {}};
  if (PortraitSpec wanted = portrait_spec(design, {}); !is_same(wanted, spec_)) {
    made_.clear();
    spec_ = std::move(wanted);
  }
  if (made_.size() <= place) made_.resize(place + 1);
  if (!made_[place]) made_[place] = made_for(one, place);
  return *made_[place];
}

ShownPortrait ShownPortraits::made_for(const StressCase& one, std::size_t place) const {
  if (photos_.empty()) {
    constexpr std::uint64_t seed = 7;
    return {Portrait{draw_passport_photo(seed, place, one.is_woman, spec_.width, spec_.height, spec_.head), spec_.width,
                     spec_.height, LuminanceGrid{}},
            {}};
  }
  const PhotoOverrides overrides = overrides_for({}, photos_);
  PortraitCache none({}, 0);
  PreparedPhoto photo = PortraitMaker(spec_, overrides, none).prepare(photos_, one.member[Field::photo]);
  return {std::move(photo.portrait), problems_of(photo.assessment, Grade::hold)};
}

}  // namespace pehchan

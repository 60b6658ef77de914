#pragma once
#include <cstddef>
#include <filesystem>
#include <optional>
#include <vector>

#include "demo/stress_set.h"
#include "model/card_template.h"
#include "model/portrait.h"
#include "model/problem.h"
#include "photo/prepare.h"

namespace pehchan {

/// Of a member of a roll, with what is wrong with the photo where there is none.
struct ShownPortrait {
  std::optional<Portrait> portrait;
  std::vector<Problem> problems;
};

/// The portraits of those whom a preview shows: drawn, or made of their photos. They are kept from one drawing to the
/// next as long as the template wants the same, since finding a face takes longer than all else.
class ShownPortraits {
 public:
  /// Without a folder of photos portraits are drawn.
  explicit ShownPortraits(std::filesystem::path photos) : photos_(std::move(photos)) {}

  /// Of the member at this `place` among those shown; an empty one for a template without portraits. Throws RunError as
  /// PortraitMaker.
  ShownPortrait of(const CardTemplate& design, const StressCase& one, std::size_t place);

 private:
  ShownPortrait made_for(const StressCase& one, std::size_t place) const;

  std::filesystem::path photos_;  ///< empty: portraits are drawn
  PortraitSpec spec_;
  std::vector<std::optional<ShownPortrait>> made_;  ///< by `spec_`
};

}  // namespace pehchan

#pragma once
#include <algorithm>
#include <vector>

#include "base/geometry.h"

namespace pehchan {

/// What is drawn once, with the sheet's background: elements that are the same on every card and lie upon none that is
/// not. To be asked for every element of a side in the order of drawing.
class Ground {
 public:
  bool takes_text(bool is_same_on_every_card, const Rect& box) const {
    return is_same_on_every_card &&
           std::none_of(above_.begin(), above_.end(), [&](const Rect& one) { return overlap(one, box); });
  }
  /// What it does not take lies above it, and so does whatever lies upon that.
  bool takes(bool is_same_on_every_card, const Rect& box) {
    const bool is_taken = takes_text(is_same_on_every_card, box);
    if (!is_taken) above_.push_back(box);
    return is_taken;
  }

 private:
  std::vector<Rect> above_;
};

}  // namespace pehchan

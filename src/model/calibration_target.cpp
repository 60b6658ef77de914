#include "model/calibration_target.h"

#include <algorithm>

namespace pehchan {

CalibrationTarget calibration_target(const Size& paper) {
  const Mm least = std::min(paper.width, paper.height);
  const Mm ring = std::clamp(least * 0.04, 4_mm, 8_mm);
  const Mm edge = std::clamp(least * 0.05, 3_mm, 10_mm);  // what a printer leaves white, and its offset
  const Mm inset = edge + ring / 2, line = ring * 0.8;
  const Mm left = inset, right = paper.width - inset, top = inset, bottom = paper.height - inset;
  const Mm x = paper.width / 2, y = paper.height / 2;
  const int reach = std::clamp(static_cast<int>(least.value / 8), 5, 15);
  const Mm first = left + ring * 1.4, second = first + ring * 0.9;
  return {.paper = paper,
          .ring = ring,
          .marks = {{{left, top}, {right, top}, {left, bottom}, {right, bottom}, {x, y}}},
          .spots = {{{first, top}, {second, top}}},
          .scales = {{{'A', {x, edge}, true, reach, line},
                      {'B', {x, paper.height - edge}, true, reach, -line},
                      {'C', {edge, y}, false, reach, line},
                      {'D', {paper.width - edge, y}, false, reach, -line}}}};
}

}  // namespace pehchan

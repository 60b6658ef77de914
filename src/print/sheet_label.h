#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/card_drawing.h"

namespace pehchan {

/// A slip in a slot's place that says whose cards follow: it is nobody's card, and has no back.
struct HeaderSlip {
  std::size_t slot = 0;            ///< from 0
  std::vector<std::string> lines;  ///< the first is set largest
};

/// What tells a sheet from all others, and what lies on it beside cards.
struct SheetLabel {
  SheetLabel() = default;
  /// Just a line in the margin, such as "J0003 · sheet 12 · copy 1".
  SheetLabel(std::string line) : slug(std::move(line)) {}
  SheetLabel(const char* line) : slug(line) {}

  std::string slug;
  std::optional<DrawnBarcode> code = {};  ///< says which sheet this is; from the paper's top left corner
  std::vector<HeaderSlip> headers = {};
};

}  // namespace pehchan

#pragma once
#include <string>
#include <vector>

#include "model/card_template.h"

namespace pehchan {

enum class ElementKind { rectangle, line, picture, portrait, text, barcode, qr };

/// Where one element of a template goes, and what to call it.
struct ElementBox {
  ElementKind kind;
  std::string label;  ///< a text's own words and places; else what it is; with its condition: "{office} (when office)"
  Rect box;           ///< of a line: see covered_by
};

/// What a line covers, its width counted.
Rect covered_by(const LineElement& line);

/// Every element of a side, in the order in which they are drawn.
std::vector<ElementBox> element_boxes(const SideTemplate& side);

}  // namespace pehchan

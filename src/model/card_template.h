#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/colour.h"
#include "base/geometry.h"
#include "model/photo_limits.h"

namespace pehchan {

enum class CardSide { front, back };
enum class Align { left, centre, right };
enum class VerticalAlign { top, middle, bottom };

/// A face of the private font set.
struct Font {
  std::string family;
  bool bold = false;
  double size_pt = 0;
  bool operator==(const Font&) const = default;
};

/// How a text is set. It is tried at full size, then shrunk down to `floor_pt`, then broken into at most `lines`
/// balanced lines; a text that still does not fit withholds its member.
struct TextStyle {
  Font font;
  double floor_pt = 0;
  double line_height = 1.25;  ///< baseline to baseline, as a multiple of the size
  int lines = 1;
  Align align = Align::left;
  VerticalAlign vertical = VerticalAlign::middle;
  Colour colour;
};

/// A text with {field} places in it, and the box it must stay in.
struct TextElement {
  std::string text;
  Rect box;
  TextStyle style;
  std::string when;    ///< a field name: drawn only where the member has it; empty: always
  std::string unless;  ///< a field name: drawn only where the member has not got it; empty: always
};

/// A rectangle with rounded corners that the portrait fills.
struct PortraitElement {
  Rect box;
  Mm radius;
  double head = 0.72;  ///< of its height, chin to crown
};

struct SideTemplate {
  std::string artwork;  ///< SVG bytes, covering the card and its bleed on every side
  std::vector<TextElement> texts;
  std::optional<PortraitElement> portrait;
  std::optional<Rect> qr;  ///< with its quiet zone
};

/// A card design: artwork apart from positions. Positions run from the card's trimmed top left corner.
struct CardTemplate {
  std::string name;
  Size size;
  Mm bleed;        ///< artwork beyond the trim
  Mm safe_margin;  ///< nothing live nearer to the trim than this
  PhotoLimits photo_limits;
  SideTemplate front, back;

  const SideTemplate& side(CardSide s) const { return s == CardSide::front ? front : back; }
};

}  // namespace pehchan

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

/// Which members an element is drawn for: those that have the field `when` and have not the field `unless`. Empty:
/// whoever.
struct Visibility {
  std::string when, unless;
  bool is_always() const { return when.empty() && unless.empty(); }
};

/// A text with {field} places in it, and the box it must stay in.
struct TextElement {
  std::string text;
  Rect box;
  TextStyle style;
  Visibility visibility;
};

/// A rectangle with rounded corners that the portrait fills.
struct PortraitElement {
  Rect box;
  Mm radius;
  double head = 0.72;  ///< of its height, chin to crown
};

/// One side's artwork as the designer's program wrote it.
struct ArtworkFile {
  std::string file;   ///< its name in the template's folder
  std::string bytes;  ///< SVG
};

struct SideTemplate {
  ArtworkFile artwork;  ///< covers the card and its bleed on every side
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

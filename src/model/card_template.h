#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/colour.h"
#include "base/geometry.h"
#include "model/barcode_symbol.h"
#include "model/condition.h"
#include "model/line_column.h"
#include "model/photo_limits.h"

namespace pehchan {

enum class CardSide { front, back };
enum class Align { left, centre, right };
enum class VerticalAlign { top, middle, bottom };

/// A face's weight as CSS and OpenType count it.
namespace font_weight {
inline constexpr int regular = 400, medium = 500, semibold = 600, bold = 700;
}

/// A face of the private font set.
struct Font {
  std::string family;
  int weight = font_weight::regular;
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
  LineColumn where = {};
};

/// Which members an element is drawn for: those for whom `when` holds and `unless` does not. None: whoever.
struct Visibility {
  std::optional<Condition> when, unless;
  bool is_always() const { return !when && !unless; }
};

/// A text with {field} places in it, and the box it must stay in.
struct TextElement {
  std::string text;
  Rect box;
  TextStyle style;
  Visibility visibility;
  LineColumn where;
};

enum class PortraitShape { rectangle, rounded, circle };

/// The box that the portrait fills, cut to a shape. A border lies inside the shape's edge, upon the portrait.
struct PortraitElement {
  Rect box;  ///< a circle's is square: the photo is cropped to it, and not to a longer box that card.toml may give
  PortraitShape shape = PortraitShape::rectangle;
  Mm radius;  ///< of a rounded shape's corners
  Mm border;  ///< its width; 0: none
  Colour border_colour;
  double head = 0.72;  ///< of its height, chin to crown
  LineColumn where;
};

struct QrElement {
  Rect box;  ///< with the quiet zone
  LineColumn where;
};

/// What it says has {field} places, as a text has.
struct BarcodeElement {
  BarcodeKind kind = BarcodeKind::code128;
  std::string text;
  Rect box;  ///< with the quiet zone
  Visibility visibility;
  LineColumn where;
};

/// One side's artwork, or a picture, as the designer's program wrote it.
struct ArtworkFile {
  std::string file;   ///< its name in the template's folder
  std::string bytes;  ///< SVG or PDF; a picture: SVG, PNG or JPEG
  int page = 1;       ///< of a PDF
  /// Shapes of an SVG that only say where a box is: they are not drawn.
  std::vector<std::string> placeholders;
  LineColumn where = {};
};

/// A logo or a scanned signature: drawn as large as its box allows, keeping its proportions.
struct PictureElement {
  std::shared_ptr<const ArtworkFile> picture;  ///< the same for all cards
  Rect box;
  Align align = Align::centre;
  VerticalAlign vertical = VerticalAlign::middle;
  Visibility visibility;
  LineColumn where;
};

/// Its border lies inside its edge.
struct RectangleElement {
  Rect box;
  Mm radius;
  std::optional<Colour> fill;
  Mm border;  ///< its width; 0: none
  Colour border_colour;
  Visibility visibility;
};

struct LineElement {
  Point from, to;
  Mm width;
  Colour colour;
  Visibility visibility;
};

/// Drawn from the first kind to the last, and within a kind in the order of card.toml.
struct SideTemplate {
  ArtworkFile artwork;  ///< covers the card and its bleed on every side; no bytes: the card is white
  std::vector<RectangleElement> rectangles;
  std::vector<LineElement> lines;
  std::vector<PictureElement> pictures;
  std::optional<PortraitElement> portrait;
  std::vector<TextElement> texts;
  std::vector<BarcodeElement> barcodes;
  std::optional<QrElement> qr;
};

/// A card design: artwork apart from positions. Positions run from the card's trimmed top left corner.
struct CardTemplate {
  std::string name;
  Size size;               ///< trimmed; higher than wide for a card that hangs upright
  Mm corner_radius{3.18};  ///< of the card as it is cut (ISO/IEC 7810: 3.18), for pictures of it
  Mm bleed;                ///< artwork beyond the trim
  Mm safe_margin;          ///< nothing live nearer to the trim than this
  PhotoLimits photo_limits;
  std::vector<TextStyle> styles;  ///< all that are named, also those that no text uses
  SideTemplate front, back;

  const SideTemplate& side(CardSide s) const { return s == CardSide::front ? front : back; }
};

}  // namespace pehchan

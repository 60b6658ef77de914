#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "card/named_shapes.h"
#include "model/card_template.h"
#include "model/outline.h"
#include "toml/table_reader.h"

namespace pehchan {

/// The card as boxes are held against it.
struct CardArea {
  Size size;
  Mm corner_radius, bleed, safe_margin;
  /// False when one of them is missing or wrong, which is told: then no box is held against it, for what would be found
  /// would be only what follows from that.
  bool is_known = true;

  Rect card() const { return {{}, {}, size.width, size.height}; }
  Outline safe() const { return within({card(), corner_radius}, safe_margin); }
  Rect with_bleed() const { return grown(card(), bleed); }
};

/// What else may lie in a box.
enum class Sharing {
  anything,  ///< and it may run to the bleed: it only adorns
  words,     ///< other texts and pictures
  nothing,   ///< but what adorns
};

/// Reads the boxes of one side's elements:
///     box = [31, 14, 51, 9]      anchor = "centre": which point of the box the first two say; else its top left corner
///     box = "#portrait"          the bounding box of that shape of the side's SVG artwork
class BoxReader {
 public:
  /// `artwork` is this side's, and must outlive the reader.
  BoxReader(const CardArea& area, const ArtworkFile& artwork, Mistakes& mistakes)
      : area_(area), mistakes_(mistakes), shapes_(artwork, area.size, area.bleed, mistakes) {}

  /// `what`: how the element is called in a mistake. Tells when it leaves the safe area with its round corners, or the
  /// bleed.
  Rect read(const TableReader& in, const std::string& what, Sharing sharing, const Visibility& visibility = {});
  /// A point of what only adorns. Tells when it lies beyond the bleed.
  Point read_point(const TableReader& in, std::string_view key);
  /// To be called once all boxes are read. Tells what lies upon what must share its room with nothing, on the same
  /// card, and the ids that no shape has.
  void end();
  /// Ids of the artwork's shapes that were asked for.
  const std::vector<std::string>& named() const { return shapes_.found(); }

 private:
  std::optional<Rect> box_of_shape(const TableReader& in);

  struct Placed {
    std::string what;
    Rect box;
    LineColumn where;
    Sharing sharing;
    Visibility visibility;
  };

  CardArea area_;
  Mistakes& mistakes_;
  NamedShapes shapes_;
  std::vector<Placed> placed_;
};

}  // namespace pehchan

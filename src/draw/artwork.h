#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "draw/handles.h"
#include "model/card_template.h"

typedef struct _RsvgHandle RsvgHandle;

namespace pehchan {

/// One side's SVG artwork. Words belong in card.toml, where the private fonts set them.
class Artwork {
 public:
  /// `artwork` covers the card and its bleed on every side; its own proportions must be theirs within 1 %. Its
  /// placeholders are not drawn. Throws RunError (bad_config) naming the file and what to do when it is over 5 MB, or
  /// inspect_svg refuses it.
  Artwork(const ArtworkFile& artwork, Size card, Mm bleed);

  /// Where the shape with this id lies on the card: its bounding box without its stroke, turned and moved as it is
  /// drawn, to the hundredth of a millimetre. Nothing when there is no such shape or nothing of it is drawn.
  std::optional<Rect> box_of(const std::string& id) const;
  /// Of all its elements.
  const std::vector<std::string>& ids() const { return ids_; }

  /// Paints card and bleed, the origin at the card's trimmed top left corner, 1 unit = 1 mm. Vectors stay vectors; what
  /// has a filter or a mask becomes a picture of one pixel for each unit of `cairo`'s surface.
  void draw(cairo_t* cairo) const;

 private:
  Handle<RsvgHandle, g_object_unref> svg_;
  Rect area_;
  std::string file_;
  std::vector<std::string> ids_;
};

}  // namespace pehchan

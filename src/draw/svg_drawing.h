#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "draw/handles.h"
#include "model/card_template.h"

typedef struct _RsvgHandle RsvgHandle;

namespace pehchan {

/// The largest artwork or picture, in bytes.
inline constexpr std::size_t largest_drawing = 5'000'000;

/// An SVG file looked over and ready to be drawn.
class SvgDrawing {
 public:
  /// Its placeholders are not drawn. Throws RunError (bad_config) naming the file and what to do when it is over 5 MB,
  /// inspect_svg refuses it, or librsvg cannot read it.
  explicit SvgDrawing(const ArtworkFile& svg);

  /// Its viewBox's width by its height; 0 when it has none.
  double proportion() const;
  /// The same of its page, where that has a width and a height of its own; else 0. It decides nothing of how it is
  /// drawn.
  double page_proportion() const { return page_proportion_; }

  /// Of its embedded pictures together, when they are unpacked.
  std::size_t pixels() const { return pixels_; }
  /// Of all its elements; one that several have stands there as often.
  const std::vector<std::string>& ids() const { return ids_; }
  /// Of those that have one in Inkscape which is not their id.
  const std::vector<std::string>& labels() const { return labels_; }
  /// Where the shape with this id lies when the drawing has this `place`: its bounding box without its stroke, moved
  /// as it is drawn, to the hundredth of a millimetre (of a turned one librsvg gives more than that). Nothing when
  /// there is no such shape, or it has no size, is hidden or a placeholder.
  std::optional<Rect> box_of(const std::string& id, const Rect& place) const;

  /// 1 unit = 1 mm. Vectors stay vectors; what has a filter or a mask becomes a picture of one pixel for each unit of
  /// `cairo`'s surface.
  void draw(cairo_t* cairo, const Rect& place) const;

 private:
  Handle<RsvgHandle, g_object_unref> svg_;
  std::string file_;
  std::vector<std::string> ids_, labels_;
  double page_proportion_ = 0;
  std::size_t pixels_ = 0;
};

}  // namespace pehchan

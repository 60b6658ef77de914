#include "draw/svg_drawing.h"

#include <fmt/format.h>
#include <librsvg/rsvg.h>

#include <cmath>
#include <utility>
#include <vector>

#include "draw/canvas.h"
#include "draw/inspect_svg.h"
#include "draw/refuse_artwork.h"

namespace pehchan {
namespace {

/// The drawing's own width and height are taken from it, so that librsvg puts its viewBox into the place that is asked
/// for, measured as drawn; and the shapes that only say where a box is.
std::string css_of(const std::vector<std::string>& hidden_ids, const std::string& file) {
  std::string css = ":root { width: 100% !important; height: 100% !important }\n";
  for (const std::string& id : hidden_ids) {
    if (id.find_first_of("\"\\\n\r") != std::string::npos)
      refuse_artwork(file, fmt::format("the id {} has a quote in it", id), "Give the shape another id.");
    css += fmt::format("[id=\"{}\"] {{ display: none !important }}\n", id);
  }
  return css;
}

double page_proportion_of(RsvgHandle* svg) {
  double width = 0, height = 0;
  const bool has_size = rsvg_handle_get_intrinsic_size_in_pixels(svg, &width, &height) != FALSE;
  return has_size && height > 0 ? width / height : 0;
}

}  // namespace

SvgDrawing::SvgDrawing(const ArtworkFile& svg) : file_(svg.file) {
  if (svg.bytes.size() > largest_drawing)
    refuse_artwork(file_, "it is larger than 5 MB", "Simplify it; pictures belong in at 600 dpi.");
  SvgOutline outline = inspect_svg(svg.bytes, file_);
  pixels_ = outline.pixels;
  for (SvgElement& element : outline.elements) {
    if (!element.label.empty() && element.label != element.id) labels_.push_back(std::move(element.label));
    if (!element.id.empty()) ids_.push_back(std::move(element.id));
  }
  GError* raw = nullptr;
  svg_.reset(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.bytes.data()), svg.bytes.size(), &raw));
  const Handle<GError, g_error_free> error(raw);
  if (!svg_) refuse_artwork(file_, std::string("it cannot be read: ") + error->message, "Save it again as plain SVG.");
  page_proportion_ = page_proportion_of(svg_.get());
  const std::string css = css_of(svg.placeholders, file_);
  rsvg_handle_set_stylesheet(svg_.get(), reinterpret_cast<const guint8*>(css.data()), css.size(), nullptr);
}

double SvgDrawing::proportion() const {
  gboolean has_width, has_height, has_view_box;
  RsvgLength width, height;
  RsvgRectangle view_box;
  rsvg_handle_get_intrinsic_dimensions(svg_.get(), &has_width, &width, &has_height, &height, &has_view_box, &view_box);
  return has_view_box && view_box.height > 0 ? view_box.width / view_box.height : 0;
}

std::optional<Rect> SvgDrawing::box_of(const std::string& id, const Rect& place) const {
  const RsvgRectangle area = {0, 0, place.width.value, place.height.value};
  RsvgRectangle ink, logical;
  GError* raw = nullptr;
  const bool is_found =
      rsvg_handle_get_geometry_for_layer(svg_.get(), ("#" + id).c_str(), &area, &ink, &logical, &raw) != FALSE;
  const Handle<GError, g_error_free> error(raw);
  if (!is_found || logical.width <= 0 || logical.height <= 0) return std::nullopt;
  const auto hundredths = [](double mm) { return Mm{std::round(mm * 100) / 100}; };
  const auto across = [&](double x) { return hundredths(place.x.value + x); };
  const auto down = [&](double y) { return hundredths(place.y.value + y); };
  const Mm left = across(logical.x), top = down(logical.y);
  return Rect{left, top, across(logical.x + logical.width) - left, down(logical.y + logical.height) - top};
}

void SvgDrawing::draw(cairo_t* cairo, const Rect& place) const {
  const RsvgRectangle area = {place.x.value, place.y.value, place.width.value, place.height.value};
  GError* raw = nullptr;
  const bool is_drawn = rsvg_handle_render_document(svg_.get(), cairo, &area, &raw) != FALSE;
  const Handle<GError, g_error_free> error(raw);
  if (!is_drawn) refuse_artwork(file_, std::string("it cannot be drawn: ") + error->message, "Simplify it.");
  check(cairo, "drawing " + file_);
}

}  // namespace pehchan

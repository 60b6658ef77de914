#include "draw/artwork.h"

#include <fmt/format.h>
#include <librsvg/rsvg.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "base/run_error.h"
#include "draw/canvas.h"
#include "draw/inspect_svg.h"

namespace pehchan {
namespace {

constexpr std::size_t largest_svg = 5'000'000;
/// How far the artwork's proportions may be from those of the card with its bleed.
constexpr double proportion_tolerance = 0.01;

struct Trouble {
  std::string what, advice;
};

[[noreturn]] void refuse(const std::string& file, const Trouble& trouble) {
  throw RunError(ExitCode::bad_config, file + ": " + trouble.what, trouble.advice);
}

void demand_proportions(RsvgHandle* svg, const Rect& area, const std::string& file) {
  gboolean has_width, has_height, has_view_box;
  RsvgLength width, height;
  RsvgRectangle view_box;
  rsvg_handle_get_intrinsic_dimensions(svg, &has_width, &width, &has_height, &height, &has_view_box, &view_box);
  const double wanted = area.width / area.height;
  const double its_own = has_view_box && view_box.height > 0 ? view_box.width / view_box.height : 0;
  if (std::abs(its_own / wanted - 1) <= proportion_tolerance) return;
  refuse(file, {"its proportions are not those of the card with its bleed",
                fmt::format("Give it viewBox=\"0 0 {:g} {:g}\": millimetres, with the bleed on every side.",
                            area.width.value, area.height.value)});
}

/// Shapes that only say where a box is.
void hide(RsvgHandle* svg, const std::vector<std::string>& ids, const std::string& file) {
  std::string css;
  for (const std::string& id : ids) {
    if (id.find_first_of("\"\\\n\r") != std::string::npos)
      refuse(file, {fmt::format("the id {} has a quote in it", id), "Give the shape another id."});
    css += fmt::format("[id=\"{}\"] {{ display: none !important }}\n", id);
  }
  if (css.empty()) return;
  GError* raw = nullptr;
  rsvg_handle_set_stylesheet(svg, reinterpret_cast<const guint8*>(css.data()), css.size(), &raw);
  const Handle<GError, g_error_free> error(raw);
}

}  // namespace

Artwork::Artwork(const ArtworkFile& artwork, Size card, Mm bleed)
    : area_(grown(Rect{{}, {}, card.width, card.height}, bleed)), file_(artwork.file) {
  const std::string &file = artwork.file, &svg = artwork.bytes;
  if (svg.size() > largest_svg) refuse(file, {"it is larger than 5 MB", "Simplify it; pictures belong in at 600 dpi."});
  SvgOutline outline = inspect_svg(svg, file);
  for (SvgElement& element : outline.elements)
    if (!element.id.empty()) ids_.push_back(std::move(element.id));
  GError* raw = nullptr;
  svg_.reset(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &raw));
  const Handle<GError, g_error_free> error(raw);
  if (!svg_) refuse(file, {std::string("it cannot be read: ") + error->message, "Save it again as plain SVG."});
  demand_proportions(svg_.get(), area_, file);
  hide(svg_.get(), artwork.placeholders, file);
}

std::optional<Rect> Artwork::box_of(const std::string& id) const {
  const RsvgRectangle area = {area_.x.value, area_.y.value, area_.width.value, area_.height.value};
  RsvgRectangle ink, logical;
  GError* raw = nullptr;
  const bool is_found =
      rsvg_handle_get_geometry_for_layer(svg_.get(), ("#" + id).c_str(), &area, &ink, &logical, &raw) != FALSE;
  const Handle<GError, g_error_free> error(raw);
  if (!is_found || logical.width <= 0 || logical.height <= 0) return std::nullopt;
  const auto hundredths = [](double mm) { return Mm{std::round(mm * 100) / 100}; };
  const Mm left = hundredths(logical.x), top = hundredths(logical.y);
  return Rect{left, top, hundredths(logical.x + logical.width) - left, hundredths(logical.y + logical.height) - top};
}

void Artwork::draw(cairo_t* cairo) const {
  const RsvgRectangle area = {area_.x.value, area_.y.value, area_.width.value, area_.height.value};
  GError* raw = nullptr;
  const bool drawn = rsvg_handle_render_document(svg_.get(), cairo, &area, &raw) != FALSE;
  const Handle<GError, g_error_free> error(raw);
  if (!drawn) refuse(file_, {std::string("it cannot be drawn: ") + error->message, "Simplify the artwork."});
  check(cairo, "drawing " + file_);
}

}  // namespace pehchan

#include "print/slug.h"

#include "base/run_error.h"
#include "draw/fit_text.h"

namespace pehchan {
namespace {

const TextStyle style{.font = {"Noto Sans", font_weight::regular, 5}, .floor_pt = 4, .colour = {0.2, 0.2, 0.2}};

}  // namespace

std::string slug_of(const std::string& sheet_slug, CardSide side, const PageOrder& pages) {
  if (pages.page_of(0, CardSide::front) == pages.page_of(0, CardSide::back)) return sheet_slug + " · front and back";
  return sheet_slug + (side == CardSide::front ? " · front" : " · back");
}

DrawnText set_slug(const FontSet& fonts, const std::string& text, const Rect& room) {
  auto drawn = fit_text(fonts, style, room, text);
  if (!drawn) throw RunError(ExitCode::internal, "the line in a sheet's margin cannot be set: " + text);
  return std::move(*drawn);
}

}  // namespace pehchan

#pragma once
#include <string>
#include <string_view>

#include "draw/svg_outline.h"

namespace pehchan {

/// Looks an SVG over before any library draws it. Throws RunError (bad_config) naming `file` and what to do when it is
/// not SVG, or has text, scripts, animation, a DOCTYPE, anything that points outside the file (pictures may only be
/// embedded, as PNG or JPEG), pictures of more than 50 MP together, or would take too long or too much memory to draw
/// (see svg_cost.h). What it consists of.
SvgOutline inspect_svg(std::string_view svg, const std::string& file);

}  // namespace pehchan

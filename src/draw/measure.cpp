#include "draw/measure.h"

#include <algorithm>

#include "draw/unprintable.h"

namespace pehchan {
namespace {

Mm from_pango(int units) { return from_pt(static_cast<double>(units) / PANGO_SCALE); }

/// The set's own layout of this face, with this text in it, at FontSet::ruler_pt.
PangoLayout* shaped(const FontSet& fonts, const Font& font, std::string_view text) {
  PangoLayout* ruler = fonts.ruler(font.family, font.weight);
  if (text == pango_layout_get_text(ruler)) return ruler;  // shaped once to be checked and to be measured
  if (g_utf8_validate_len(text.data(), text.size(), nullptr) != FALSE) {
    pango_layout_set_text(ruler, text.data(), static_cast<int>(text.size()));
  } else {
    const Handle<char, g_free> repaired(g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())));
    pango_layout_set_text(ruler, repaired.get(), -1);
  }
  return ruler;
}

}  // namespace

TextExtent TextExtent::times(double factor) const {
  return {width * factor,   overhang * factor,   ascent * factor,
          descent * factor, ink_ascent * factor, ink_descent * factor};
}

TextExtent measure_line(const FontSet& fonts, const Font& font, std::string_view text) {
  PangoRectangle ink, logical;
  PangoLayout* ruler = shaped(fonts, font, text);
  pango_layout_line_get_extents(pango_layout_get_line_readonly(ruler, 0), &ink, &logical);
  const Mm strut_ascent = from_pt(FontSet::ruler_pt * fonts.strut().ascent);
  const Mm strut_descent = from_pt(FontSet::ruler_pt * fonts.strut().descent);

  TextExtent extent;
  extent.overhang = from_pango(std::max(0, -ink.x));
  extent.width = from_pango(std::max(logical.width, ink.x + ink.width)) + extent.overhang;
  extent.ink_ascent = from_pango(-ink.y);
  extent.ink_descent = from_pango(ink.y + ink.height);
  extent.ascent = std::min(from_pango(-logical.y), strut_ascent);
  extent.descent = std::min(from_pango(logical.y + logical.height), strut_descent);
  return extent.times(font.size_pt / FontSet::ruler_pt);
}

std::vector<std::string> missing_in(const FontSet& fonts, const Font& font, std::string_view text) {
  return unprintable_in(shaped(fonts, font, text));
}

}  // namespace pehchan

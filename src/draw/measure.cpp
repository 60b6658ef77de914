#include "draw/measure.h"

#include <algorithm>

namespace pehchan {
namespace {

const std::string replacement_character = "\xEF\xBF\xBD";

Mm from_pango(int units) { return from_pt(static_cast<double>(units) / PANGO_SCALE); }

std::string as_utf8(PangoGlyph unknown) {
  if (unknown == PANGO_GLYPH_INVALID_INPUT) return replacement_character;
  char bytes[6];
  const int length = g_unichar_to_utf8(unknown & ~PANGO_GLYPH_UNKNOWN_FLAG, bytes);
  return {bytes, static_cast<std::size_t>(length)};
}

std::vector<std::string> missing_in(PangoLayout* layout) {
  std::vector<std::string> missing;
  if (pango_layout_get_unknown_glyphs_count(layout) == 0) return missing;
  const PangoLayoutLine* line = pango_layout_get_line_readonly(layout, 0);
  for (const GSList* run = line->runs; run != nullptr; run = run->next) {
    const PangoGlyphString* glyphs = static_cast<PangoLayoutRun*>(run->data)->glyphs;
    for (int i = 0; i < glyphs->num_glyphs; ++i) {
      const PangoGlyph glyph = glyphs->glyphs[i].glyph;
      if ((glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0) continue;
      const std::string character = as_utf8(glyph);
      if (std::find(missing.begin(), missing.end(), character) == missing.end()) missing.push_back(character);
    }
  }
  return missing;
}

}  // namespace

TextExtent measure_line(const FontSet& fonts, const Font& font, std::string_view text) {
  const LayoutHandle layout = fonts.layout(font);
  const bool valid = g_utf8_validate_len(text.data(), text.size(), nullptr) != FALSE;
  if (valid) {
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  } else {
    const Handle<char, g_free> repaired(g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())));
    pango_layout_set_text(layout.get(), repaired.get(), -1);
  }
  PangoRectangle ink, logical;
  pango_layout_line_get_extents(pango_layout_get_line_readonly(layout.get(), 0), &ink, &logical);

  TextExtent extent;
  extent.width = from_pango(std::max(logical.width, ink.x + ink.width) - std::min(0, ink.x));
  extent.ink_ascent = from_pango(-ink.y);
  extent.ink_descent = from_pango(ink.y + ink.height);
  extent.ascent = std::max(from_pango(-logical.y), extent.ink_ascent);
  extent.descent = std::max(from_pango(logical.y + logical.height), extent.ink_descent);
  extent.missing = missing_in(layout.get());
  if (!valid) extent.missing.push_back(replacement_character);
  return extent;
}

}  // namespace pehchan

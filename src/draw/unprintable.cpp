#include "draw/unprintable.h"

#include <hb.h>

#include <algorithm>
#include <map>
#include <string_view>

namespace pehchan {
namespace {

constexpr gunichar dotted_circle = 0x25CC, replacement_character = 0xFFFD;

bool is_joiner(gunichar c) { return c == 0x200C || c == 0x200D; }

bool is_mark(gunichar c) { return g_unichar_ismark(c) != FALSE; }

/// Default_Ignorable_Code_Point of Unicode 15, where the general category does not say it.
bool is_filler(gunichar c) {
  return c == 0x034F || (c >= 0x115F && c <= 0x1160) || (c >= 0x17B4 && c <= 0x17B5) || (c >= 0x180B && c <= 0x180F) ||
         c == 0x3164 || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFFA0 || (c >= 0xE0100 && c <= 0xE01EF);
}

bool is_unseen(gunichar c) {
  switch (g_unichar_type(c)) {
    case G_UNICODE_FORMAT:
      return !is_joiner(c);
    case G_UNICODE_CONTROL:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_UNASSIGNED:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return true;
    default:
      return c == dotted_circle || c == replacement_character || is_filler(c);
  }
}

/// The layout's text under its runs: which places in it are at fault.
class Faults {
 public:
  explicit Faults(PangoLayout* layout) : text_(pango_layout_get_text(layout)) {
    look_at_characters();
    const PangoLayoutLine* line = pango_layout_get_line_readonly(layout, 0);
    for (const GSList* run = line->runs; run != nullptr; run = run->next)
      look_at_glyphs(*static_cast<const PangoLayoutRun*>(run->data));
  }

  std::vector<std::string> characters() const {
    std::vector<std::string> characters;
    for (const auto& [place, c] : found_) {
      char bytes[6];
      std::string character(bytes, static_cast<std::size_t>(g_unichar_to_utf8(c, bytes)));
      if (std::find(characters.begin(), characters.end(), character) == characters.end())
        characters.push_back(std::move(character));
    }
    return characters;
  }

 private:
  void look_at_characters() {
    bool has_base = false;
    for (const char* at = text_; *at != '\0'; at = g_utf8_next_char(at)) {
      const gunichar c = g_utf8_get_char(at);
      if (is_unseen(c) || (is_mark(c) && !has_base)) found_[at - text_] = c;
      has_marks_ = has_marks_ || is_mark(c);
      if (!is_mark(c) && !is_joiner(c)) has_base = g_unichar_isalpha(c) != FALSE;
    }
  }

  void look_at_glyphs(const PangoLayoutRun& run) {
    const char* start = text_ + run.item->offset;
    // A mark that Pango gave to another run than its letter is in another font or of another script.
    if (is_mark(g_utf8_get_char(start))) found_[start - text_] = g_utf8_get_char(start);
    hb_codepoint_t circle = 0;
    if (has_marks_) hb_font_get_nominal_glyph(pango_font_get_hb_font(run.item->analysis.font), dotted_circle, &circle);
    for (int i = 0; i < run.glyphs->num_glyphs; ++i) {
      const PangoGlyph glyph = run.glyphs->glyphs[i].glyph;
      const char* at = start + run.glyphs->log_clusters[i];
      if ((glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0) found_[at - text_] = glyph & ~PANGO_GLYPH_UNKNOWN_FLAG;
      if (circle != 0 && glyph == circle) blame_mark(at, start + run.item->length);
    }
  }

  /// A cluster with a dotted circle in it begins with the mark, or with a letter before it that was merged with it.
  void blame_mark(const char* at, const char* end) {
    const char* mark = at;
    while (mark < end && !is_mark(g_utf8_get_char(mark))) mark = g_utf8_next_char(mark);
    const char* blamed = mark < end ? mark : at;
    found_[blamed - text_] = g_utf8_get_char(blamed);
  }

  const char* text_;
  bool has_marks_ = false;
  std::map<std::ptrdiff_t, gunichar> found_;  ///< by the byte it begins at
};

}  // namespace

std::vector<std::string> unprintable_in(PangoLayout* layout) { return Faults(layout).characters(); }

}  // namespace pehchan

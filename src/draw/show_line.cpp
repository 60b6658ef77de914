#include "draw/show_line.h"

#include <string>
#include <string_view>
#include <vector>

#include "draw/raster.h"

namespace pehchan {
namespace {

double in_pt(int units) { return static_cast<double>(units) / PANGO_SCALE; }

constexpr const char *left_to_right_mark = "\u200E", *right_to_left_mark = "\u200F";

/// As it stands from left to right. Readers turn it round again, but take "، " for a part of what runs to the right,
/// unless marks around the comma tell them better, and a sign at a word's end, which then comes first, for a part of
/// what stands before it.
std::string reversed(std::string_view text) {
  std::string backward;
  bool is_in_word = false;
  for (const char* at = text.data() + text.size(); at != text.data();) {
    const char* end = at;
    at = g_utf8_prev_char(at);
    const gunichar c = g_utf8_get_char(at);
    const bool is_punctuation = g_unichar_ispunct(c) != FALSE;
    if (is_punctuation || (g_unichar_ismark(c) != FALSE && !is_in_word)) backward += right_to_left_mark;
    backward.append(at, end);
    if (is_punctuation) backward += right_to_left_mark;
    is_in_word = !is_punctuation && g_unichar_isspace(c) == FALSE;
  }
  return backward;
}

/// Cairo puts other letters into fonts of their own, and PDFium takes the pieces of a line that is turned for lines.
bool is_latin_1(const char* text) {
  for (const char* at = text; *at != '\0'; at = g_utf8_next_char(at))
    if (g_utf8_get_char(at) > 0xFF) return false;
  return true;
}

/// The glyphs of one run where they stand, and whether each of them is one letter.
class Run {
 public:
  Run(const PangoGlyphItem& item, const char* text, double x, double y) : item_(item.item), x_(x) {
    for (int i = 0; i < item.glyphs->num_glyphs; ++i) {
      const PangoGlyphInfo& glyph = item.glyphs->glyphs[i];
      if (glyph.glyph != PANGO_GLYPH_EMPTY)
        glyphs_.push_back({glyph.glyph, x_ + in_pt(glyph.geometry.x_offset), y + in_pt(glyph.geometry.y_offset)});
      x_ += in_pt(glyph.geometry.width);
    }
    PangoGlyphItemIter at;
    for (gboolean more = pango_glyph_item_iter_init_start(&at, const_cast<PangoGlyphItem*>(&item), text);
         more != FALSE && is_plain_; more = pango_glyph_item_iter_next_cluster(&at))
      add_letter(at);
  }

  /// Where the next run begins.
  double end() const { return x_; }
  int level() const { return item_->analysis.level; }
  bool is_plain() const { return is_plain_; }
  std::size_t size() const { return glyphs_.size(); }

  void show_letters(cairo_t* cairo, const char* text) const {
    show(cairo, {text + item_->offset, static_cast<std::size_t>(item_->length)}, letters_);
  }
  void show_as(cairo_t* cairo, std::string_view text) const {
    show(cairo, text, {{static_cast<int>(text.size()), static_cast<int>(glyphs_.size())}});
  }

  /// The run's letters as they stand from left to right.
  std::string letters(const char* text) const {
    const std::string_view logical(text + item_->offset, static_cast<std::size_t>(item_->length));
    return item_->analysis.level % 2 == 0 ? std::string(logical) : reversed(logical);
  }

 private:
  void add_letter(const PangoGlyphItemIter& at) {
    const PangoGlyphInfo& glyph = at.glyph_item->glyphs->glyphs[at.start_glyph];
    is_plain_ = item_->analysis.level % 2 == 0 && at.end_glyph - at.start_glyph == 1 &&
                at.end_char - at.start_char == 1 && glyph.glyph != PANGO_GLYPH_EMPTY && glyph.geometry.width != 0 &&
                glyph.geometry.x_offset == 0;
    letters_.push_back({at.end_index - at.start_index, 1});
  }

  void show(cairo_t* cairo, std::string_view text, const std::vector<cairo_text_cluster_t>& clusters) const {
    cairo_set_scaled_font(cairo, pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(item_->analysis.font)));
    if (is_raster(cairo)) {
      // Shown as glyphs they would be moved to whole pixels, and stand unevenly.
      cairo_glyph_path(cairo, glyphs_.data(), static_cast<int>(glyphs_.size()));
      return cairo_fill(cairo);
    }
    cairo_show_text_glyphs(cairo, text.data(), static_cast<int>(text.size()), glyphs_.data(),
                           static_cast<int>(glyphs_.size()), clusters.data(), static_cast<int>(clusters.size()), {});
  }

  PangoItem* item_;
  double x_;
  std::vector<cairo_glyph_t> glyphs_;
  std::vector<cairo_text_cluster_t> letters_;
  bool is_plain_ = true;
};

std::vector<Run> runs_of(const PangoLayoutLine* line, const char* text, double x, double y) {
  std::vector<Run> runs;
  for (const GSList* at = line->runs; at != nullptr; at = at->next) {
    Run run(*static_cast<const PangoLayoutRun*>(at->data), text, x, y);
    x = run.end();
    if (run.size() > 0) runs.push_back(std::move(run));
  }
  return runs;
}

}  // namespace

void show_line(cairo_t* cairo, PangoLayout* layout) {
  PangoLayoutLine* line = pango_layout_get_line_readonly(layout, 0);
  // Pango alone knows how to draw the box for a character that no font has.
  if (pango_layout_get_unknown_glyphs_count(layout) > 0) return pango_cairo_show_layout_line(cairo, line);
  double x, y;
  cairo_get_current_point(cairo, &x, &y);
  const char* text = pango_layout_get_text(layout);
  const std::vector<Run> runs = runs_of(line, text, x, y);
  if (runs.empty()) return;
  if (runs.size() == 1 && runs.front().is_plain() && is_latin_1(text)) return runs.front().show_letters(cairo, text);
  const char* mark = line->resolved_dir == PANGO_DIRECTION_RTL ? right_to_left_mark : left_to_right_mark;
  std::string whole;
  for (const Run& run : runs) {
    if (&run != &runs.front() && run.level() % 2 != (&run - 1)->level() % 2) whole += mark;
    whole += run.letters(text);
  }
  for (const Run& run : runs) run.show_as(cairo, &run == &runs.back() ? whole : "");
}

}  // namespace pehchan

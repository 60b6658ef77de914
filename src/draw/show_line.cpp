#include "draw/show_line.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace pehchan {
namespace {

double in_pt(int units) { return static_cast<double>(units) / PANGO_SCALE; }

/// The glyphs of one run, and which letters of its text they stand for.
class Run {
 public:
  Run(PangoGlyphItem* item, const char* text, double x, double y) : item_(item), text_(text), x_(x), y_(y) {
    PangoGlyphItemIter at;
    for (gboolean more = pango_glyph_item_iter_init_start(&at, item, text); more != FALSE;
         more = pango_glyph_item_iter_next_cluster(&at))
      add(at);
    end_word();
  }

  /// Where the next run begins.
  double end() const { return x_; }

  void show(cairo_t* cairo) const {
    cairo_set_scaled_font(cairo, pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(item_->item->analysis.font)));
    cairo_show_text_glyphs(cairo, text_ + item_->item->offset, item_->item->length, glyphs_.data(),
                           static_cast<int>(glyphs_.size()), clusters_.data(), static_cast<int>(clusters_.size()), {});
  }

 private:
  void add(const PangoGlyphItemIter& at) {
    const bool is_space = text_[at.start_index] == ' ';
    if (is_space) end_word();
    cairo_text_cluster_t cluster{at.end_index - at.start_index, 0};
    for (int i = at.start_glyph; i < at.end_glyph; ++i) {
      const PangoGlyphInfo& glyph = item_->glyphs->glyphs[i];
      if (glyph.glyph != PANGO_GLYPH_EMPTY) {
        glyphs_.push_back({glyph.glyph, x_ + in_pt(glyph.geometry.x_offset), y_ + in_pt(glyph.geometry.y_offset)});
        ++cluster.num_glyphs;
      }
      x_ += in_pt(glyph.geometry.width);
    }
    const PangoGlyphGeometry& last = item_->glyphs->glyphs[at.end_glyph - 1].geometry;
    const bool is_mark = last.width == 0 || last.x_offset != 0;
    is_plain_ = is_plain_ && cluster.num_glyphs == 1 && at.end_char - at.start_char == 1 && !is_mark;
    word_.push_back(cluster);
    if (is_space) end_word();
  }

  void end_word() {
    if (is_plain_) {
      clusters_.insert(clusters_.end(), word_.begin(), word_.end());
    } else {
      cairo_text_cluster_t whole{};
      for (const cairo_text_cluster_t& part : word_)
        whole.num_bytes += part.num_bytes, whole.num_glyphs += part.num_glyphs;
      clusters_.push_back(whole);
    }
    word_.clear();
    is_plain_ = true;
  }

  PangoGlyphItem* item_;
  const char* text_;
  double x_, y_;
  std::vector<cairo_glyph_t> glyphs_;
  std::vector<cairo_text_cluster_t> clusters_, word_;
  bool is_plain_ = true;
};

bool runs_left_to_right(const PangoLayoutLine* line) {
  for (const GSList* at = line->runs; at != nullptr; at = at->next)
    if (static_cast<const PangoLayoutRun*>(at->data)->item->analysis.level % 2 != 0) return false;
  return true;
}

}  // namespace

void show_line(cairo_t* cairo, PangoLayout* layout) {
  PangoLayoutLine* line = pango_layout_get_line_readonly(layout, 0);
  // Pango alone knows how to draw the box for a character that no font has.
  if (pango_layout_get_unknown_glyphs_count(layout) > 0 || !runs_left_to_right(line))
    return pango_cairo_show_layout_line(cairo, line);
  double x, y;
  cairo_get_current_point(cairo, &x, &y);
  for (const GSList* at = line->runs; at != nullptr; at = at->next) {
    const Run run(static_cast<PangoLayoutRun*>(at->data), pango_layout_get_text(layout), x, y);
    run.show(cairo);
    x = run.end();
  }
}

}  // namespace pehchan

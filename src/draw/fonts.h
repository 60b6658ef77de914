#pragma once
#include <string_view>

#include "draw/handles.h"
#include "model/card_template.h"

struct _FcConfig;
extern "C" void FcConfigDestroy(_FcConfig* config);

namespace pehchan {

/// The line that both scripts of the set fit in, per em: placing by it keeps Latin and Devanagari on one baseline.
struct Strut {
  double ascent = 0, descent = 0;
};

/// The private font set: what lies in data_folder()/fonts and nothing else, whatever the machine has installed, so that
/// a card looks the same everywhere. "Noto Sans" takes what it lacks from "Noto Sans Devanagari" and the other way
/// round; a family the set has not got is drawn in those two as well (ask has_family). Making one costs about 10 ms
/// and it is not shared between threads: keep one a thread.
class FontSet {
 public:
  /// Throws RunError (bad_config) when a font is missing or cannot be read.
  FontSet();

  /// In any weight.
  bool has_family(std::string_view family) const;
  bool has_face(std::string_view family, int weight) const;

  const Strut& strut() const { return strut_; }

  /// A new empty layout in this font: resolution 72, so that a unit of the layout is 1/1024 pt; no hinting, no rounding
  /// of positions, no hyphens, never wrapped.
  LayoutHandle layout(const Font& font) const;

 private:
  Handle<_FcConfig, FcConfigDestroy> config_;
  FontMapHandle map_;
  ContextHandle context_;
  Strut strut_;
};

}  // namespace pehchan

#pragma once
#include <string_view>

#include "draw/handles.h"
#include "model/card_template.h"

struct _FcConfig;
extern "C" void FcConfigDestroy(_FcConfig* config);

namespace pehchan {

/// The line that Latin and Devanagari fit in, per em: placing by it, whatever the script, keeps all on one baseline.
struct Strut {
  double ascent = 0, descent = 0;
};

/// The private font set: what lies in data_folder()/fonts and nothing else, whatever fonts, fontconfig or locale the
/// machine has, so that a card looks the same everywhere. Each character comes from the first family that has it: the
/// one asked for, then Noto Sans, then Noto's families of twelve Indian scripts in a fixed order (fonts/README.md), all
/// in the weight asked for. So a family that the set has not got is drawn in those (ask has_family). The first of a
/// process costs 13 ms (fontconfig starts), another 2 ms and its first texts 1 to 4 more; it is not shared between
/// threads: keep one a thread.
class FontSet {
 public:
  /// Throws RunError (bad_config) when a Regular or Bold of those families is missing, or a file cannot be read.
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

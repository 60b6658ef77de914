#pragma once
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "draw/handles.h"
#include "model/card_template.h"

struct _FcConfig;
extern "C" void FcConfigDestroy(_FcConfig* config);

namespace pehchan {

/// The line that the set's scripts fit in, per em: placing by it, whatever the text, keeps all on one baseline.
/// Nastaliq, which is twice as high, does not count.
struct Strut {
  double ascent = 0, descent = 0;
  double middle =
      0;  ///< above the baseline: what looks like the middle, which is that of Latin's and Devanagari's line
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
  /// In the order of their names.
  std::set<std::string, std::less<>> families() const;

  const Strut& strut() const { return strut_; }

  /// A new empty layout in this font: resolution 72, so that a unit of the layout is 1/1024 pt; no hinting, no rounding
  /// of positions, no hyphens, never wrapped.
  LayoutHandle layout(const Font& font) const;

  /// The one layout of this face that is kept for measuring, at `ruler_pt`. Whoever asks next finds another text in it.
  PangoLayout* ruler(const std::string& family, int weight) const;
  static constexpr double ruler_pt = 100;

 private:
  Handle<_FcConfig, FcConfigDestroy> config_;
  FontMapHandle map_;
  ContextHandle context_;
  mutable std::map<std::pair<std::string, int>, LayoutHandle> rulers_;
  Strut strut_;
};

}  // namespace pehchan

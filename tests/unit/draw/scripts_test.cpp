// Every script of India's that the program promises, in its own font.
#include <gtest/gtest.h>
#include <pango/pangofc-font.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "draw/every_script.h"
#include "draw/fonts.h"
#include "draw/handles.h"
#include "draw/measure.h"

namespace pehchan {
namespace {

class EveryScript : public testing::TestWithParam<Script> {
 protected:
  /// "family weight" of each font that a part of the text is drawn in.
  std::set<std::string> faces(const Font& font, const std::string& text) const {
    const LayoutHandle layout = fonts_.layout(font);
    pango_layout_set_text(layout.get(), text.c_str(), -1);
    std::set<std::string> found;
    const PangoLayoutLine* line = pango_layout_get_line_readonly(layout.get(), 0);
    for (const GSList* at = line->runs; at != nullptr; at = at->next) {
      const auto* run = static_cast<const PangoLayoutRun*>(at->data);
      const FontDescriptionHandle face(pango_font_describe(run->item->analysis.font));
      found.insert(std::string(pango_font_description_get_family(face.get())) + " " +
                   std::to_string(pango_font_description_get_weight(face.get())));
    }
    return found;
  }

  const FontSet fonts_;
};

TEST_P(EveryScript, IsDrawnWhollyByItsOwnFontWhateverTheStyleNames) {
  const Script& script = GetParam();
  for (const int weight : {font_weight::regular, font_weight::bold}) {
    for (const std::string family : {"Noto Sans", "Noto Sans Devanagari", "Noto Nastaliq Urdu", "Comic Sans MS"}) {
      if (script.family == "Noto Sans" && family != script.family) continue;  // all fonts have some of its letters
      EXPECT_EQ(faces({family, weight, 10}, script.text), std::set{script.family + " " + std::to_string(weight)})
          << "in a style of " << family;
      EXPECT_TRUE(missing_in(fonts_, {family, weight, 10}, script.text).empty());
    }
  }
}

TEST_P(EveryScript, IsBolderInBold) {
  const auto width = [&](int weight) {
    return measure_line(fonts_, {"Noto Sans", weight, 10}, GetParam().text).width.value;
  };
  EXPECT_GT(std::abs(width(font_weight::bold) / width(font_weight::regular) - 1), 0.001) << "not the same file";
}

TEST_P(EveryScript, IsMeasuredAtOneSizeForAll) {
  const std::string text = GetParam().text + " Ram 142";
  for (const double size : {5.0, 6.8, 14.0, 71.3}) {
    const Font font{"Noto Sans", font_weight::bold, size};
    const LayoutHandle layout = fonts_.layout(font);
    pango_layout_set_text(layout.get(), text.c_str(), -1);
    PangoRectangle ink, logical;
    pango_layout_get_extents(layout.get(), &ink, &logical);
    const auto mm = [](int units) { return from_pt(static_cast<double>(units) / PANGO_SCALE).value; };
    const TextExtent extent = measure_line(fonts_, font, text);
    const double close = 0.002 * from_pt(size).value + 0.006;  // Cairo gives ink in 1/64 pt
    EXPECT_NEAR(extent.ink_ascent.value, mm(pango_layout_get_baseline(layout.get()) - ink.y), close) << size;
    EXPECT_NEAR(extent.ink_ascent.value + extent.ink_descent.value, mm(ink.height), close) << size;
    EXPECT_NEAR(extent.overhang.value, mm(std::max(0, -ink.x)), close) << size;
    EXPECT_NEAR(extent.width.value, mm(std::max(logical.width, ink.x + ink.width) - std::min(0, ink.x)), 2 * close)
        << size;
  }
}

TEST_P(EveryScript, LooksTheSameBesideAnyOther) {
  const Script& script = GetParam();
  const Font font{"Noto Sans", font_weight::regular, 10};
  const auto width = [&](const std::string& text) { return measure_line(fonts_, font, text).width.value; };
  for (const Script& other : scripts) {
    if (script.family == "Noto Nastaliq Urdu" || other.family == script.family) continue;
    const auto both = faces(font, script.text + " " + other.text);
    EXPECT_TRUE(both.contains(script.family + " 400") && both.contains(other.family + " 400")) << other;
    EXPECT_EQ(both.size(), 2U) << other;
    EXPECT_NEAR(width(script.text + "," + other.text + ","), width(script.text + ",") + width(other.text + ","), 0.25)
        << other;
  }
}

INSTANTIATE_TEST_SUITE_P(FontSet, EveryScript, testing::ValuesIn(scripts),
                         [](const testing::TestParamInfo<Script>& script) { return script.param.name; });

}  // namespace
}  // namespace pehchan

// Every script of India's that the program promises, in its own font.
#include <gtest/gtest.h>
#include <pango/pangofc-font.h>

#include <cmath>
#include <ostream>
#include <set>

#include "draw/fonts.h"
#include "draw/handles.h"
#include "draw/measure.h"

namespace pehchan {
namespace {

struct Script {
  const char* name;
  std::string family;
  std::string text;  ///< with conjuncts, marks on both sides and its own digits
};
std::ostream& operator<<(std::ostream& out, const Script& script) { return out << script.name; }

const Script scripts[] = {
    {"Latin", "Noto Sans", "Savitri Zoë D’Souza 142"},
    {"Devanagari", "Noto Sans Devanagari", "श्रीमती सावित्री कुशवाहा १४२ ज़िला"},
    {"Bengali", "Noto Sans Bengali", "শ্রীমতী সাবিত্রী চৌধুরী ১৪২"},
    {"Tamil", "Noto Sans Tamil", "தமிழ்ச்செல்வி ஸ்ரீநிவாசன் ௧௪௨"},
    {"Telugu", "Noto Sans Telugu", "శ్రీనివాస్ కృష్ణమూర్తి ౧౪౨"},
    {"OlChiki", "Noto Sans Ol Chiki", "ᱥᱟᱱᱛᱟᱲᱤ ᱢᱩᱨᱢᱩ ᱑᱔᱒"},
    {"Urdu", "Noto Nastaliq Urdu", "محمد عبدالرحمٰن شیخ ۱۴۲"},
    {"Gujarati", "Noto Sans Gujarati", "શ્રીમતી ક્ષત્રિય ૧૪૨"},
    {"Gurmukhi", "Noto Sans Gurmukhi", "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ ਸ਼ੇਰਗਿੱਲ ੧੪੨"},
    {"Odia", "Noto Sans Oriya", "ଶ୍ରୀମତୀ କୃଷ୍ଣା ଓଡ଼ିଆ ୧୪୨"},
    {"Kannada", "Noto Sans Kannada", "ಶ್ರೀಮತಿ ಕೃಷ್ಣಮೂರ್ತಿ ೧೪೨"},
    {"Malayalam", "Noto Sans Malayalam", "ശ്രീമതി കൃഷ്ണൻകുട്ടി ൧൪൨"},
    {"MeeteiMayek", "Noto Sans Meetei Mayek", "ꯃꯩꯇꯩ ꯃꯌꯦꯛ ꯏꯕꯣꯃꯆꯥ ꯱꯴꯲"},
};

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
      EXPECT_TRUE(measure_line(fonts_, {family, weight, 10}, script.text).missing.empty());
    }
  }
}

TEST_P(EveryScript, IsBolderInBold) {
  const auto width = [&](int weight) {
    return measure_line(fonts_, {"Noto Sans", weight, 10}, GetParam().text).width.value;
  };
  EXPECT_GT(std::abs(width(font_weight::bold) / width(font_weight::regular) - 1), 0.001) << "not the same file";
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

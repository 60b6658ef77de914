#include "draw/unprintable.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "draw/fonts.h"
#include "draw/measure.h"

namespace pehchan {
namespace {

using Characters = std::vector<std::string>;

struct Case {
  const char* name;
  std::string text;
  Characters told;
};
std::ostream& operator<<(std::ostream& out, const Case& one) { return out << one.name; }

class Unprintable : public testing::TestWithParam<Case> {
 protected:
  const FontSet fonts_;
};

TEST_P(Unprintable, IsToldByItsCharacters) {
  for (const char* family : {"Noto Sans", "Noto Sans Devanagari"})
    EXPECT_EQ(missing_in(fonts_, {family, font_weight::regular, 10}, GetParam().text), GetParam().told) << family;
}

std::string name_of_case(const testing::TestParamInfo<Case>& one) { return one.param.name; }

INSTANTIATE_TEST_SUITE_P(
    Faulty, Unprintable,
    testing::Values(Case{"NoFontHasIt", "Ram 中 ก", {"中", "ก"}},
                    Case{"InTheOrderOfTheText", "中 ि Ram \u200e", {"中", "ि", "\u200e"}},
                    Case{"OnceEach", "中 ि 中 ि", {"中", "ि"}}, Case{"Emoji", "Ram 😀", {"😀"}},
                    Case{"PrivateUse", "Ram \ue000", {"\ue000"}}, Case{"Unassigned", "राम \u0378", {"\u0378"}},
                    Case{"SoftHyphen", "Savi\u00adtri", {"\u00ad"}}, Case{"ByteOrderMark", "\ufeffRam", {"\ufeff"}},
                    Case{"ZeroWidthSpace", "Ram\u200bDevi", {"\u200b"}},
                    Case{"DirectionMark", "Ram\u202e123", {"\u202e"}}, Case{"Tab", "Ram\tDevi", {"\t"}},
                    Case{"LineBreak", "Ram\nDevi", {"\n"}}, Case{"ParagraphSeparator", "Ram\u2029Devi", {"\u2029"}},
                    Case{"VariationSelector", "क\ufe0f", {"\ufe0f"}}, Case{"Filler", "Ram\u3164", {"\u3164"}},
                    Case{"GraphemeJoiner", "क\u034f", {"\u034f"}},
                    Case{"ReplacementCharacter", "Ram\ufffd", {"\ufffd"}}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Lone, Unprintable,
    testing::Values(Case{"VowelSignFirst", "ाराम", {"ा"}}, Case{"LeftVowelSignFirst", "िराम", {"ि"}},
                    Case{"VowelSignAfterABlank", "राम ि", {"ि"}}, Case{"VowelSignAfterALatinLetter", "Ramि", {"ि"}},
                    Case{"VowelSignAfterANumber", "12ि", {"ि"}}, Case{"NuktaFirst", "़ज़िला", {"़"}},
                    Case{"NuktaAfterABlank", "राम ़", {"़"}}, Case{"SecondVirama", "क््ष", {"्"}},
                    Case{"AnusvaraFirst", "ंक", {"ं"}}, Case{"VisargaAfterAFullStop", "राम.ः", {"ः"}},
                    Case{"Bengali", "িরাম", {"ি"}}, Case{"Tamil", "ூர்", {"ூ"}}, Case{"Telugu", "ృష్ణ", {"ృ"}},
                    Case{"Gujarati", "િરામ", {"િ"}}, Case{"Gurmukhi", "ਿਸੰਘ", {"ਿ"}}, Case{"Odia", "ିରାମ", {"ି"}},
                    Case{"Kannada", "ಿರಾಮ", {"ಿ"}}, Case{"Malayalam", "ിരാമ", {"ി"}}, Case{"MeeteiMayek", "ꯤꯃ", {"ꯤ"}},
                    Case{"Urdu", "\u0651محمد", {"\u0651"}}, Case{"Latin", "\u0301Ram", {"\u0301"}},
                    Case{"AccentOnADevanagariLetter", "क\u0301", {"\u0301"}},
                    Case{"BengaliSignOnADevanagariLetter", "কক\u093f", {"\u093f"}},
                    Case{"CopiedDottedCircle", "◌ाराम", {"◌", "ा"}}, Case{"DottedCircleAlone", "Ram ◌", {"◌"}}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Sound, Unprintable,
    testing::Values(Case{"Empty", "", {}}, Case{"Joiners", "क्\u200dष क्\u200cष", {}},
                    Case{"JoinerBeforeASign", "\u0d28\u0d4d\u200d श्री\u200d", {}},
                    Case{"Nuktas", "ज़िला क़ुरैशी गढ़वाल", {}}, Case{"SignsOneUponAnother", "र्मिं ऊँ हैं सिंह", {}},
                    Case{"ViramaAtTheEnd", "श्रीमान्", {}}, Case{"ComposedLatin", "Zoë Jose\u0301", {}},
                    Case{"Vedic", "क\u0951", {}}, Case{"UrduMarks", "محمّد عبدالرحمٰن", {}},
                    Case{"NoBreakSpace", "राम\u00a0Ram", {}}, Case{"Punctuation", "राम (Ram) – ‘14’ ₹5 · ×।", {}},
                    Case{"BengaliNukta", "ড়ঢ়য় চাঁদ", {}}, Case{"ScriptsMixed", "राम Ram রাম ராம் 123 رام", {}}),
    name_of_case);

}  // namespace
}  // namespace pehchan

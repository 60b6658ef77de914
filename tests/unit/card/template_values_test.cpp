// Each kind of value that card.toml can have wrong, and where and how it is told.
#include <gtest/gtest.h>

#include <ostream>

#include "card/written_template.h"

namespace pehchan {
namespace {

struct Slip {
  const char* name;
  std::string from, to;
  std::string told;  ///< from the start of the message
};
std::ostream& operator<<(std::ostream& out, const Slip& slip) { return out << slip.name; }
std::string name_of_slip(const testing::TestParamInfo<Slip>& slip) { return slip.param.name; }

class TemplateSlip : public testing::TestWithParam<Slip> {};

TEST_P(TemplateSlip, IsToldWithItsPlaceAndWhatWouldBeRight) {
  const std::string text = told_after(GetParam().from, GetParam().to);
  EXPECT_TRUE(text.starts_with(GetParam().told)) << text;
}

const std::string style_end = "lines = 2\n", text_end = "style = \"name\"\n";
INSTANTIATE_TEST_SUITE_P(
    ParseTemplate, TemplateSlip,
    testing::Values(
        Slip{"RootKey", "schema = 1", "schema = 1\ncolor = 1",
             "2:1: card.toml has no key \"color\"; it may have schema"},
        Slip{"StyleKey", style_end, "lines = 2\ncolor = \"#FFFFFF\"\n",
             "10:1: [styles.name] has no key \"color\"; is it \"colour\"?"},
        Slip{"TextKey", text_end, text_end + "whn = \"office\"\n",
             "22:1: [[front.text]] has no key \"whn\"; is it \"when\"?"},
        Slip{"PortraitKey", "[3, 17, 25, 32]", "[3, 17, 25, 32]\nradius_mn = 2",
             "17:1: [front.portrait] has no key \"radius_mn\"; is it \"radius_mm\"?"},
        Slip{"QrKey", "[4, 5, 30, 30]", "[4, 5, 30, 30]\nlevel = \"M\"", "28:1: [back.qr] has no key \"level\""},
        Slip{"SideKey", "[back]", "[back]\nartwrok = 1", "24:1: [back] has no key \"artwrok\"; is it \"artwork\"?"},
        Slip{"MissingKey", "size_pt = 12\n", "", "6:1: [styles.name] needs the key \"size_pt\""},
        Slip{"MissingBox", "box = [31, 14, 51, 9]\n", "", "18:1: [[front.text]] needs the key \"box\""},
        Slip{"OtherSchema", "schema = 1", "schema = 2", "1:10: this program reads schema 1"},
        Slip{"TextForANumber", "bleed_mm = 2", "bleed_mm = \"2\"", "3:12: \"bleed_mm\" must be a number from 0 to 20"},
        Slip{"TrueForANumber", "bleed_mm = 2", "bleed_mm = true", "3:12: \"bleed_mm\" must be a number"},
        Slip{"NegativeNumber", "bleed_mm = 2", "bleed_mm = -1", "3:12: \"bleed_mm\" must be a number"},
        Slip{"NoNumber", "size_pt = 12", "size_pt = nan", "7:11: \"size_pt\" must be a number from 3 to 200"},
        Slip{"TooSmall", "floor_pt = 8", "floor_pt = 2", "8:12: \"floor_pt\" must be a number from 3"},
        Slip{"HalfALine", "lines = 2", "lines = 1.5", "9:9: \"lines\" must be a whole number"},
        Slip{"FloorAboveSize", "floor_pt = 8", "floor_pt = 13", "8:12: \"floor_pt\" must not be larger than"},
        Slip{"NumberForAText", "text = \"{name}\"", "text = 7", "19:8: \"text\" must be a text in quotes"},
        Slip{"OtherWeight", style_end, "lines = 2\nweight = \"heavy\"\n",
             "10:10: \"weight\" must be one of regular, medium, semibold, bold"},
        Slip{"TrueForAWeight", style_end, "lines = 2\nweight = true\n", "10:10: \"weight\" must be"},
        Slip{"OtherWord", style_end, "lines = 2\nalign = \"center\"\n",
             "10:9: \"align\" must be one of left, centre, right"},
        Slip{"NumberForAWord", style_end, "lines = 2\nvertical = 1\n", "10:12: \"vertical\" must be"},
        Slip{"ColourWord", "#FF8000", "orange", "10:10: \"colour\" must be a colour such as"},
        Slip{"ShortColour", "#FF8000", "#F80", "10:10: \"colour\" must be a colour"},
        Slip{"ColourOfNoHex", "#FF8000", "#GG8000", "10:10: \"colour\" must be a colour"},
        Slip{"SizeOfOne", "[85.6, 54]", "[85.6]", "2:11: \"size_mm\" must be [width, height] in mm"},
        Slip{"SizeOfNothing", "[85.6, 54]", "[85.6, 0]", "2:11: \"size_mm\" must be larger than nothing"},
        Slip{"SizeOfMetres", "[85.6, 54]", "[8560, 5400]", "2:11: \"size_mm\" must be"},
        Slip{"BoxOfFive", "[31, 14, 51, 9]", "[31, 14, 51, 9, 1]", "20:7: \"box\" must be [x, y, width, height] in mm"},
        Slip{"BoxOfWords", "[31, 14, 51, 9]", "[31, 14, \"51\", 9]", "20:7: \"box\" must be [x, y, width, height]"},
        Slip{"BoxOfNoWidth", "[31, 14, 51, 9]", "[31, 14, -51, 9]", "20:7: \"box\" must have a width and a height"},
        Slip{"StyleThatIsNone", text_end, "style = \"nane\"\n", "21:9: there is no style \"nane\"; is it \"name\"?"},
        Slip{"StyleFarFromAll", text_end, "style = \"title\"\n",
             "21:9: there is no style \"title\": add [styles.title]"},
        Slip{"ConditionOnNoField", text_end, text_end + "when = \"offise\"\n",
             "22:8: there is no field \"offise\"; is it \"office\"?"},
        Slip{"ConditionFarFromAll", text_end, text_end + "unless = \"signature\"\n",
             "22:10: there is no field \"signature\"; use a column of the roll"},
        Slip{"PatternOfNoField", "{name}", "{nam}", "19:8: there is no field \"nam\"; is it \"name\"?"},
        Slip{"LineBreak", "{name}", "{name}\\nx", "19:8: a text is one paragraph"},
        Slip{"TextOfNothing", "{name}", "", "19:8: nothing is written here: write words or a {field}"},
        Slip{"TextOfBlanks", "{name}", "  ", "19:8: nothing is written here"},
        Slip{"BarcodeOfNothing", "[back]", "[[front.barcode]]\ntext = \" \"\nbox = [31, 30, 45, 9]\n[back]",
             "24:8: nothing is written here"},
        Slip{"LineToItsBegin", "[back]", "[[front.line]]\nfrom = [4, 5]\nto = [4, 5]\nwidth_mm = 1\n[back]",
             "25:6: the line is no longer than a point"},
        Slip{"CornerBeyondTheMiddle", "[85.6, 54]", "[85.6, 15]\ncorner_radius_mm = 7.6",
             "3:20: \"corner_radius_mm\" must not be more than half the card's shorter side, which is 7.5 mm"},
        Slip{"StylesNoTable", "[styles.name]", "[styles]\nname = 3\n[styles.other]", "7:8: \"name\" must be a table"},
        Slip{"PortraitNoTable", "[front.portrait]\nbox", "portrait", "15:12: \"portrait\" must be a table"},
        Slip{"TextNoList", "[[front.text]]", "[front.text]", "18:1: write each text as [[front.text]]"}),
    name_of_slip);

}  // namespace
}  // namespace pehchan

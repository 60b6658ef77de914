#include "card/parse_template.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/run_error.h"
#include "card/written_template.h"
#include "support/build_paths.h"

namespace pehchan {
namespace {

bool tells(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(ParseTemplate, ReadsTheShippedTemplate) {
  const CardTemplate design = parse_template(PEHCHAN_SOURCE "/templates/member");
  EXPECT_EQ(design.name, "member");
  EXPECT_EQ(design.size, (Size{85.6_mm, 53.98_mm})) << "ID-1";
  EXPECT_EQ(design.bleed, 2_mm);
  EXPECT_TRUE(design.front.portrait);
  EXPECT_TRUE(design.back.qr);
  EXPECT_TRUE(design.front.artwork.bytes.find("<svg") != std::string::npos);
  EXPECT_GT(design.back.texts.size(), 5U);
}

TEST(ParseTemplate, NamesATemplateAfterItsFolder) {
  EXPECT_EQ(parse_template(PEHCHAN_SOURCE "/templates/member/").name, "member");
}

TEST(ParseTemplate, ReadsEachValue) {
  const CardTemplate design =
      parsed(changed({{"lines = 2",
                       "lines = 2\nfamily = \"Noto Sans Devanagari\"\nweight = \"bold\"\n"
                       "line_height = 1.5\nalign = \"right\"\nvertical = \"bottom\""},
                      {"[3, 17, 25, 32]", "[3, 17, 25, 32]\nshape = \"rounded\"\nradius_mm = 1.8"},
                      {"style = \"name\"", "style = \"name\"\nwhen = \"office\""}}));
  ASSERT_EQ(design.front.texts.size(), 1U);
  const TextElement& text = design.front.texts[0];
  EXPECT_EQ(text.text, "{name}");
  EXPECT_EQ(text.box, (Rect{31_mm, 14_mm, 51_mm, 9_mm}));
  EXPECT_EQ(text.visibility.when, (Condition{Field::office, {}}));
  EXPECT_EQ(text.visibility.unless, std::nullopt);
  EXPECT_EQ(text.style.font, (Font{"Noto Sans Devanagari", font_weight::bold, 12}));
  EXPECT_EQ(text.style.floor_pt, 8);
  EXPECT_EQ(text.style.line_height, 1.5);
  EXPECT_EQ(text.style.lines, 2);
  EXPECT_EQ(text.style.align, Align::right);
  EXPECT_EQ(text.style.vertical, VerticalAlign::bottom);
  EXPECT_NEAR(text.style.colour.g, 128 / 255.0, 1e-9);
  ASSERT_TRUE(design.front.portrait);
  EXPECT_EQ(design.front.portrait->radius, 1.8_mm);
  EXPECT_EQ(design.back.qr->box, (Rect{4_mm, 5_mm, 30_mm, 30_mm}));
}

TEST(ParseTemplate, HasADefaultForWhatAStyleLeavesOut) {
  const TextStyle style =
      parsed(changed({{"floor_pt = 8\nlines = 2\ncolour = \"#FF8000\"\n", ""}})).front.texts.at(0).style;
  EXPECT_EQ(style.font, (Font{"Noto Sans", font_weight::regular, 12}));
  EXPECT_EQ(style.floor_pt, 12) << "never shrunk";
  EXPECT_EQ(style.lines, 1);
  EXPECT_EQ(style.line_height, 1.25);
  EXPECT_EQ(style.align, Align::left);
  EXPECT_EQ(style.vertical, VerticalAlign::middle);
  EXPECT_EQ(style.colour, Colour{}) << "black";
}

TEST(ParseTemplate, TellsThatThereIsNoCardToml) {
  try {
    parse_template(PEHCHAN_SOURCE "/templates/sheets");
    FAIL() << "accepted";
  } catch (const RunError& error) {
    EXPECT_EQ(error.code, ExitCode::missing_input);
    EXPECT_TRUE(tells(error.what(), "templates/sheets/card.toml")) << error.what();
  }
}

TEST(ParseTemplate, TellsAllMistakesAtOnceInTheOrderOfTheFile) {
  const std::string text = told(changed({{"bleed_mm = 2", "bleed = 2"},
                                         {"floor_pt = 8", "floor_pt = \"8\""},
                                         {"\"{name}\"", "\"{nmae}\""},
                                         {"back.svg", "gone.svg"},
                                         {"[4, 5, 30, 30]", "[4, 5, 30]"}}));
  std::vector<std::size_t> places;
  for (const char* part : {"3:1: ", "8:12: ", "19:8: ", "24:11: ", "27:7: "}) places.push_back(text.find(part));
  EXPECT_TRUE(std::is_sorted(places.begin(), places.end())) << text;
  EXPECT_EQ(std::count(places.begin(), places.end(), std::string::npos), 0) << text;
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 5) << "and bleed_mm is missing: " << text;
}

TEST(ParseTemplate, TellsACardsKeyBelowATableOnceAndNothingThatFollowsFromIt) {
  const std::string moved = changed({{"bleed_mm = 2\n", ""}, {"[3, 17, 25, 32]", "\"#photo\""}}) + "bleed_mm = 2\n" +
                            "[[back.rectangle]]\nbox = [-2, -2, 89, 58]\nfill = \"#FFFFFF\"\n";
  EXPECT_EQ(told(moved), "27:1: \"bleed_mm\" must stand above the first [table]: here it belongs to [back.qr]");
  EXPECT_EQ(told(changed({{"size_mm = [85.6, 54]\n", ""}, {"[styles.name]", "[styles.name]\nsize_mm = [85.6, 54]"}})),
            "6:1: \"size_mm\" must stand above the first [table]: here it belongs to [styles.name]");
}

TEST(ParseTemplate, DemandsACardThatGoesOnASheet) {
  EXPECT_EQ(told_after("[85.6, 54]", "[85.6, 54000]"), "2:11: \"size_mm\" must be [width, height] in mm");
  EXPECT_TRUE(tells(told_after("[85.6, 54]", "[85.6, 540]"), "2:11: \"size_mm\" must be 400 mm a side at most"));
}

TEST(ParseTemplate, TellsATextWithoutTheNameOfAStyle) {
  EXPECT_EQ(told_after("style = \"name\"", "style = \"\""), "21:9: \"style\" must be the NAME of a [styles.NAME]");
}

TEST(ParseTemplate, RefusesWhatWouldTakeTheParserTooDeep) {
  std::string keys, tables;
  for (int i = 0; i < 40'000; ++i) keys += "a.", tables += "[";
  EXPECT_TRUE(tells(told(right_toml() + keys + "a = 1\n"), "28:66: this lies too deep"));
  EXPECT_TRUE(tells(told(right_toml() + "a = " + tables), "28:37: this lies too deep"));
}

TEST(ParseTemplate, TakesEndingsInCapitals) {
  EXPECT_TRUE(tells(told_after("front.svg", "FRONT.SVG"), "there is no file"));
  EXPECT_TRUE(tells(told_after("[back.qr]", "[[back.picture]]\nfile = \"LOGO.JPG\"\nbox = [40, 40, 5, 5]\n[back.qr]"),
                    "there is no file"));
}

TEST(ParseTemplate, TellsBrokenTomlWithItsLine) {
  EXPECT_TRUE(told_after("size_pt = 12", "size_pt = ").starts_with("7:"));
  EXPECT_TRUE(told_after("schema = 1", "schema = 1\nschema = 1").starts_with("2:"));
  EXPECT_TRUE(told("size_mm = [85.6, 54]\nname = \"\xFF\"\n").starts_with("2:"));
}

TEST(ParseTemplate, TellsMissingArtwork) {
  const std::string text = told_after("front.svg", "frnt.svg");
  EXPECT_TRUE(text.starts_with("13:11: ") && tells(text, "frnt.svg")) << text;
}

TEST(ParseTemplate, TakesArtworkOnlyFromItsOwnFolder) {
  for (const char* name : {"../front.svg", "/etc/front.svg", "a\\\\front.svg", "front.png"})
    EXPECT_TRUE(tells(told_after("front.svg", name), "in the template's own folder")) << name;
}

TEST(ParseTemplate, GivesARoundPortraitTheSquareThatTheCircleFills) {
  const CardTemplate design = parsed(changed({{"[3, 17, 25, 32]", "[3, 17, 25, 32]\nshape = \"circle\""}}));
  EXPECT_EQ(design.front.portrait->box, (Rect{3_mm, 20.5_mm, 25_mm, 25_mm}));
}

}  // namespace
}  // namespace pehchan

#include "card/fill_text.h"

#include <gtest/gtest.h>

namespace pehchan {
namespace {

Member savitri() {
  Member member;
  member[Field::name] = "Savitri Devi";
  member[Field::name_local] = "सावित्री देवी";
  member[Field::mobile] = "+919999900123";
  member[Field::booth_no] = "142";
  member[Field::valid_until] = "2029-03-31";
  return member;
}

std::string filled(std::string_view pattern) {
  const auto pieces = parse_pattern(pattern);
  return pieces ? fill(*pieces, savitri(), {"UP-LKO-000123-7"}) : "mistake: " + pieces.error();
}

std::string mistake(std::string_view pattern) {
  const auto pieces = parse_pattern(pattern);
  return pieces ? "accepted" : pieces.error();
}

TEST(FillText, PutsValuesIntoTheirPlaces) {
  EXPECT_EQ(filled("{name}"), "Savitri Devi");
  EXPECT_EQ(filled("बूथ {booth_no}: {name_local}!"), "बूथ 142: सावित्री देवी!");
  EXPECT_EQ(filled("{name}{booth_no}"), "Savitri Devi142");
}

TEST(FillText, KnowsTheCardNumber) { EXPECT_EQ(filled("No. {card_no}"), "No. UP-LKO-000123-7"); }

TEST(FillText, KnowsEveryColumnOfARoll) {
  for (const auto name : field_names) EXPECT_EQ(mistake("{" + std::string(name) + "}"), "accepted");
}

TEST(FillText, WritesDatesAsIndiaDoes) { EXPECT_EQ(filled("{valid_until|date}"), "31-03-2029"); }

TEST(FillText, AppliesFiltersInTheirOrder) {
  EXPECT_EQ(filled("{valid_until|date-hindi:d MMMM yyyy|digits-hindi}"), "३१ मार्च २०२९");
  EXPECT_EQ(filled("{valid_until|digits-hindi|date}"), "२०२९-०३-३१") << "no date any more";
  EXPECT_EQ(filled("{valid_until|date:d MMM yyyy|upper}"), "31 MAR 2029");
}

TEST(FillText, LeavesWhatIsNoDateAsItIs) { EXPECT_EQ(filled("{booth_no|date}"), "142"); }

TEST(FillText, WritesUpperCaseAndLeavesDevanagariAlone) {
  EXPECT_EQ(filled("{name|upper}"), "SAVITRI DEVI");
  EXPECT_EQ(filled("{name_local|upper}"), "सावित्री देवी");
}

TEST(FillText, MasksAMobileNumberWithoutItsCountryCode) {
  EXPECT_EQ(filled("{mobile|mask:4}"), "××××××0123");
  EXPECT_EQ(filled("{mobile|mask:0}"), "××××××××××");
  EXPECT_EQ(filled("{mobile|mask:20}"), "9999900123");
}

TEST(FillText, MasksWholeLettersWithTheirSignsAndNeitherBytesNorSigns) {
  EXPECT_EQ(filled("{name_local|mask:2}"), "××××देवी");
  EXPECT_EQ(filled("{name_local|mask:4}"), "××त्री देवी");
  EXPECT_EQ(filled("{name_local|mask:0}"), "××××××");
}

TEST(FillText, WritesDoubledBracesAsOne) {
  EXPECT_EQ(filled("{{a}} {name}"), "{a} Savitri Devi");
  EXPECT_EQ(filled("{{name}}"), "{name}");
  EXPECT_EQ(filled("{{{name}}}"), "{Savitri Devi}");
}

TEST(FillText, LeavesATextOutWhosePlacesAreAllEmpty) {
  EXPECT_EQ(filled("Office: {office}"), "");
  EXPECT_EQ(filled("{office|upper} {epic_no|mask:4}"), "");
  EXPECT_EQ(filled("{office} {name}"), " Savitri Devi") << "one is there";
  EXPECT_EQ(filled("Members only"), "Members only") << "it has no places";
}

TEST(FillText, TellsLiteralsFromTextsWithPlaces) {
  EXPECT_TRUE(is_literal(*parse_pattern("Members {{only}}")));
  EXPECT_FALSE(is_literal(*parse_pattern("Members {name}")));
}

TEST(FillText, TellsAMistypedNameAndTheNearest) {
  EXPECT_EQ(mistake("{nam}"), "there is no field \"nam\"; is it \"name\"?");
  EXPECT_EQ(mistake("{card_number}"), "there is no field \"card_number\": use a column of the roll, or card_no");
  EXPECT_EQ(mistake("{card-no}"), "there is no field \"card-no\"; is it \"card_no\"?");
  EXPECT_NE(mistake("{}"), "accepted");
  EXPECT_NE(mistake("{ name }"), "accepted");
}

TEST(FillText, TellsAWrongFilter) {
  EXPECT_NE(mistake("{name|shout}").find("there is no filter \"shout\""), std::string::npos);
  EXPECT_NE(mistake("{name|}").find("there is no filter \"\""), std::string::npos);
  EXPECT_NE(mistake("{name|upper|}").find("there is no filter \"\""), std::string::npos);
  EXPECT_NE(mistake("{name|date|uper}").find("is it \"upper\"?"), std::string::npos);
  for (const char* count : {"", "x", "-1", "4x", "21", "99999999999999999999"})
    EXPECT_NE(mistake(std::string("{mobile|mask:") + count + "}").find("how many characters"), std::string::npos)
        << count;
}

TEST(FillText, TellsABraceWithoutItsPartner) {
  for (const char* pattern : {"{name", "name}", "{", "}", "{{name}", "a } b {name}"})
    EXPECT_NE(mistake(pattern).find("without its partner"), std::string::npos) << pattern;
}

TEST(FieldsShown, AreThoseOfTextsAndOfEveryCondition) {
  CardTemplate design;
  design.front.texts.resize(1);
  design.front.texts[0].text = "{name_local} {card_no} {valid_until|date}";
  design.front.pictures.resize(1);
  design.front.pictures[0].visibility.unless = Condition{Field::status, "pending"};
  design.back.lines.resize(1);
  design.back.lines[0].visibility.when = Condition{Field::office, {}};
  EXPECT_EQ(fields_shown(design), (std::vector{Field::name_local, Field::status, Field::office, Field::valid_until}));
}

TEST(NearestPlaceName, KnowsColumnsAndTheCardNumber) {
  EXPECT_EQ(nearest_place_name("boothno"), "booth_no");
  EXPECT_EQ(nearest_place_name("cardno"), "card_no");
  EXPECT_EQ(nearest_place_name("signature"), "");
}

}  // namespace
}  // namespace pehchan

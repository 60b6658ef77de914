#include "card/condition.h"

#include <gtest/gtest.h>

namespace pehchan {
namespace {

Member postholder() {
  Member member;
  member[Field::name] = "Savitri Devi";
  member[Field::channel] = "receipt";
  member[Field::office] = "District President";
  member[Field::state] = "उत्तर प्रदेश";
  return member;
}

bool is_true(std::string_view text) { return holds(parse_condition(text).value(), postholder()); }

std::string mistake(std::string_view text) {
  const auto condition = parse_condition(text);
  return condition ? "accepted" : condition.error();
}

TEST(Condition, AsksWhetherTheMemberHasAField) {
  EXPECT_TRUE(is_true("office"));
  EXPECT_FALSE(is_true("epic_no"));
  EXPECT_EQ(parse_condition(" office "), (Condition{Field::office, {}}));
}

TEST(Condition, AsksForAWordInAField) {
  EXPECT_TRUE(is_true("channel = receipt"));
  EXPECT_TRUE(is_true("channel=receipt"));
  EXPECT_FALSE(is_true("channel = digital"));
  EXPECT_TRUE(is_true("office = district PRESIDENT")) << "the case of Latin letters does not matter";
  EXPECT_FALSE(is_true("office = district")) << "a part is not the word";
  EXPECT_FALSE(is_true("epic_no = ABC1234567"));
  EXPECT_TRUE(is_true("state = उत्तर प्रदेश"));
}

TEST(Condition, ComparesLettersHoweverTheyWereTyped) {
  Member member;
  member[Field::office] = "सचिव क\u093Cा";
  EXPECT_TRUE(holds(parse_condition("office = सचिव \u0958ा").value(), member));
}

TEST(Condition, DrawsByWhenAndUnlessTogether) {
  const Condition office{Field::office, {}}, digital{Field::channel, "digital"}, receipt{Field::channel, "receipt"};
  EXPECT_TRUE(is_drawn_for({}, postholder()));
  EXPECT_TRUE(is_drawn_for({office, digital}, postholder()));
  EXPECT_FALSE(is_drawn_for({office, receipt}, postholder()));
  EXPECT_FALSE(is_drawn_for({digital, {}}, postholder()));
}

TEST(Condition, RulesOutWhatAsksForTheOpposite) {
  const Condition office{Field::office, {}}, secretary{Field::office, "Secretary"},
      treasurer{Field::office, "treasurer"};
  const Condition digital{Field::channel, "digital"}, receipt{Field::channel, "RECEIPT"};
  const auto never = [](const Visibility& one, const Visibility& other) {
    EXPECT_EQ(are_never_together(one, other), are_never_together(other, one));
    return are_never_together(one, other);
  };
  EXPECT_TRUE(never({office, {}}, {{}, office}));
  EXPECT_TRUE(never({receipt, {}}, {digital, {}}));
  EXPECT_TRUE(never({secretary, {}}, {treasurer, {}})) << "whatever words a field has, a member has one";
  EXPECT_TRUE(never({secretary, {}}, {{}, office})) << "a secretary has an office";
  EXPECT_TRUE(never({office, receipt}, {receipt, {}}));
  EXPECT_FALSE(never({office, {}}, {{}, secretary})) << "a treasurer";
  EXPECT_FALSE(never({office, {}}, {secretary, {}}));
  EXPECT_FALSE(never({receipt, {}}, {{}, office}));
  EXPECT_FALSE(never({{}, receipt}, {{}, digital})) << "a member without a channel";
  EXPECT_FALSE(never({receipt, {}}, {Condition{Field::channel, "receipt"}, {}}));
  EXPECT_FALSE(never({}, {office, {}}));
}

TEST(Condition, TellsAnUnknownFieldAndTheNearest) {
  EXPECT_EQ(mistake("offise"), "there is no field \"offise\"; is it \"office\"?");
  EXPECT_EQ(mistake("chanel = receipt"), "there is no field \"chanel\"; is it \"channel\"?");
  EXPECT_EQ(mistake("signature"), "there is no field \"signature\"; use a column of the roll");
  EXPECT_NE(mistake(""), "accepted");
}

TEST(Condition, TellsWhatAFieldCanBe) {
  EXPECT_EQ(mistake("channel = post"), "channel is never \"post\", only receipt or digital");
  EXPECT_EQ(mistake("status = ok"), "status is never \"ok\", only confirmed or pending or declined");
  EXPECT_EQ(mistake("channel = Digital"), "accepted");
}

TEST(Condition, TellsWhatSignsThereAre) {
  EXPECT_NE(mistake("channel != digital").find("\"unless\""), std::string::npos);
  EXPECT_NE(mistake("channel == digital").find("write one ="), std::string::npos);
  EXPECT_NE(mistake("office =").find("\"office\" alone asks"), std::string::npos);
}

}  // namespace
}  // namespace pehchan

#include "batch/overprints.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/file.h"
#include "card/parse_template.h"
#include "demo/stress_set.h"

namespace pehchan {
namespace {

struct Overprints : testing::Test {
  CardTemplate design = parse_template(data_folder() / "templates" / "member");
  FontSet fonts;
  StressCase one = stress_set().front();

  std::vector<Overprint> found() const { return overprints(design, fonts, one.member, one.number); }
  TextElement& text_of(const std::string& text) {
    for (TextElement& element : design.front.texts)
      if (element.text == text) return element;
    throw std::out_of_range(text);
  }
};

TEST_F(Overprints, AreNotFoundOnAShippedCard) {
  for (const char* name : {"member", "member-portrait", "office-bearer", "booth-worker", "plain"})
    for (const StressCase& shown : stress_set()) {
      design = parse_template(data_folder() / "templates" / name);
      one = shown;
      for (const Overprint& over : found())
        ADD_FAILURE() << name << ", " << shown.name << ": " << over.text << " over " << over.other;
    }
}

TEST_F(Overprints, AreFoundWhereTheirInkMeets) {
  text_of("{block}").box = text_of("{district}").box;
  const auto all = found();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].text, "{district}");
  EXPECT_EQ(all[0].other, "{block}");
  EXPECT_EQ(all[0].where, text_of("{district}").where);
}

TEST_F(Overprints, AreNotFoundWhereOnlyBoxesMeet) {
  TextElement& block = text_of("{block}");
  block.box = text_of("{district}").box;
  block.style.align = Align::right;
  one.member[Field::block] = "A";
  one.member[Field::district] = "B";
  EXPECT_TRUE(found().empty());
}

TEST_F(Overprints, AreNotFoundWhereOneTextStandsInForTheOther) {
  text_of("{block}").box = text_of("{district}").box;
  text_of("{block}").visibility.when = Condition{Field::office, {}};
  text_of("{district}").visibility.unless = Condition{Field::office, {}};
  EXPECT_TRUE(found().empty());
}

TEST_F(Overprints, OfUsualMembersAreNotFoundOnAShippedCard) {
  for (const char* name : {"member", "member-portrait", "office-bearer", "booth-worker", "plain"})
    for (const Overprint& over : usual_overprints(parse_template(data_folder() / "templates" / name), fonts))
      ADD_FAILURE() << name << ": " << over.text << " over " << over.other;
}

TEST_F(Overprints, OfUsualMembersAreToldOnce) {
  text_of("{block}").box = text_of("{district}").box;
  const auto all = usual_overprints(design, fonts);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_NE(told(all[0]).en.find("\"{district}\" is drawn over \"{block}\""), std::string::npos) << told(all[0]).en;
}

TEST_F(Overprints, OfUsualMembersAreFoundWhereOnlyThoseWithoutAFieldHaveBoth) {
  text_of("{block}").box = text_of("{district}").box;
  text_of("{block}").visibility.unless = Condition{Field::office, {}};
  EXPECT_EQ(usual_overprints(design, fonts).size(), 1U);
}

TEST_F(Overprints, OfUsualMembersAreFoundWhereTextsTouch) {
  TextElement &block = text_of("{block}"), &district = text_of("{district}");
  const std::string word = "Membership";
  block.text = district.text = word;
  district.style = block.style;
  district.style.align = Align::left;
  block.style.align = Align::right;
  block.visibility = district.visibility = {};
  block.box = {20_mm, 20_mm, 20_mm, 6_mm};
  const auto at = [&](double gap) {
    district.box = {Mm{40 + gap}, 20_mm, 20_mm, 6_mm};
    const auto all = usual_overprints(design, fonts);
    return std::ranges::count_if(all, [&](const Overprint& over) { return over.text == word && over.other == word; });
  };
  EXPECT_EQ(at(0.1), 1);
  EXPECT_EQ(at(0.6), 0);
}

}  // namespace
}  // namespace pehchan

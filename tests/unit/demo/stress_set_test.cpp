#include "demo/stress_set.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "draw/fit_text.h"
#include "roll/normalise.h"
#include "roll/validate.h"

namespace pehchan {
namespace {

/// The first two bytes that a script's letters have in common in UTF-8, or three where it begins in a block's middle.
const std::map<std::string, std::vector<std::string>> first_bytes = {
    {"devanagari", {"\xE0\xA4", "\xE0\xA5"}}, {"bengali", {"\xE0\xA6", "\xE0\xA7"}},
    {"gurmukhi", {"\xE0\xA8", "\xE0\xA9"}},   {"gujarati", {"\xE0\xAA", "\xE0\xAB"}},
    {"odia", {"\xE0\xAC", "\xE0\xAD"}},       {"tamil", {"\xE0\xAE", "\xE0\xAF"}},
    {"telugu", {"\xE0\xB0", "\xE0\xB1"}},     {"kannada", {"\xE0\xB2", "\xE0\xB3"}},
    {"malayalam", {"\xE0\xB4", "\xE0\xB5"}},  {"ol-chiki", {"\xE1\xB1"}},
    {"meetei-mayek", {"\xEA\xAF"}},           {"urdu", {"\xD8", "\xD9", "\xDA", "\xDB"}},
};

bool is_in(const std::string& script, const std::string& text) {
  return std::ranges::any_of(first_bytes.at(script), [&](const auto& bytes) { return text.find(bytes) != text.npos; });
}

const StressCase& named(const std::vector<StressCase>& all, const std::string& name) {
  return *std::ranges::find(all, name, &StressCase::name);
}

TEST(StressSet, HasNameAndPlacesInEachOfTwelveScripts) {
  const auto all = stress_set();
  for (const auto& [script, bytes] : first_bytes) {
    SCOPED_TRACE(script);
    ASSERT_EQ(std::ranges::count(all, script, &StressCase::name), 1);
    for (const Field field : {Field::name_local, Field::booth_name, Field::block, Field::district, Field::state})
      EXPECT_TRUE(is_in(script, named(all, script).member[field])) << named(all, script).member[field];
  }
}

TEST(StressSet, IsAsAReaderOfRollsWouldLeaveIt) {
  for (const StressCase& one : stress_set()) {
    SCOPED_TRACE(one.name);
    for (std::size_t i = 0; i < field_count; ++i) {
      const auto field = static_cast<Field>(i);
      EXPECT_EQ(normalised(field, one.member[field]), one.member[field]) << name_of(field);
    }
    for (const Fault& fault : faults_of(one.member, {}, one.name != "missing")) ADD_FAILURE() << name_of(fault.field);
  }
}

TEST(StressSet, CanBePrinted) {
  const FontSet fonts;
  TextStyle style;
  style.font = {.family = "Noto Sans", .size_pt = style.floor_pt = 5};
  const Rect wide{{}, {}, Mm{1000}, Mm{50}};
  for (const StressCase& one : stress_set())
    for (const std::string& value : one.member.values)
      EXPECT_TRUE(value.empty() || fit_text(fonts, style, wide, value)) << one.name << ": " << value;
}

TEST(StressSet, LacksInOneCaseWhateverMayLack) {
  const Member member = named(stress_set(), "missing").member;
  for (const Field field : {Field::name_local, Field::mobile, Field::epic_no, Field::booth_name, Field::state,
                            Field::channel, Field::receipt_no, Field::office, Field::valid_until})
    EXPECT_EQ(member[field], "") << name_of(field);
  EXPECT_NE(member[Field::name], "");
}

TEST(StressSet, HasNoNumberThatCouldBeACards) {
  std::set<std::string> names;
  for (const StressCase& one : stress_set()) {
    EXPECT_TRUE(names.insert(one.name).second) << one.name << " twice";
    EXPECT_TRUE(one.number.text.starts_with("XXX")) << one.number.text;
    EXPECT_TRUE(read_card_number(one.number.text)) << "as long and of the same shape as a card's";
  }
}

}  // namespace
}  // namespace pehchan

#include "roll/column_map.h"

#include <gtest/gtest.h>

#include "base/atomic_file.h"
#include "support/scratch_folder.h"
#include "unit/roll/rolls.h"

namespace pehchan {
namespace {
using namespace testing_rolls;

RunError refused(const std::string& text) {
  try {
    parse_column_map(text, "columns.toml");
  } catch (const RunError& error) {
    return error;
  }
  return {ExitCode::ok, "no error"};
}

bool says(const RunError& error, std::string_view words) {
  return std::string_view(error.what()).find(words) != std::string_view::npos;
}

TEST(ColumnMap, SaysWhichHeadingIsWhichColumn) {
  const ColumnMap map = parse_column_map("[columns]\nmember_no = \"Our number\"\nbooth_no = 'मतदान क्रमांक'\n", "c");
  EXPECT_EQ(map[Field::member_no], "Our number");
  EXPECT_EQ(map[Field::booth_no], "मतदान क्रमांक");
  EXPECT_EQ(map[Field::name], "");
}

TEST(ColumnMap, AnUnknownColumnIsToldWithItsLineAndTheNearest) {
  const RunError error = refused("[columns]\n\nmembr_no = \"x\"\n");
  EXPECT_EQ(error.code, ExitCode::bad_config);
  EXPECT_TRUE(says(error, "columns.toml:3")) << error.what();
  EXPECT_TRUE(says(error, "member_no")) << error.what();
}

TEST(ColumnMap, WhatIsNoMapIsBadConfig) {
  for (const char* text :
       {"", "member_no = \"x\"", "[columns", "[columns]\nname = 3", "[columns]\nname = \"\"",
        "[columns]\nname = \"A\"\nblock = \"a\"", "[columns]\nname = [\"A\"]", "columns = 3", "[columns]\n[other]\n"})
    EXPECT_EQ(refused(text).code, ExitCode::bad_config) << text;
}

TEST(ColumnMap, WhatWouldTakeTheParserTooDeepIsToldWithItsLine) {
  std::string keys;
  for (int i = 0; i < 40'000; ++i) keys += "a.";
  const RunError error = refused("[columns]\n" + keys + "a = 1\n");
  EXPECT_EQ(error.code, ExitCode::bad_config);
  EXPECT_TRUE(says(error, "columns.toml:2: this lies too deep")) << error.what();
}

class MappedRoll : public testing::Test {
 protected:
  Roll read_mapped(const std::string& text, const std::string& map) {
    write_file(folder / "roll.csv", text);
    write_file(folder / "columns.toml", map);
    return read_roll({.where = (folder / "roll.csv").string(), .columns = folder / "columns.toml"});
  }
  ScratchFolder folder;
};

TEST_F(MappedRoll, AMappedHeadingBeatsTheAliases) {
  const Roll roll = read_mapped(
      "member_no,Our number,name,booth_no,block,district,photo,status\nold,UP-7,Asha,1,B,D,a.jpg,confirmed\n",
      "[columns]\nmember_no = \"OUR NUMBER\"\n");
  EXPECT_EQ(numbers(roll), Lines{"UP-7"});
}

TEST_F(MappedRoll, AHeadingThatTheRollHasNotGotIsToldThoughAnAliasIsThere) {
  try {
    read_mapped(header + good_row("1"), "[columns]\nmobile = \"Handy\"\n");
    ADD_FAILURE();
  } catch (const RunError& error) {
    EXPECT_EQ(error.code, ExitCode::bad_input);
    EXPECT_TRUE(says(error, "'Handy' for mobile")) << error.what();
  }
}

}  // namespace
}  // namespace pehchan

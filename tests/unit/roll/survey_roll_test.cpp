#include "roll/survey_roll.h"

#include <gtest/gtest.h>

#include "base/atomic_file.h"
#include "base/file.h"
#include "roll/write_withheld.h"
#include "support/scratch_folder.h"
#include "unit/roll/rolls.h"

namespace pehchan {
namespace {
using namespace testing_rolls;
namespace fs = std::filesystem;

std::string row(const std::string& number, const std::string& mobile, const std::string& epic,
                const std::string& status = "confirmed") {
  return number + ",Asha Test,12,Bandi,Jhansi,a.jpg," + status + "," + mobile + "," + epic + "\n";
}

const std::string roll_text = header + row("UP-1", "9000000001", "") + row("UP/1", "", "") +
                              row("UP-3", "9000000001", "UP/12/034/123456") + row("UP-4", "12", "ABC1234567") +
                              row("UP-5", "", "ABC1234567") + row("UP-6", "", "", "pending") +
                              row("UP-7", "", "", "declined") + row("UP-8", "9000000001", "") +
                              "UP-9,\"Asha,12,B,D,a.jpg,confirmed,,\n" + row("UP-10", "", "");

class SurveyRoll : public testing::Test {
 protected:
  SurveyRoll() { fs::create_directories(folder / "out"); }
  RollSurvey survey(const std::string& text) {
    write_file(folder / "roll.csv", text);
    problems.clear();
    return survey_roll(source(), folder / "out", [&](const Problem& problem) { problems.push_back(problem); });
  }
  RollSource source() const { return {.where = (folder / "roll.csv").string()}; }

  ScratchFolder folder;
  std::vector<Problem> problems;
};

TEST_F(SurveyRoll, ComesToTheSameAsReadRoll) {
  const RollSurvey seen = survey(roll_text);
  const Roll roll = read_roll(source());
  EXPECT_EQ(seen.rows, roll.rows);
  EXPECT_EQ(seen.good, roll.confirmed.size());
  EXPECT_EQ(seen.pending, roll.pending);
  EXPECT_EQ(seen.declined, roll.declined);
  EXPECT_EQ(seen.withheld, roll.withheld.size());
  std::vector<Problem> wanted;
  for (const Withheld& one : roll.withheld) wanted.insert(wanted.end(), one.problems.begin(), one.problems.end());
  EXPECT_EQ(problems, wanted);
  std::size_t notes = 0;
  for (const auto& [code, count] : seen.notes) notes += count;
  EXPECT_EQ(notes, roll.notes.size());
  EXPECT_EQ(seen.notes.at("mobile_shared"), 2U) << "the third of them is withheld";
  EXPECT_EQ(seen.problems.at("member_no_duplicate"), 2U);
}

TEST_F(SurveyRoll, WritesTheSameFileOfWithheldRows) {
  EXPECT_EQ(survey(roll_text).withheld_file, "withheld.csv");
  const Roll roll = read_roll(source());
  fs::create_directories(folder / "issue");
  write_withheld(source(), roll.withheld, folder / "issue");
  EXPECT_EQ(read_file(folder / "out/withheld.csv", 1 << 20), read_file(folder / "issue/withheld.csv", 1 << 20));
}

TEST_F(SurveyRoll, AGoodRollLeavesNoFileOfAnEarlierOne) {
  survey(roll_text);
  const RollSurvey seen = survey(header + good_row("1"));
  EXPECT_EQ(seen.withheld_file, "");
  EXPECT_FALSE(fs::exists(folder / "out/withheld.csv"));
}

}  // namespace
}  // namespace pehchan

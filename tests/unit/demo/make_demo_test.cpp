#include "demo/make_demo.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <numeric>
#include <string>
#include <utility>

#include "base/atomic_file.h"
#include "base/file.h"
#include "base/run_error.h"
#include "demo/plan.h"
#include "support/plain_portraits.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

class MakeDemo : public testing::Test {
 protected:
  DemoSummary make(const std::string& name, std::size_t members, std::uint64_t seed, unsigned jobs,
                   bool all_good = false) {
    return make_demo({folder_ / name, members, seed, jobs, all_good});
  }
  std::map<std::string, std::string> files(const std::string& name) const {
    std::map<std::string, std::string> all;
    for (const auto& entry : fs::recursive_directory_iterator(folder_ / name)) {
      if (entry.is_regular_file()) {
        all[fs::relative(entry.path(), folder_ / name)] = read_file(entry.path(), 10'000'000);
      }
    }
    return all;
  }
  ExitCode refusal(const std::string& name, std::size_t members = 1) {
    try {
      make(name, members, 1, 1);
    } catch (const RunError& error) {
      return error.code;
    }
    return ExitCode::ok;
  }

  ScratchFolder folder_;
};

TEST_F(MakeDemo, WritesTheSameBytesWithAnyNumberOfJobs) {
  make("one", 24, 5, 1);
  make("three", 24, 5, 3);
  EXPECT_EQ(files("one"), files("three"));
  EXPECT_GT(files("one").size(), 20U);
}

TEST_F(MakeDemo, WritesOtherPeopleForAnotherSeed) {
  make("five", 3, 5, 1);
  make("six", 3, 6, 1);
  EXPECT_NE(files("five")["roll.csv"], files("six")["roll.csv"]);
  EXPECT_NE(files("five")["photos/IMG_000001.jpg"], files("six")["photos/IMG_000001.jpg"]);
}

TEST_F(MakeDemo, CountsWhatItWrote) {
  const DemoSummary summary = make("demo", 80, 1, 0);
  EXPECT_EQ(summary.members, 80U);
  EXPECT_EQ(summary.confirmed + summary.pending + summary.declined + summary.wrong, 80U);
  EXPECT_GE(summary.confirmed, 49U);
  EXPECT_EQ(summary.pending, 6U);
  EXPECT_EQ(summary.declined, 2U);
  EXPECT_EQ(std::accumulate(summary.mistakes.begin(), summary.mistakes.end(), std::size_t{0}), summary.wrong);

  const auto written = files("demo");
  const std::string& roll = written.at("roll.csv");
  EXPECT_EQ(std::count(roll.begin(), roll.end(), '\n'), 81);
  EXPECT_EQ(roll.substr(0, 16), "member_no,name,n");
  // Roll and marker, and no photo for the three whose photo is missing, elsewhere or another's.
  EXPECT_EQ(written.size(), 2U + 80 - 3);
  EXPECT_NE(roll.find("../../etc/passwd"), std::string::npos);
  EXPECT_NE(roll.find(",one cell too many\n"), std::string::npos);
  EXPECT_NE(roll.find("\xee\x80\x80"), std::string::npos);
  EXPECT_NE(roll.find("\xe0,"), std::string::npos);
  EXPECT_EQ(std::count(roll.begin(), roll.end(), '"') % 2, 1) << "one quote is never closed";
  EXPECT_EQ(std::count_if(written.begin(), written.end(), [](const auto& file) { return file.second.empty(); }), 1);
}

TEST(PlanFates, HasEveryMistakeFromSixtyMembersOn) {
  for (const std::size_t members : {60U, 80U, 1000U}) {
    std::array<int, mistake_count> found{};
    for (const DemoFate& fate : plan_fates(members, 3, false)) {
      if (fate.mistake) ++found.at(static_cast<std::size_t>(*fate.mistake));
    }
    for (std::size_t i = 0; i < mistake_count; ++i) EXPECT_GE(found.at(i), 1) << mistake_names.at(i) << ", " << members;
  }
}

TEST(PlanFates, MakesDuplicatesOfOneAnotherOnly) {
  const auto fates = plan_fates(5000, 9, false);
  for (std::size_t i = 0; i < fates.size(); ++i) {
    if (fates[i].mistake != Mistake::duplicate_member_no) continue;
    const DemoFate& twin = fates.at(fates[i].twin);
    EXPECT_EQ(twin.mistake, Mistake::duplicate_epic);
    EXPECT_EQ(twin.twin, i);
    const auto a = invent_member(i, 9, fates[i]).row, b = invent_member(fates[i].twin, 9, twin).row;
    EXPECT_EQ(a[Field::member_no], b[Field::member_no]);
    EXPECT_EQ(a[Field::epic_no], b[Field::epic_no]);
  }
}

TEST(PlanFates, GivesOnePhotoToTwoWrongRowsOnly) {
  const auto fates = plan_fates(5000, 9, false);
  std::size_t pairs = 0;
  for (std::size_t i = 0; i < fates.size(); ++i) {
    if (fates[i].mistake != Mistake::photo_given_twice) continue;
    const DemoFate& twin = fates.at(fates[i].twin);
    ASSERT_EQ(twin.mistake, Mistake::photo_of_another);
    EXPECT_EQ(twin.twin, i);
    EXPECT_EQ(invent_member(i, 9, fates[i]).row[Field::photo], invent_member(fates[i].twin, 9, twin).row[Field::photo]);
    ++pairs;
  }
  EXPECT_GE(pairs, 20U);
}

TEST(PlanFates, KeepsAboutATwelfthWrongInALargeRoll) {
  const auto fates = plan_fates(10000, 1, false);
  const auto wrong = std::count_if(fates.begin(), fates.end(), [](const DemoFate& f) { return f.mistake.has_value(); });
  EXPECT_EQ(wrong, 1200);
}

TEST_F(MakeDemo, SpoilsPhotosInTheWaysItSays) {
  constexpr std::array<std::pair<Mistake, const char*>, 8> expected = {{{Mistake::photo_escapes, "photo_path"},
                                                                        {Mistake::photo_missing, "photo_missing"},
                                                                        {Mistake::photo_empty, "photo_empty"},
                                                                        {Mistake::photo_truncated, "photo_damaged"},
                                                                        {Mistake::photo_not_a_picture, "photo_format"},
                                                                        {Mistake::photo_of_nobody, "photo_no_face"},
                                                                        {Mistake::photo_of_two, "photo_several_faces"},
                                                                        {Mistake::photo_too_small, "photo_too_small"}}};
  const DemoSummary summary = make("demo", 60, 4, 0);
  const auto fates = plan_fates(60, 4, false);
  PlainPortraits plain;
  for (const auto& [mistake, code] : expected) {
    const auto fate =
        std::find_if(fates.begin(), fates.end(), [&](const DemoFate& one) { return one.mistake == mistake; });
    ASSERT_NE(fate, fates.end()) << name_of(mistake);
    const auto row = invent_member(static_cast<std::size_t>(fate - fates.begin()), 4, *fate).row;
    const PreparedPhoto photo = plain.maker.prepare(summary.photos, row[Field::photo]);
    EXPECT_EQ(photo.portrait ? "portrait" : photo.assessment.findings.front().code, code) << name_of(mistake);
  }
}

TEST_F(MakeDemo, MakesNoMistakesWhenAskedForNone) {
  const DemoSummary summary = make("demo", 60, 2, 0, true);
  EXPECT_EQ(summary.wrong, 0U);
  EXPECT_EQ(summary.confirmed, 60U - 4 - 1);
  EXPECT_EQ(files("demo").size(), 62U);
}

TEST_F(MakeDemo, ReplacesAnEarlierDemo) {
  make("demo", 5, 1, 1, true);
  make("demo", 2, 1, 1, true);
  EXPECT_EQ(files("demo").size(), 4U);
}

TEST_F(MakeDemo, LeavesAFolderAloneThatItDidNotMake) {
  fs::create_directories(folder_ / "mine");
  write_file(folder_ / "mine/roll.csv", "precious");
  EXPECT_EQ(refusal("mine"), ExitCode::cannot_create);
  EXPECT_EQ(files("mine").at("roll.csv"), "precious");
  EXPECT_EQ(files("mine").size(), 1U);
  EXPECT_EQ(refusal("mine/roll.csv"), ExitCode::cannot_create);
}

TEST_F(MakeDemo, WantsASensibleNumberOfMembers) {
  EXPECT_EQ(refusal("none", 0), ExitCode::usage);
  EXPECT_EQ(refusal("all", 2'000'000), ExitCode::usage);
}

}  // namespace
}  // namespace pehchan

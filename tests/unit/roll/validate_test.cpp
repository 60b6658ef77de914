#include "roll/validate.h"

#include <gtest/gtest.h>

#include <chrono>

#include "unit/roll/rolls.h"

namespace pehchan {
namespace {
using namespace testing_rolls;
using Cells = std::vector<std::pair<std::string, std::string>>;

Lines told_one(const Cells& cells) { return told(read_one(cells)); }

std::string repeated(std::string_view text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

TEST(Validate, AGoodRowIsConfirmed) {
  EXPECT_EQ(told_one({{"mobile", "9000000001"},
                      {"epic_no", "ABC1234567"},
                      {"channel", "receipt"},
                      {"receipt_no", "R-1"},
                      {"enrolled_on", "01-01-2026"},
                      {"confirmed_on", "01-01-2026"},
                      {"valid_until", "31-12-2028"}}),
            Lines{});
}

TEST(Validate, EmptyOptionalCellsAreFine) {
  Cells cells;
  for (const auto name : field_names)
    if (name != "member_no" && name != "name" && name != "booth_no" && name != "block" && name != "district" &&
        name != "photo" && name != "status")
      cells.emplace_back(name, "");
  EXPECT_EQ(told_one(cells), Lines{});
}

TEST(Validate, EveryNeededCellIsAskedForAtOnce) {
  EXPECT_EQ(told_one({{"member_no", ""},
                      {"name", " "},
                      {"booth_no", ""},
                      {"block", ""},
                      {"district", ""},
                      {"photo", ""},
                      {"status", ""},
                      {"x", "x"}}),
            (Lines{"2 member_no empty", "2 name empty", "2 booth_no empty", "2 block empty", "2 district empty",
                   "2 photo empty", "2 status empty"}));
}

TEST(Validate, AllProblemsOfARowAreTold) {
  EXPECT_EQ(told_one({{"mobile", "1"}, {"epic_no", "1"}, {"status", "perhaps"}}),
            (Lines{"2 mobile mobile_malformed", "2 epic_no epic_malformed", "2 status status_unknown"}));
}

TEST(Validate, MemberNumbersAreLettersDigitsDashAndSlash) {
  EXPECT_EQ(told_one({{"member_no", "up/2026/१२"}}), Lines{});
  for (const char* text : {"UP 1", "UP_1", "सद-1", "-/-", "UP.1"})
    EXPECT_EQ(told_one({{"member_no", text}}), Lines{"2 member_no member_no_malformed"}) << text;
}

TEST(Validate, EpicNumbersOldAndNew) {
  EXPECT_TRUE(read_one({{"epic_no", "ABC1234567"}}).notes.empty());
  const Roll old = read_one({{"epic_no", "UP/12/034/123456"}});
  EXPECT_EQ(old.confirmed.size(), 1u);
  ASSERT_EQ(old.notes.size(), 1u);
  EXPECT_EQ(old.notes[0].code, "epic_old");
  for (const char* text :
       {"AB12345678", "ABC123456", "ABC12345678", "UP/12/034", "UP/12/034/", "UP/12/034/1/2", "12345"})
    EXPECT_EQ(told_one({{"epic_no", text}}), Lines{"2 epic_no epic_malformed"}) << text;
}

TEST(Validate, OnlyRealDaysAreDates) {
  for (const char* text : {"29-02-2024", "2026-12-31"}) EXPECT_EQ(told_one({{"enrolled_on", text}}), Lines{}) << text;
  for (const char* text : {"29-02-2026", "31-04-2026", "2026-13-01", "2026-00-10", "01-01-26", "12/31/2026", "44927",
                           "2026-1-01", "0001-01-01", "2026-01-01 noon"})
    EXPECT_EQ(told_one({{"enrolled_on", text}}), Lines{"2 enrolled_on date_malformed"}) << text;
}

TEST(Validate, DatesStandInOrder) {
  EXPECT_EQ(told_one({{"enrolled_on", "02-01-2026"}, {"confirmed_on", "01-01-2026"}}),
            Lines{"2 confirmed_on confirmed_before_enrolled"});
  EXPECT_EQ(told_one({{"valid_until", "31-12-2025"}, {"confirmed_on", "01-01-2026"}}),
            Lines{"2 valid_until valid_before_confirmed"});
  EXPECT_EQ(told_one({{"valid_until", "31-12-2025"}, {"confirmed_on", "99-01-2026"}}),
            Lines{"2 confirmed_on date_malformed"});
}

TEST(Validate, ThePhotoStaysInItsFolder) {
  for (const std::string text : {"a.jpg", "booth 12/a..b.jpg", "..a.jpg", "./a.jpg"})
    EXPECT_EQ(told_one({{"photo", text}}), Lines{}) << text;
  for (const std::string text : {"../../etc/passwd", "a/../../b.jpg", "/etc/passwd", "C:\\a.jpg", "C:a.jpg", "a\\b.jpg",
                                 "..", "a/..", "folder/", "."})
    EXPECT_EQ(told_one({{"photo", text}}), Lines{"2 photo photo_path"}) << text;
  EXPECT_EQ(told_one({{"photo", std::string(255, 'a')}}), Lines{});
  EXPECT_EQ(told_one({{"photo", std::string(256, 'a')}}), Lines{"2 photo photo_path"});
  EXPECT_EQ(told_one({{"photo", repeated("अ", 86)}}), Lines{"2 photo photo_path"}) << "258 bytes";
}

TEST(Validate, ReceiptsHaveANumberWhereTheRollKeepsThem) {
  EXPECT_EQ(told_one({{"channel", "रसीद"}, {"receipt_no", ""}}), Lines{"2 receipt_no receipt_missing"});
  EXPECT_EQ(told_one({{"channel", "रसीद"}}), Lines{});
  EXPECT_EQ(told_one({{"channel", "digital"}, {"receipt_no", ""}}), Lines{});
  EXPECT_EQ(told_one({{"channel", "pigeon"}}), Lines{"2 channel channel_unknown"});
}

TEST(Validate, CharactersThatNoNameHas) {
  EXPECT_EQ(told_one({{"name", "As\x01ha"}}), Lines{"2 name control_character"});
  EXPECT_EQ(told_one({{"name", "As\nha"}}), Lines{"2 name control_character"});
  EXPECT_EQ(told_one({{"name", "As\u0085x"}}), Lines{"2 name control_character"});
  EXPECT_EQ(told_one({{"block", "Ban\uFFFDdi"}}), Lines{"2 block lost_character"});
  EXPECT_EQ(told_one({{"name", "As\u202Eha"}}), Lines{"2 name hidden_direction"});
  EXPECT_EQ(told_one({{"name", "As\u2066ha"}}), Lines{"2 name hidden_direction"});
  EXPECT_EQ(told_one({{"name", "\"Asha"}}), Lines{"2 name stray_quote"});
  EXPECT_EQ(told_one({{"name", "Asha \"Guddi\" Test"}}), Lines{});
}

TEST(Validate, LengthsAreInCharacters) {
  EXPECT_EQ(told_one({{"name", repeated("अ", 200)}}), Lines{});
  EXPECT_EQ(told_one({{"name", repeated("अ", 201)}}), Lines{"2 name too_long"});
  EXPECT_EQ(told_one({{"name", std::string(201, 'a')}}), Lines{"2 name too_long"});
}

TEST(Validate, ReasonsAreInBothLanguagesAndNeverHoldTheCell) {
  const std::string secret = "Zqxjk";
  Cells cells;
  for (const auto name : field_names) cells.emplace_back(name, secret + "\x01\u202E\uFFFD\"");
  for (const auto& value : {secret, secret + "\x01\u202E\uFFFD\""}) {
    for (auto& cell : cells) cell.second = value;
    const Roll roll = read_one(cells);
    ASSERT_EQ(roll.withheld.size(), 1u);
    EXPECT_GE(roll.withheld[0].problems.size(), 5u);
    for (const auto& problem : roll.withheld[0].problems) {
      EXPECT_EQ((problem.reason.en + problem.reason.hi + problem.code).find(secret), std::string::npos);
      EXPECT_FALSE(problem.reason.en.empty());
      EXPECT_NE(problem.reason.hi.find("\xE0\xA4"), std::string::npos) << "no Devanagari: " << problem.code;
      EXPECT_EQ(problem.file, "roll.csv");
      EXPECT_EQ(problem.row, 2u);
    }
  }
}

}  // namespace
}  // namespace pehchan

#include "roll/write_withheld.h"

#include <gtest/gtest.h>

#include "base/atomic_file.h"
#include "base/file.h"
#include "support/scratch_folder.h"
#include "unit/roll/rolls.h"

namespace pehchan {
namespace {
using namespace testing_rolls;
namespace fs = std::filesystem;

class WriteWithheld : public testing::Test {
 protected:
  /// What withheld.csv holds after reading `text` as the roll.
  std::string written(const std::string& text, const std::string& encoding = {}) {
    write_file(folder / "roll.csv", text);
    const Roll roll = read_roll(source(encoding));
    return written_for(roll.withheld, encoding);
  }

  std::string written_for(const std::vector<Withheld>& withheld, const std::string& encoding = {}) {
    EXPECT_EQ(write_withheld(source(encoding), withheld, folder), "withheld.csv");
    return read_file(folder / "withheld.csv", 1 << 24);
  }

  RollSource source(const std::string& encoding) const {
    return {.where = (folder / "roll.csv").string(), .encoding = encoding};
  }

  ScratchFolder folder;
};

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

TEST_F(WriteWithheld, KeepsTheClerksCellsAndTellsWhy) {
  const std::string text = written(
      "Member No,Remarks,name,booth_no,block,district,photo,status,mobile\n"
      "UP-1,\"a, \"\"b\"\"\",  Asha  Test ,१२,Bandi,Jhansi,a.jpg,पुष्ट,123\n"
      "UP-2,,Asha Test,12,Bandi,Jhansi,a.jpg,confirmed,\n");
  EXPECT_TRUE(
      text.starts_with("\xEF\xBB\xBFMember No,Remarks,name,booth_no,block,district,photo,status,mobile,"
                       "withheld_field,withheld_code,withheld_reason_hi,withheld_reason_en,withheld_extra\r\n"))
      << text;
  EXPECT_NE(text.find("UP-1,\"a, \"\"b\"\"\",  Asha  Test ,१२,Bandi,Jhansi,a.jpg,पुष्ट,123,mobile,mobile_malformed,"),
            std::string::npos)
      << text;
  EXPECT_EQ(text.find("UP-2"), std::string::npos);
}

TEST_F(WriteWithheld, CorrectedItIsARollAgain) {
  const std::string text =
      written(header + good_row("1") + replaced(replaced(good_row("2"), ",,\n", ",12,\n"), "asha.jpg", "../a.jpg"));
  EXPECT_EQ(told(read(text)), (Lines{"2 mobile mobile_malformed", "2 photo photo_path"})) << "not yet corrected";
  const Roll roll = read(replaced(replaced(text, ",confirmed,12,", ",confirmed,9000000001,"), "../a.jpg", "a.jpg"));
  EXPECT_TRUE(roll.withheld.empty()) << told(roll)[0];
  EXPECT_EQ(numbers(roll), Lines{"UP-2"});
}

TEST_F(WriteWithheld, SecondRoundDoesNotPileUpColumns) {
  const std::string first = written(header + replaced(good_row("2"), ",,\n", ",12,\n"));
  EXPECT_EQ(written(first), first);
}

TEST_F(WriteWithheld, KeepsSurplusCellsUntilTheyArePutInTheirPlace) {
  const std::string text = written(header + "UP-1,Test, Asha,12,Bandi,Jhansi,a.jpg,confirmed,,EPIC\n");
  EXPECT_TRUE(text.ends_with(",EPIC\r\n")) << text;
  const Roll again = read(text);
  ASSERT_EQ(again.withheld.size(), 1u);
  EXPECT_EQ(again.withheld[0].problems[0].code, "row_not_mended");
  EXPECT_TRUE(written(text).ends_with(",EPIC\r\n"));
}

TEST_F(WriteWithheld, AShortRowIsWithheldUntilSomebodyLookedAtIt) {
  const std::string text = written(header + "UP-1,Asha Test,12,Bandi,Jhansi,a.jpg,confirmed\n");
  EXPECT_TRUE(text.ends_with(",?\r\n")) << text;
  EXPECT_EQ(told(read(text)), Lines{"2 withheld_extra row_not_mended"});
  const Roll mended = read(replaced(text, ",?\r\n", ",\r\n"));
  EXPECT_EQ(numbers(mended), Lines{"UP-1"});
}

TEST_F(WriteWithheld, AStrayQuoteIsStillFoundWhenNobodyMendsIt) {
  const std::string text = written(header + "UP-1,\"Asha,12,Bandi,Jhansi,a.jpg,confirmed,,\n" + good_row("2"));
  EXPECT_EQ(told(read(text)), Lines{"2 name stray_quote"});
  EXPECT_EQ(numbers(read(replaced(text, "\"\"\"Asha\"", "Asha"))), Lines{"UP-1"});
}

TEST_F(WriteWithheld, IsUtf8WhateverTheRollWas) {
  const std::string row =
      "UP-1,Ren\xE9"
      "e,12,Bandi,Jhansi,a.jpg,confirmed,12,\n";
  EXPECT_NE(written(header + row, "windows-1252").find("Renée"), std::string::npos);
  const std::string unknown = written(header + row);
  EXPECT_NE(unknown.find("Ren\uFFFDe"), std::string::npos) << unknown;
  EXPECT_EQ(told(read(unknown)), (Lines{"2 name lost_character", "2 mobile mobile_malformed"}));
  EXPECT_EQ(told(read(written(header + row, "windows-1252"), "windows-1252")), Lines{"2 mobile mobile_malformed"});
}

TEST_F(WriteWithheld, KeepsTheDelimiter) {
  std::string text = header + replaced(good_row("1"), ",,\n", ",12,\n");
  std::replace(text.begin(), text.end(), ',', ';');
  EXPECT_EQ(told(read(written(text))), Lines{"2 mobile mobile_malformed"});
  EXPECT_NE(written(text).find("UP-1;Asha Test;12;"), std::string::npos);
}

TEST_F(WriteWithheld, TakesMembersWithheldLaterInAnyOrder) {
  write_file(folder / "roll.csv", header + good_row("1") + good_row("2") + good_row("3"));
  const auto problem = [](std::size_t row, const char* code, const char* field) {
    Withheld one;
    one.member.row = row;
    one.problems.push_back({code, "a.jpg", 0, field, {"कारण", "reason"}});
    return one;
  };
  const std::string text = written_for({problem(4, "photo_missing", "photo"), problem(2, "photo_blurred", "photo"),
                                        problem(2, "text_overflow", "name")});
  EXPECT_LT(text.find("UP-1"), text.find("UP-3"));
  EXPECT_EQ(text.find("UP-2"), std::string::npos);
  EXPECT_NE(
      text.find("photo · name,photo_blurred · text_overflow,photo: कारण · name: कारण,photo: reason · name: reason"),
      std::string::npos)
      << text;
}

TEST_F(WriteWithheld, ARollThatChangedMeanwhileIsNoticed) {
  write_file(folder / "roll.csv", header + good_row("1"));
  Withheld gone;
  gone.member.row = 7;
  gone.problems.push_back({"photo_missing", "a.jpg", 7, "photo", {"कारण", "reason"}});
  try {
    written_for({gone});
    ADD_FAILURE();
  } catch (const RunError& error) {
    EXPECT_EQ(error.code, ExitCode::try_again);
  }
  EXPECT_FALSE(fs::exists(folder / "withheld.csv"));
}

}  // namespace
}  // namespace pehchan

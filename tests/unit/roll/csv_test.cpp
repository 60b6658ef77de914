#include "roll/csv.h"

#include <gtest/gtest.h>

#include "base/atomic_file.h"
#include "support/scratch_folder.h"
#include "unit/roll/rolls.h"

namespace pehchan {
namespace {
using namespace testing_rolls;

TEST(Csv, AnUnclosedQuoteCostsOnlyItsOwnRow) {
  const Roll roll =
      read(header + good_row("1") + "UP-2,\"Asha,12,Bandi,Jhansi,a.jpg,confirmed,,\n" + good_row("3") + good_row("4"));
  EXPECT_EQ(told(roll), Lines{"3  quote_unclosed"});
  EXPECT_EQ(numbers(roll), (Lines{"UP-1", "UP-3", "UP-4"}));
  EXPECT_EQ(roll.rows, 4u);
}

TEST(Csv, TwoUnclosedQuotesDoNotSwallowTheRowsBetweenThem) {
  const std::string bad = ",\"Asha,12,Bandi,Jhansi,a.jpg,confirmed,,\n";
  const Roll roll = read(header + "UP-1" + bad + good_row("2") + "UP-3" + bad + good_row("4"));
  EXPECT_EQ(numbers(roll), (Lines{"UP-2", "UP-4"}));
  EXPECT_EQ(roll.withheld.size(), 2u);
}

TEST(Csv, ARowThatAQuoteHasSwallowedIsNotTakenForALineBreakInAName) {
  const Roll roll = read(
      "member_no,name,booth_no,block,district,photo,status\n"
      "UP-1,\"A\nUP-2,B\",12,Bandi,Jhansi,a.jpg,confirmed\n");
  EXPECT_EQ(told(roll), Lines{"2 name control_character"});
}

TEST(Csv, AMisplacedQuoteCostsOnlyItsOwnRow) {
  const Roll roll = read(header + "UP-1,As\"ha,12,Bandi,Jhansi,a.jpg,confirmed,,\n" + good_row("2"));
  EXPECT_EQ(told(roll), Lines{"2  quote_misplaced"});
  EXPECT_EQ(numbers(roll), Lines{"UP-2"});
}

TEST(Csv, TooFewAndTooManyCellsWithholdTheRow) {
  const Roll roll = read(header + "UP-1,Asha,12,Bandi,Jhansi,a.jpg,confirmed\n" +
                         "UP-2,Test, Asha,12,Bandi,Jhansi,a.jpg,confirmed,,\n" + good_row("3"));
  EXPECT_EQ(told(roll), (Lines{"2  too_few_cells", "3  too_many_cells"}));
  EXPECT_EQ(numbers(roll), Lines{"UP-3"});
}

TEST(Csv, AHugeCellIsOneWithheldRowInLittleMemory) {
  const Roll roll =
      read(header + "UP-1," + std::string(10'000'000, 'x') + ",12,Bandi,Jhansi,a.jpg,confirmed,,\n" + good_row("2"));
  EXPECT_EQ(told(roll), Lines{"2  row_too_long"});
  EXPECT_EQ(numbers(roll), Lines{"UP-2"});
  const Roll quoted =
      read(header + "UP-1,\"" + std::string(10'000'000, 'x') + "\",12,B,J,a.jpg,confirmed,,\n" + good_row("2"));
  EXPECT_EQ(told(quoted), Lines{"2  row_too_long"});
  EXPECT_EQ(numbers(quoted), Lines{"UP-2"});
}

TEST(Csv, ACellOver64KiBWithholdsItsRow) {
  const Roll roll = read(header + "UP-1," + std::string(64 * 1024 + 1, 'x') + ",12,Bandi,Jhansi,a.jpg,confirmed,,\n");
  ASSERT_EQ(roll.withheld.size(), 1u);
  EXPECT_EQ(roll.withheld[0].problems[0].code, "row_too_long");
}

TEST(Csv, ANulWithholdsItsRowAndNamesTheColumn) {
  const Roll roll =
      read(header + "UP-1,As" + std::string(1, '\0') + "ha,12,Bandi,Jhansi,a.jpg,confirmed,,\n" + good_row("2"));
  EXPECT_EQ(told(roll), Lines{"2 name nul_byte"});
  EXPECT_EQ(numbers(roll), Lines{"UP-2"});
}

TEST(Csv, DelimiterIsFoundInTheHeader) {
  for (const char delimiter : {';', '\t'}) {
    std::string text = header + good_row("1");
    std::replace(text.begin(), text.end(), ',', delimiter);
    EXPECT_EQ(numbers(read(text)), Lines{"UP-1"}) << delimiter;
  }
}

TEST(Csv, EveryLineEndingIsRead) {
  for (const std::string ending : {"\r\n", "\r"}) {
    std::string text;
    for (const char c : header + good_row("1") + good_row("2")) text += c == '\n' ? ending : std::string(1, c);
    EXPECT_EQ(read(text).confirmed.size(), 2u);
  }
}

TEST(Csv, LineBreaksAndDelimitersInQuotesAreOfTheCell) {
  const Roll roll = read(
      "member_no,name,booth_no,block,district,photo,status,address\n"
      "UP-1,\"Test, Asha\",12,Bandi,Jhansi,a.jpg,confirmed,\"House 1,\nRoad \"\"A\"\"\"\n");
  ASSERT_EQ(roll.confirmed.size(), 1u);
  EXPECT_EQ(roll.confirmed[0][Field::name], "Test, Asha");
}

TEST(Csv, RowsAreNumberedAsASpreadsheetDoes) {
  const Roll roll = read(header + "\n" + good_row("1") + ",,,,,,,,\n" + good_row("2"));
  ASSERT_EQ(roll.confirmed.size(), 2u);
  EXPECT_EQ(roll.confirmed[0].row, 3u);
  EXPECT_EQ(roll.confirmed[1].row, 5u);
  EXPECT_EQ(roll.rows, 2u);
}

TEST(ReadRoll, AFolderAndAnAbsentFileAreMissingInput) {
  const ScratchFolder folder;
  for (const auto& path : {folder.path(), folder / "absent.csv"}) {
    try {
      read_roll({.where = (path).string()});
      ADD_FAILURE() << path;
    } catch (const RunError& error) {
      EXPECT_EQ(error.code, ExitCode::missing_input);
      EXPECT_NE(std::string(error.what()).find(path.string()), std::string::npos);
    }
  }
}

TEST(ReadRoll, ReadsAFileAndKeepsItsName) {
  const ScratchFolder folder;
  const auto path = folder / "read_roll.csv";
  write_file(path, header + good_row("1"));
  const Roll roll = read_roll({.where = (path).string()});
  EXPECT_EQ(roll.file, path.string());
  EXPECT_EQ(roll.confirmed.size(), 1u);
}

}  // namespace
}  // namespace pehchan

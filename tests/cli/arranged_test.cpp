// Issued on other sheets and in other orders, and what follows after the printer.
#include "cli/office.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

class Arranged : public Office {
 protected:
  void expect_all_proved() const { EXPECT_EQ(faults_of(ledger_), ""); }
  std::size_t sheets() const {
    std::size_t sheets = 0;
    const auto told = report();
    for (const auto& file : told.at("files")) sheets += file.at("sheets").get<std::size_t>();
    return sheets;
  }
};

TEST_F(Arranged, FrontsAndBacksInFilesOfTheirOwnAreOneFileToTheLedger) {
  const Finished run = issue({"--sheet", "a4-pvc", "--sheets-per-file", "2"});
  ASSERT_EQ(run.code, 0) << run.err;
  for (const char* name : {"sheets-0001-fronts.pdf", "sheets-0001-backs.pdf", "sheets-0002-fronts.pdf",
                           "sheets-0002-backs.pdf", "previews/sheets-0001-fronts-back.png"})
    EXPECT_TRUE(fs::exists(out_ / name)) << name;
  expect_all_proved();
  EXPECT_EQ(issue({"--sheet", "a4-pvc", "--sheets-per-file", "2"}).code, 0) << "nothing left to do";
  expect(0, {"printed", "J0001"});
  expect(0, {"spoilt", "J0001", "--sheet", "2", "--slots", "4"});
  EXPECT_TRUE(fs::exists(out_ / "remake-0001-fronts.pdf"));
  EXPECT_TRUE(fs::exists(out_ / "remake-0001-backs.pdf"));
  expect_all_proved();
  write_bytes(out_ / "sheets-0002-backs.pdf", "other backs");
  EXPECT_NE(faults_of(ledger_), "");
}

TEST_F(Arranged, BothSidesUpAreIssuedAndMadeAgain) {
  ASSERT_EQ(issue({"--sheet", "dragon-200x300-both-up"}).code, 0);
  EXPECT_EQ(sheets(), 5u);
  expect(0, {"spoilt", "J0001", "--sheet", "5"});
  expect_all_proved();
}

TEST_F(Arranged, StacksPerBoothUnderTheirSlips) {
  const Words how{"--fill", "stacks", "--group", "booth", "--group-header", "slip"};
  const Finished run = issue(how);
  ASSERT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(card_facts(ledger_).live, 25u);
  EXPECT_EQ(card_facts(ledger_).places, 25u);
  expect_all_proved();
  EXPECT_EQ(issue(how).code, 0);
  EXPECT_EQ(card_facts(ledger_).places, 25u);
  expect(0, {"spoilt", "J0001", "--sheet", "1", "--slots", "2"});
  expect_all_proved();
}

TEST_F(Arranged, SeparatorSheetsAreCountedThroughAndHoldNoCards) {
  ASSERT_EQ(issue({"--group", "block", "--group-header", "sheet"}).code, 0);
  expect(64, {"spoilt", "J0001", "--sheet", "1"});
  expect(0, {"spoilt", "J0001", "--sheet", "2"});
  expect_all_proved();
}

TEST_F(Arranged, AHalfUsedSheetIsFilledFromItsFreeSlotAndOnlyOnce) {
  const Words how{"--start-slot", "4", "--sheets-per-file", "1"};
  ASSERT_EQ(issue(how).code, 0);
  expect(64, {"spoilt", "J0001", "--sheet", "1", "--slots", "3"});
  expect(0, {"spoilt", "J0001", "--sheet", "1", "--slots", "4"});
  expect(0, {"spoilt", "J0001", "--sheet", "2", "--slots", "1"});
  EXPECT_EQ(issue({"--start-slot", "11"}).code, 64);
}

TEST_F(Arranged, ASheetThatIsTypedIsTheJobsToTheEnd) {
  ASSERT_EQ(issue({"--sheet", "3x7@297x420,gutter=4"}).code, 0);
  EXPECT_EQ(sheets(), 2u);
  expect(0, {"spoilt", "J0001", "--sheet", "1", "--slots", "21"});
  expect_all_proved();
}

TEST_F(Arranged, ADryRunTellsPaperAndTime) {
  const Finished run = issue({"--dry-run", "--spare", "10%", "--sheets-per-minute", "1.5"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_NE(run.out.find("25 cards = 3 sheets (+10 % spare: 1 more), "), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("at 1.5 sheets/min about 2 min"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("25 कार्ड = 3 शीट"), std::string::npos) << run.out;
}

TEST_F(Arranged, WordsThatContradictEachOtherAreRefused) {
  for (const Words& words :
       {Words{"--fill", "piles"}, Words{"--group", "state"}, Words{"--group-header", "slip"}, Words{"--spare", "lots"},
        Words{"--start-slot", "0"}, Words{"--start-slot", "2", "--fill", "stacks"}, Words{"--sheets-per-minute", "-1"}})
    EXPECT_EQ(issue(words).code, 64) << words.back();
}

}  // namespace
}  // namespace pehchan

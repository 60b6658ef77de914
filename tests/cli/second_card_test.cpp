// The ways in which a member could get a second card, and the run that must not give it.
#include <filesystem>

#include "cli/office.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

class SecondCard : public Office {
 protected:
  void expect_nobody_has_two() const { EXPECT_EQ(card_facts(ledger_).live, card_facts(ledger_).members); }
  bool is_noted(const std::string& code) const {
    const auto told = report();
    for (const auto& note : told["notes"])
      if (note["code"] == code) return true;
    return false;
  }
  bool is_withheld_for(const std::string& code) const {
    const auto told = report();
    for (const auto& problem : told["problems"])
      if (problem["code"] == code) return true;
    return false;
  }
};

TEST_F(SecondCard, IsNotGivenByAMistypedAddress) {
  for (const char* address : {"postgesql://clerk:s3cret@h:1/cards", "postgresql:/clerk:s3cret@h:1/cards"}) {
    ledger_ = address;
    const Finished run = issue();
    EXPECT_EQ(run.code, 64) << address;
    EXPECT_EQ((run.out + run.err).find("s3cret"), std::string::npos) << run.err;
  }
  EXPECT_FALSE(fs::exists("postgesql:"));
}

TEST_F(SecondCard, IsNotGivenByAForgottenPeriod) {
  EXPECT_EQ(issue({"--period", "2026-29"}).code, 0);
  EXPECT_EQ(issue().code, 0);
  EXPECT_EQ(cards_that_are("rendered"), 25);
  expect(0, {"replace", "PP/TST/000003", "--reason", "lost"});
}

TEST_F(SecondCard, IsNotGivenByAPeriodWrittenOtherwise) {
  EXPECT_EQ(issue({"--period", "2026-29"}).code, 0);
  EXPECT_EQ(issue({"--period", " २०२६-२९ "}).code, 0);
  EXPECT_EQ(issue({"--period", "2026/29"}).code, 64);
  EXPECT_EQ(cards_that_are("rendered"), 25);
  EXPECT_EQ(issue({"--period", "2029-32"}).code, 0) << "a new period is a new card";
  EXPECT_EQ(cards_that_are("rendered"), 50);
  EXPECT_EQ(issue().code, 64) << "which of the two?";
}

TEST_F(SecondCard, IsNotOrderedByAReplacementAskedForAgain) {
  issue();
  const std::string old = number_of("PP/TST/000003");
  expect(0, {"replace", old, "--reason", "lost"});
  issue();
  const Finished again = say({"replace", old, "--reason", "lost"});
  EXPECT_EQ(again.code, 0);
  EXPECT_NE(again.out.find("was replaced by"), std::string::npos) << again.out;
  EXPECT_EQ(cards_that_are("void"), 1);
  EXPECT_EQ(cards_that_are("ordered"), 0);
}

TEST_F(SecondCard, IsNotGivenToANumberWithOtherSigns) {
  issue();
  change_roll("PP/TST/000003,", "PP-TST-000003,");
  EXPECT_EQ(issue().code, 0);
  EXPECT_EQ(card_facts(ledger_).live, 25U);
}

TEST_F(SecondCard, IsNotGivenToOneEpicNumberUnderTwoMemberNumbers) {
  issue();
  change_roll("PP/TST/000003,", "PP/TST/900003,");
  EXPECT_EQ(issue().code, 1);
  EXPECT_TRUE(is_withheld_for("epic_has_card"));
  EXPECT_EQ(card_facts(ledger_).live, 25U);
}

TEST_F(SecondCard, AnEpicNumberThatTheRollHasCorrectedIsFree) {
  issue({"--member", "PP/TST/000003"});
  change_roll("TST0000003", "TST0999999");
  change_roll("TST0000004", "TST0000003");
  EXPECT_EQ(issue().code, 0);
  EXPECT_EQ(card_facts(ledger_).live, 25U);
}

TEST_F(SecondCard, IsNotGivenByAnOldCopyOfTheLedger) {
  const std::string copy = home_ / "copy.db";
  EXPECT_EQ(issue({"--booth", "1", "--district", "Devgarh"}).code, 0);
  expect(0, {"ledger", "backup", "--to", copy});
  EXPECT_EQ(issue().code, 0);
  fs::copy_file(copy, ledger_, fs::copy_options::overwrite_existing);
  fs::remove(ledger_ + "-wal");
  fs::remove(ledger_ + "-shm");
  const int before = cards_that_are("ordered");
  EXPECT_EQ(issue().code, 65);
  out_ = home_ / "another-folder";
  EXPECT_EQ(issue().code, 65);
  EXPECT_EQ(say({"replace", "PP/TST/000001", "--reason", "lost"}).code, 65);
  EXPECT_EQ(cards_that_are("ordered"), before) << "no number was given";
}

TEST_F(SecondCard, DistrictsNeverShareACode) {
  write_bytes(home_ / "places.csv",
              "state,district,block,booth_no,district_code\nPurva Pradesh,Devgarh,Testkund,1,014\n"
              "Purva Pradesh,Nandigarh,Testkund,1,001\n");
  EXPECT_EQ(issue({"--district", "Devgarh"}).code, 0) << "takes 001";
  const Finished clash = issue({"--places", home_ / "places.csv"});
  EXPECT_EQ(clash.code, 78) << clash.err;
  EXPECT_NE(clash.err.find("Nandigarh"), std::string::npos) << clash.err;
}

TEST_F(SecondCard, WhoHasACardAndIsNoLongerConfirmedIsTold) {
  issue();
  std::string text = bytes_of(roll_.roll);
  const auto at = text.find(",confirmed,");
  write_bytes(roll_.roll, text.replace(at, 11, ",declined,"));
  EXPECT_EQ(issue().code, 0);
  EXPECT_TRUE(is_noted("card_of_unconfirmed")) << report()["notes"].dump(1);
}

TEST_F(SecondCard, ANewLedgerIsNeverBegunInSilence) {
  auto words = issue_words();
  std::erase(words, "--quiet");
  EXPECT_NE(run_program(words).out.find("a new one was begun"), std::string::npos);
  EXPECT_EQ(run_program(words).out.find("a new one was begun"), std::string::npos);
  expect_nobody_has_two();
}

}  // namespace
}  // namespace pehchan

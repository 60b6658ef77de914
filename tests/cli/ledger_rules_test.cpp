#include "cli/office.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

using Ledger = Office;

TEST_F(Ledger, WithANewFolderGivesNobodyASecondCard) {
  EXPECT_EQ(issue().code, 0);
  const std::string before = fingerprint(out_);
  out_ = home_ / "new-out";
  EXPECT_EQ(issue().code, 0);
  EXPECT_FALSE(fs::exists(out_ / "sheets-0001.pdf"));
  EXPECT_EQ(card_facts(ledger_), (CardFacts{25, 25, 25}));
  EXPECT_EQ(fingerprint(home_ / "out"), before);
}

TEST_F(Ledger, ThatIsFreshIsRefusedWithAnOldFolder) {
  issue();
  const std::string before = fingerprint(out_);
  ledger_ = home_ / "fresh.db";
  const Finished fresh = issue();
  EXPECT_EQ(fresh.code, 65);
  EXPECT_NE(fresh.err.find("--ledger"), std::string::npos) << fresh.err;
  EXPECT_EQ(fingerprint(out_), before);
}

TEST_F(Ledger, ReplacesACardByOneWithANewNumberAndTheOldOneIsVoid) {
  issue();
  const std::string old = number_of("PP/TST/000003");
  expect(0, {"replace", "PP/TST/000003", "--reason", "lost"});
  EXPECT_EQ(cards_that_are("void"), 1);
  EXPECT_EQ(issue().code, 0);
  const std::string now = say({"find", "PP/TST/000003"}).out;
  EXPECT_NE(now.substr(0, now.find(' ')), old);
  EXPECT_NE(now.find("instead of " + old + " (lost)"), std::string::npos) << now;
  EXPECT_NE(say({"find", old}).out.find(old + "  void"), std::string::npos);
  EXPECT_TRUE(fs::exists(out_ / "sheets-0002.pdf"));
  EXPECT_EQ(card_facts(ledger_), (CardFacts{25, 25, 25}));
  EXPECT_EQ(faults_of(ledger_), "");
}

TEST_F(Ledger, OrdersOneReplacementHoweverOftenItIsAskedFor) {
  issue();
  expect(0, {"replace", "PP/TST/000003", "--reason", "lost"});
  expect(0, {"replace", "PP/TST/000003", "--reason", "lost"});
  EXPECT_EQ(card_facts(ledger_).live, 25U);
  EXPECT_EQ(cards_that_are("void"), 1);
}

TEST_F(Ledger, ReportsACorrectedNameAndPrintsNothingByItself) {
  issue();
  const std::string number = number_of("PP/TST/000004");
  change_roll("PP/TST/000004,Asha Test", "PP/TST/000004,Usha Test");
  EXPECT_EQ(issue().code, 0);
  const auto notes = report()["notes"];
  ASSERT_EQ(notes.size(), 1U) << notes.dump(1);
  EXPECT_EQ(notes[0]["code"], "changed_since_card");
  EXPECT_EQ(notes[0]["field"], "name");
  EXPECT_EQ(notes[0]["row"], 5);
  EXPECT_FALSE(fs::exists(out_ / "sheets-0002.pdf"));
  EXPECT_EQ(number_of("PP/TST/000004"), number);
}

TEST_F(Ledger, GivesAVoidedMemberNoCardByItselfAndSaysSo) {
  issue();
  const std::string number = number_of("PP/TST/000005");
  expect(0, {"void", number, "--reason", "withdrawn"});
  EXPECT_EQ(issue().code, 0);
  EXPECT_EQ(report()["notes"][0]["code"], "card_void");
  EXPECT_FALSE(fs::exists(out_ / "sheets-0002.pdf"));
  EXPECT_EQ(card_facts(ledger_).live, 24U);
}

TEST_F(Ledger, RefusesAMistypedCardNumber) {
  issue();
  std::string number = number_of("PP/TST/000005");
  number[number.size() - 3] = number[number.size() - 3] == '1' ? '2' : '1';
  expect(64, {"void", number, "--reason", "lost"});
  EXPECT_EQ(card_facts(ledger_).live, 25U);
}

TEST_F(Ledger, ThatSomebodyChangedIsNotProved) {
  issue();
  const std::string change = "sqlite3 '" + ledger_ + "' \"update card set state = 'handed_over' where number = '" +
                             number_of("PP/TST/000001") + "'; update job set last_hash = 'x' where id = 1\"";
  ASSERT_EQ(std::system(change.c_str()), 0);
  const Finished check = say({"ledger", "check"});
  EXPECT_EQ(check.code, 65);
  EXPECT_NE(check.out.find("FAULT: J0001"), std::string::npos) << check.out;
}

TEST_F(Ledger, CheckFindsAReleasedFileThatIsGoneOrAltered) {
  issue({"--sheets-per-file", "1"});
  EXPECT_EQ(faults_of(ledger_), "");
  fs::remove(out_ / "sheets-0001.pdf");
  write_bytes(out_ / "sheets-0002.pdf", bytes_of(out_ / "sheets-0002.pdf") + "%");
  const std::string faults = faults_of(ledger_);
  EXPECT_NE(faults.find("sheets-0001.pdf is gone"), std::string::npos) << faults;
  EXPECT_NE(faults.find("sheets-0002.pdf is not what was released"), std::string::npos) << faults;
}

TEST_F(Ledger, IsNotMadeByADryRunAndNothingElseIsEither) {
  const Finished dry = issue({"--dry-run"});
  EXPECT_EQ(dry.code, 0) << dry.err;
  EXPECT_NE(dry.out.find("Would try 25 cards on at most 3 sheets"), std::string::npos) << dry.out;
  EXPECT_FALSE(fs::exists(ledger_));
  EXPECT_FALSE(fs::exists(out_));
}

TEST_F(Ledger, OfADryRunKnowsWhoHasACardAndIsLeftAsItWas) {
  issue({"--member", "PP/TST/000001"});
  const std::string before = say({"ledger", "stats"}).out;
  const Finished dry = issue({"--dry-run"});
  EXPECT_NE(dry.out.find("Would try 24 cards"), std::string::npos) << dry.out;
  EXPECT_EQ(say({"ledger", "stats"}).out, before);
}

TEST_F(Ledger, MetricsOfARunThatFailsAreWholeAndTellItsExitCode) {
  const fs::path metrics = home_ / "pehchan.prom";
  const Finished good = issue({"--metrics", metrics.string()});
  EXPECT_EQ(good.code, 0);
  const std::string whole = bytes_of(metrics);
  EXPECT_NE(whole.find("last_run_exit_code 0\n"), std::string::npos) << whole;
  ledger_ = home_ / "fresh.db";
  EXPECT_EQ(issue({"--metrics", metrics.string()}).code, 65);
  const std::string failed = bytes_of(metrics);
  EXPECT_NE(failed.find("last_run_exit_code 65\n"), std::string::npos) << failed;
  EXPECT_EQ(std::count(failed.begin(), failed.end(), '\n'), std::count(whole.begin(), whole.end(), '\n'));
}

TEST_F(Ledger, IsSearchedAsPeopleType) {
  change_roll("PP/TST/000005,Asha Test", "PP/TST/000005,Razia Khan ज़रीना");
  issue();
  for (const char* typed : {"razia", "RAZIA KHAN", "  Razia   Khan ", "ज\u093c\u0930", "\u095b\u0930", "pp/tst/000005",
                            "PP/TST/\u0966\u0966\u0966\u0966\u0966\u096b"})
    EXPECT_NE(say({"find", typed}).out.find("PP/TST/000005"), std::string::npos) << typed;
  EXPECT_EQ(say({"find", "\xff"}).code, 64);
  EXPECT_EQ(say({"find", "  "}).code, 64);
}

TEST_F(Ledger, IsExportedToTheScreenOrIntoAFileWithoutPeople) {
  issue();
  const std::string screen = say({"ledger", "export"}).out;
  EXPECT_EQ(std::count(screen.begin(), screen.end(), '\n'), 26) << screen;
  EXPECT_EQ(screen.find("Asha"), std::string::npos);
  expect(0, {"ledger", "export", "--to", home_ / "cards.csv"});
  EXPECT_EQ(bytes_of(home_ / "cards.csv"), screen);
}

}  // namespace
}  // namespace pehchan

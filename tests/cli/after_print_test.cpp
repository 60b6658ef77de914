#include <algorithm>

#include "cli/office.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

using AfterPrint = Office;

std::string text_of(const fs::path& pdf) {
  const fs::path text = pdf.string() + ".txt";
  if (std::system(("pdftotext -layout '" + pdf.string() + "' '" + text.string() + "'").c_str()) != 0) return {};
  return bytes_of(text);
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

/// Bytes of all JPEGs embedded in a PDF, sorted.
std::vector<std::string> jpegs_in(const fs::path& pdf, const fs::path& scratch) {
  fs::create_directories(scratch);
  std::vector<std::string> jpegs;
  if (std::system(("pdfimages -j '" + pdf.string() + "' '" + (scratch / "image").string() + "'").c_str()) != 0)
    return jpegs;
  for (const auto& entry : fs::directory_iterator(scratch))
    if (entry.path().extension() == ".jpg") jpegs.push_back(bytes_of(entry.path()));
  std::sort(jpegs.begin(), jpegs.end());
  return jpegs;
}

TEST_F(AfterPrint, OnlyTheSheetsThatAreSaidCountAsPrinted) {
  issue();
  EXPECT_EQ(cards_that_are("printed"), 0);
  expect(0, {"printed", "J0001", "--sheets", "1,3"});
  EXPECT_EQ(cards_that_are("printed"), 15);
  EXPECT_EQ(cards_that_are("rendered"), 10);
  expect(0, {"printed", "J0001"});
  EXPECT_EQ(cards_that_are("printed"), 25);
  expect(64, {"printed", "J0001", "--sheets", "3-4"});
  expect(64, {"printed", "J0001", "--sheets", "two"});
  expect(66, {"printed", "J0009"});
}

TEST_F(AfterPrint, ASpoiltCardIsMadeAgainOnceWithItsNumberAndTheNextCopy) {
  issue();
  expect(0, {"spoilt", "J0001", "--sheet", "2", "--slots", "4"});
  expect(0, {"spoilt", "J0001", "--sheet", "2", "--slots", "4"});
  EXPECT_FALSE(fs::exists(out_ / "remake-0002.pdf"));
  const std::string remake = text_of(out_ / "remake-0001.pdf");
  EXPECT_EQ(count_of(remake, "PCN-"), 1U);
  EXPECT_NE(remake.find("copy 2"), std::string::npos);
  const std::string number =
      remake.substr(remake.find("PCN-"), remake.find_first_of(" \n", remake.find("PCN-")) - remake.find("PCN-"));
  EXPECT_NE(text_of(out_ / "sheets-0001.pdf").find(number), std::string::npos);
  EXPECT_NE(say({"find", number}).out.find("remake-0001.pdf, copy 2"), std::string::npos);
  EXPECT_EQ(card_facts(ledger_), (CardFacts{25, 25, 25}));
  EXPECT_EQ(faults_of(ledger_), "");
}

TEST_F(AfterPrint, ASpoiltCardKeepsItsPortraitToTheByteWithoutRollAndPhotos) {
  const GoodRoll roll = make_good_roll(home_ / "demo", 8);
  ASSERT_EQ(run_program(roll.issue(out_, ledger_)).code, 0);
  fs::remove_all(home_ / "demo");
  expect(0, {"spoilt", "J0001", "--sheet", "1", "--slots", "3,7"});
  const auto whole = jpegs_in(out_ / "sheets-0001.pdf", home_ / "whole"),
             again = jpegs_in(out_ / "remake-0001.pdf", home_ / "again");
  EXPECT_EQ(whole.size(), 8U);
  ASSERT_EQ(again.size(), 2U);
  EXPECT_TRUE(std::includes(whole.begin(), whole.end(), again.begin(), again.end()));
}

TEST_F(AfterPrint, WhatCannotBeMadeAgainIsRefusedWithTheReason) {
  issue();
  expect(64, {"spoilt", "J0001", "--sheet", "3", "--slots", "6"});
  expect(64, {"spoilt", "J0001", "--sheet", "4"});
  expect(0, {"printed", "J0001"});
  const std::string void_one = number_of("PP/TST/000001"), handed = number_of("PP/TST/000003");
  expect(0, {"void", void_one, "--reason", "withdrawn"});
  expect(0, {"handover", "J0001", "--signed", "--card", handed});
  const Finished dead = say({"spoilt", "J0001", "--sheet", "1", "--slots", "1"});
  EXPECT_EQ(dead.code, 65);
  EXPECT_NE(dead.err.find(void_one + " is void"), std::string::npos) << dead.err;
  const Finished gone = say({"spoilt", "J0001", "--sheet", "1", "--slots", "2"});
  EXPECT_EQ(gone.code, 65);
  EXPECT_NE(gone.err.find(handed + " is handed over already"), std::string::npos) << gone.err;
  const fs::path sheets = out_ / "sheets-0001.pdf";
  write_bytes(sheets, bytes_of(sheets) + "%");
  expect(65, {"spoilt", "J0001", "--sheet", "3"});
  fs::remove(sheets);
  expect(66, {"spoilt", "J0001", "--sheet", "3"});
  EXPECT_FALSE(fs::exists(out_ / "remake-0001.pdf"));
}

TEST_F(AfterPrint, TheRegisterHasEachPrintedCardOnceAndNoOther) {
  issue();
  expect(66, {"handover", "J0001"});
  expect(0, {"printed", "J0001", "--sheets", "1-2"});
  expect(0, {"spoilt", "J0001", "--sheet", "1", "--slots", "1"});
  expect(0, {"printed", "J0002"});
  expect(0, {"handover", "J0001"});
  const std::string book = text_of(out_ / "register-J0001.pdf");
  EXPECT_EQ(count_of(book, "PCN-"), 20U);
  for (auto at = book.find("PCN-"); at != std::string::npos; at = book.find("PCN-", at + 1))
    EXPECT_EQ(count_of(book, book.substr(at, book.find_first_of(" \n", at) - at)), 1U);
}

TEST_F(AfterPrint, CardsAreHandedOverWhenTheRegisterIsSignedAllButTheExceptions) {
  issue();
  expect(0, {"printed", "J0001"});
  expect(0, {"handover", "J0001"});
  EXPECT_EQ(cards_that_are("handed_over"), 0);
  expect(0, {"handover", "J0001", "--signed", "--except", number_of("PP/TST/000002")});
  EXPECT_EQ(cards_that_are("handed_over"), 24);
  EXPECT_EQ(cards_that_are("printed"), 1);
  expect(64, {"handover", "J0001", "--booth", "1"});
}

TEST_F(AfterPrint, NoCommandGoesOnWithAnOlderCopyOfTheLedger) {
  issue();
  const auto put_back = [&](const char* copy) {
    fs::remove(ledger_ + "-wal");
    fs::copy_file(home_ / copy, ledger_, fs::copy_options::overwrite_existing);
  };
  const std::vector<Words> steps{{"printed", "J0001"}, {"handover", "J0001", "--signed"}, {"purge", "--days", "0"}};
  for (const Words& step : steps) {
    fs::copy_file(ledger_, home_ / "copy.db", fs::copy_options::overwrite_existing);
    expect(0, step);
    fs::copy_file(ledger_, home_ / "newest.db", fs::copy_options::overwrite_existing);
    put_back("copy.db");
    for (const Words& any : steps) {
      const Finished run = say(any);
      EXPECT_EQ(run.code, 65) << any[0] << " after " << step[0] << ": " << run.out;
      EXPECT_NE(run.err.find("older than it was"), std::string::npos) << run.err;
    }
    put_back("newest.db");
  }
}

TEST_F(AfterPrint, APurgeRemovesFilesAndNamesAndKeepsNumbers) {
  issue();
  const std::string number = number_of("PP/TST/000002");
  expect(0, {"printed", "J0001"});
  expect(0, {"purge", "--days", "0"});
  EXPECT_TRUE(fs::exists(out_ / "sheets-0001.pdf")) << "cards are still to be handed over";
  expect(0, {"handover", "J0001"});
  expect(0, {"handover", "J0001", "--signed"});
  expect(0, {"purge", "--days", "0", "--dry-run"});
  EXPECT_TRUE(fs::exists(out_ / "sheets-0001.pdf"));
  expect(0, {"purge", "--days", "0"});
  for (const char* name : {"sheets-0001.pdf", "register-J0001.pdf", "report.html", "previews/sheets-0001-front.png"})
    EXPECT_FALSE(fs::exists(out_ / name)) << name;
  EXPECT_EQ(say({"find", "Asha"}).out.find("PCN-"), std::string::npos);
  EXPECT_EQ(bytes_of(ledger_).find("Asha"), std::string::npos) << "forgotten, but still in the ledger's file";
  EXPECT_NE(say({"find", number}).out.find(number + "  handed_over"), std::string::npos);
  expect(0, {"ledger", "check"});
  EXPECT_EQ(issue().code, 0);
  EXPECT_FALSE(fs::exists(out_ / "sheets-0002.pdf"));
}

}  // namespace
}  // namespace pehchan

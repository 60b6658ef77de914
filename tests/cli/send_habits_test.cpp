// Sheets on their way to printers with bad habits: nothing is printed twice, and nothing is said that nobody knows.
#include <thread>

#include "batch/send_sheets.h"
#include "cli/office.h"
#include "support/build_paths.h"
#include "support/fake_printer.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

class SendHabits : public Office {
 protected:
  void SetUp() override {
    Office::SetUp();
    const Finished issued = issue();
    ASSERT_EQ(issued.code, 0) << issued.err;
  }
  Finished send(const FakePrinter& printer, const Words& more = {}) const {
    Words words{"send", "J0001", "--printer", printer.uri()};
    words.insert(words.end(), more.begin(), more.end());
    return say(words);
  }
  SendOptions options_for(const FakePrinter& printer) const {
    SendOptions options;
    options.ledger = ledger_;
    options.job = "J0001";
    options.printer = printer.uri();
    return options;
  }
  std::string released() const { return bytes_of(out_ / "sheets-0001.pdf"); }
  /// As a run leaves it that is killed when the printer has the whole file.
  void leave_killed(const FakePrinter& printer, const std::string& name, int number) const {
    write_bytes(out_ / ".printing.json", nlohmann::json{{"printer", printer.uri()},
                                                        {"job", "J0001"},
                                                        {"name", name},
                                                        {"number", number},
                                                        {"sheets", {1, 3}},
                                                        {"pages", 6},
                                                        {"two_sided", true}}
                                             .dump());
  }
};

TEST_F(SendHabits, ALineThatIsLostAfterTheLastBytePrintsNothingTwice) {
  const FakePrinter printer({.cuts = 1});
  const Finished run = send(printer);
  EXPECT_EQ(run.code, 0) << run.out << run.err;
  EXPECT_EQ(cards_that_are("printed"), 25);
  const Finished again = send(printer);
  EXPECT_TRUE(has(again.out, "nothing is left to print")) << again.out << again.err;
  ASSERT_EQ(printer.received().size(), 1U);
  EXPECT_TRUE(printer.received()[0] == released());
}

TEST_F(SendHabits, APrinterThatOnlyTakesFilesWholeIsGivenThemWhole) {
  for (const std::set<int>& unknown : {std::set<int>{IPP_OP_CREATE_JOB}, std::set<int>{IPP_OP_SEND_DOCUMENT}}) {
    const FakePrinter printer({.unknown = unknown});
    const Finished run = send(printer, {"--sheets", unknown.contains(IPP_OP_CREATE_JOB) ? "1-2" : "3"});
    EXPECT_EQ(run.code, 0) << run.out << run.err;
    EXPECT_EQ(printer.received().size(), 1U);
  }
  EXPECT_EQ(cards_that_are("printed"), 25);
}

TEST_F(SendHabits, AFileThatWasGivenWholeAndWhoseNumberIsLostIsFoundByItsName) {
  const FakePrinter printer({.unknown = {IPP_OP_CREATE_JOB}, .cuts = 1});
  const Finished run = send(printer);
  EXPECT_EQ(run.code, 0) << run.out << run.err;
  EXPECT_EQ(cards_that_are("printed"), 25);
  EXPECT_EQ(printer.received().size(), 1U);
}

TEST_F(SendHabits, WhatNobodyKnowsIsNotSentAgainByItself) {
  const FakePrinter printer({.unknown = {IPP_OP_CREATE_JOB}, .cuts = 1, .keeps_lists = false});
  const Finished run = send(printer);
  EXPECT_EQ(run.code, 69) << run.out << run.err;
  EXPECT_EQ(cards_that_are("printed"), 0);
  const Finished again = send(printer);
  EXPECT_EQ(again.code, 75) << again.out << again.err;
  EXPECT_TRUE(has(again.err, "--forget")) << again.err;
  EXPECT_EQ(printer.received().size(), 1U);
  EXPECT_EQ(send(printer, {"--forget"}).code, 0);
  EXPECT_EQ(printer.received().size(), 2U);
}

// CUPS has completed what it has sent to a socket or a USB port, and counts what its filters made.
TEST_F(SendHabits, WhatCupsHasOnlyHandedOnIsNotPrinted) {
  for (const char* device :
       {"socket://10.0.0.9", "usb://Office/Printer", "file:/dev/null", "ipp://office/p?waitjob=false"}) {
    const FakePrinter queue({.device = device});
    EXPECT_EQ(send(queue, {"--no-ask"}).code, 1) << device;
    EXPECT_EQ(cards_that_are("printed"), 0) << device;
  }
  const FakePrinter followed({.device = "ipp://office/ipp/print"});
  EXPECT_EQ(send(followed).code, 0);
  EXPECT_EQ(cards_that_are("printed"), 25);
}

TEST_F(SendHabits, AFileThatThePrinterRefusesIsSentAgainByTheNextRun) {
  const FakePrinter printer({.unknown = {IPP_OP_CREATE_JOB}, .refuses = 1});
  const Finished run = send(printer);
  EXPECT_EQ(run.code, 69) << run.out << run.err;
  EXPECT_TRUE(has(run.err, "does not take the file")) << run.err;
  EXPECT_EQ(send(printer).code, 0) << "it has said that it did not take it";
  EXPECT_EQ(cards_that_are("printed"), 25);
}

TEST_F(SendHabits, APrinterThatForgotIsSettledByWhatPeopleSay) {
  FakePrinter printer;
  leave_killed(printer, "J0001 sheets 1-3", 7);
  const Finished asked = send(printer);
  EXPECT_EQ(asked.code, 75) << asked.out << asked.err;
  EXPECT_TRUE(has(asked.err, "pehchan printed J0001 --sheets 1-3")) << asked.err;
  expect(0, {"printed", "J0001", "--sheets", "1-2"});
  EXPECT_EQ(send(printer).code, 75) << "nobody has said what became of the third";
  expect(0, {"printed", "J0001", "--sheets", "3"});
  const Finished settled = send(printer);
  EXPECT_EQ(settled.code, 0) << "nothing of it is left that could be printed twice: " << settled.err;
  EXPECT_TRUE(printer.received().empty());
}

TEST_F(SendHabits, WhoeverSitsThereIsAskedWhatBecameOfThem) {
  FakePrinter printer;
  const auto run = [&](Lost said) {
    leave_killed(printer, "J0001 sheets 1-3", 7);
    SendAsker ask;
    ask.lost = [&](const SheetRange& sheets) {
      EXPECT_EQ(sheets.last, 3U);
      return said;
    };
    return send_sheets(options_for(printer), ask, [](const SendProgress&) {}, {});
  };
  EXPECT_THROW(run(Lost::unknown), RunError);
  EXPECT_TRUE(printer.received().empty());
  EXPECT_EQ(run(Lost::did_not).cards, 25U);
  EXPECT_EQ(printer.received().size(), 1U) << "sent, because none had come out";
}

TEST_F(SendHabits, WhoeverSaysThatAllCameOutIsBelieved) {
  FakePrinter printer;
  leave_killed(printer, "J0001 sheets 1-3", 7);
  SendAsker ask;
  ask.lost = [](const SheetRange&) { return Lost::came_out; };
  EXPECT_EQ(send_sheets(options_for(printer), ask, [](const SendProgress&) {}, {}).cards, 25U);
  EXPECT_TRUE(printer.received().empty());
}

TEST_F(SendHabits, ARunThatWasKilledBeforeTheFirstByteIsNothingToLookAfter) {
  FakePrinter printer;
  leave_killed(printer, "J0001 sheets 1-3", 0);
  std::string left = bytes_of(out_ / ".printing.json");
  write_bytes(out_ / ".printing.json", left.replace(left.size() - 1, 1, R"(,"on_its_way":false})"));
  EXPECT_EQ(send(printer).code, 0);
  EXPECT_EQ(printer.received().size(), 1U);
}

TEST_F(SendHabits, AnotherJobsSheetsAreLookedAfterFirst) {
  FakePrinter printer;
  leave_killed(printer, "J0002 sheets 1-3", 7);
  std::string left = bytes_of(out_ / ".printing.json");
  left.replace(left.find("J0001"), 5, "J0002");
  write_bytes(out_ / ".printing.json", left);
  const Finished run = send(printer);
  EXPECT_EQ(run.code, 75);
  EXPECT_TRUE(has(run.err, "pehchan send J0002")) << run.err;
}

TEST_F(SendHabits, CardsThatDiedAfterAKillAreNamedAndNotPrinted) {
  FakePrinter printer;
  leave_killed(printer, "J0001 sheets 1-3", printer.give("J0001 sheets 1-3"));
  const std::string number = number_of("PP/TST/000003");
  expect(0, {"void", number, "--reason", "withdrawn"});
  const Finished run = send(printer);
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_TRUE(has(run.out, "the card " + number + " no longer counts")) << run.out;
  EXPECT_EQ(cards_that_are("printed"), 24);
  EXPECT_TRUE(printer.received().empty());
}

TEST_F(SendHabits, WhatAnEarlierRunLeftIsAskedForAtThePrinterThatHasIt) {
  FakePrinter first;
  const FakePrinter other;
  leave_killed(first, "J0001 sheets 1-3", first.give("J0001 sheets 1-3"));
  EXPECT_EQ(send(other).code, 0);
  EXPECT_EQ(cards_that_are("printed"), 25);
  EXPECT_TRUE(other.received().empty());
}

TEST_F(SendHabits, ANumberThatThePrinterGaveToSomethingElseSinceIsNotOurs) {
  FakePrinter printer;
  leave_killed(printer, "J0001 sheets 1-3", printer.give("somebody's letter"));
  EXPECT_EQ(send(printer).code, 75);
  EXPECT_EQ(cards_that_are("printed"), 0);
}

TEST_F(SendHabits, SheetsGoAsTheyLieWhateverBecomesOfTheFormatsFile) {
  const fs::path format = home_ / "own.toml", out = home_ / "own";
  std::string lines = bytes_of(fs::path(PEHCHAN_SOURCE) / "templates/sheets/a4-2x5.toml");
  write_bytes(format, lines);
  ledger_ = home_ / "own.db";
  Words how = plain_card;
  how.insert(how.end(), {"--sheet", format.string()});
  const Finished issued = run_program(roll_.issue(out, ledger_, how));
  ASSERT_EQ(issued.code, 0) << issued.err;
  write_bytes(format, lines.replace(lines.find("297"), 3, "420"));
  const FakePrinter printer;
  const Finished run = send(printer);
  EXPECT_EQ(run.code, 0) << run.err;
  ASSERT_EQ(printer.received().size(), 1U);
  EXPECT_TRUE(printer.received()[0] == bytes_of(out / "sheets-0001.pdf"));
  EXPECT_EQ(printer.sides()[0], "two-sided-long-edge");
}

TEST_F(SendHabits, HeaderSheetsAreSentAsTheyLie) {
  const fs::path out = home_ / "grouped";
  ledger_ = home_ / "grouped.db";
  Words how = plain_card;
  how.insert(how.end(), {"--group", "booth", "--group-header", "sheet"});
  const Finished issued = run_program(roll_.issue(out, ledger_, how));
  ASSERT_EQ(issued.code, 0) << issued.err;
  const FakePrinter printer;
  const Finished run = send(printer);
  EXPECT_EQ(run.code, 0) << run.err;
  std::vector<std::string> sent = printer.received(), lie;
  for (int i = 1; fs::exists(out / ("sheets-000" + std::to_string(i) + ".pdf")); ++i)
    lie.push_back(bytes_of(out / ("sheets-000" + std::to_string(i) + ".pdf")));
  EXPECT_TRUE(sent == lie) << sent.size() << " of " << lie.size();
  EXPECT_EQ(cards_that_are("printed"), 25);
}

TEST_F(SendHabits, TheMeasuredPrinterOfIssueIsNotTakenForAnAddress) {
  const FakePrinter printer;
  ::setenv("PEHCHAN_PRINTER", "office", 1);
  const Finished without = say({"send", "J0001"});
  ::setenv("PEHCHAN_SEND_PRINTER", printer.uri().c_str(), 1);
  const Finished with = say({"send", "J0001"});
  ::unsetenv("PEHCHAN_PRINTER"), ::unsetenv("PEHCHAN_SEND_PRINTER");
  EXPECT_EQ(without.code, 64);
  EXPECT_TRUE(has(without.err, "--printer is missing")) << without.err;
  EXPECT_EQ(with.code, 0) << with.err;
  const Finished issued = issue({"--printer", printer.uri()});
  EXPECT_EQ(issued.code, 64);
  EXPECT_TRUE(has(issued.err, "printer's address")) << issued.err;
}

}  // namespace
}  // namespace pehchan

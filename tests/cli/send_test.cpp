// Sheets on their way to a printer: a real one on loopback where the bench is.
#include <csignal>
#include <thread>

#include "cli/office.h"
#include "support/ipp_bench.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

constexpr const char* nowhere = "ipp://localhost:9/ipp/print";

class Send : public Office {
 protected:
  Finished send(const std::string& printer, const Words& more = {}) const {
    Words words{"send", "J0001", "--printer", printer};
    words.insert(words.end(), more.begin(), more.end());
    return say(words);
  }
};

/// With 25 cards on three sheets of one file.
class SendToPrinter : public Send {
 protected:
  void SetUp() override {
    if (IppBench::tools().empty()) GTEST_SKIP() << "no printers at ../shared/tools/ipp";
    Send::SetUp();
    ASSERT_EQ(issue().code, 0);
  }
  std::string pages_of(const std::string& pdf) const {
    write_bytes(home_ / "received.pdf", pdf);
    const std::string facts = home_ / "facts.txt", command = "pdfinfo '" + (home_ / "received.pdf").string() + "' > '";
    if (std::system((command + facts + "'").c_str()) != 0) return "none";
    const std::string text = bytes_of(facts);
    const auto at = text.find("Pages:");
    return text.substr(text.find_first_of("0123456789", at), 1);
  }
  std::string text_of(const std::string& pdf) const {
    write_bytes(home_ / "received.pdf", pdf);
    const std::string text = home_ / "text.txt";
    return std::system(("pdftotext '" + (home_ / "received.pdf").string() + "' '" + text + "'").c_str()) == 0
               ? bytes_of(text)
               : "none";
  }
};

TEST_F(SendToPrinter, TheReceivedBytesAreOursAndACountedFileIsPrinted) {
  const IppBench printer(IppBench::Kind::a4);
  printer.prints(IppBench::counting(6));
  const Finished run = send(printer.uri());
  EXPECT_EQ(run.code, 0) << run.err;
  ASSERT_EQ(printer.received().size(), 1U);
  EXPECT_TRUE(printer.received()[0] == bytes_of(out_ / "sheets-0001.pdf"));
  EXPECT_EQ(cards_that_are("printed"), 25);
  const std::string ticket = printer.last_ticket();
  EXPECT_TRUE(has(ticket, "IPP_SIDES=two-sided-long-edge\n")) << ticket;
  EXPECT_TRUE(has(ticket, "x-dimension=21000")) << ticket;
  EXPECT_TRUE(has(ticket, "IPP_PRINT_SCALING=none\n")) << ticket;
  EXPECT_TRUE(has(ticket, "IPP_COPIES=1\n")) << ticket;
  EXPECT_FALSE(has(ticket, "Asha")) << "a printer is told nobody's name";
  const Finished again = send(printer.uri());
  EXPECT_EQ(again.code, 0);
  EXPECT_TRUE(has(again.out, "nothing is left to print")) << again.out;
  EXPECT_EQ(printer.received().size(), 1U);
}

TEST_F(SendToPrinter, WhatAPrinterCannotCountIsPrintedOnlyWhenSomebodySaysSo) {
  const IppBench printer(IppBench::Kind::a4);
  const Finished run = send(printer.uri(), {"--no-ask"});
  EXPECT_EQ(run.code, 1) << run.err;
  EXPECT_TRUE(has(run.out, "pehchan printed J0001 --sheets 1-3")) << run.out;
  EXPECT_EQ(cards_that_are("printed"), 0);
  EXPECT_EQ(send(printer.uri(), {"--yes"}).code, 0);
  EXPECT_EQ(cards_that_are("printed"), 25);
}

TEST_F(SendToPrinter, APrinterThatDiesAfterTheThirdSheetGoesOnWithTheFourth) {
  const GoodRoll more = make_plain_roll(home_ / "more", 58);
  const fs::path out = home_ / "more-out";
  const std::string ledger = home_ / "more.db";
  ASSERT_EQ(run_program(more.issue(out, ledger, plain_card)).code, 0);
  ledger_ = ledger;
  {
    const IppBench printer(IppBench::Kind::a4);
    printer.prints(IppBench::counting(6) + printer.dying());
    const Finished run = send(printer.uri());
    EXPECT_EQ(run.code, 69) << run.out << run.err;
    EXPECT_TRUE(has(run.out, "sheets 1-3 came out")) << run.out;
    EXPECT_TRUE(has(run.err, "with sheets 4-6 at the printer")) << run.err;
    EXPECT_EQ(cards_that_are("printed"), 30);
  }
  const IppBench printer(IppBench::Kind::a4);
  printer.prints(IppBench::counting(6));
  EXPECT_EQ(send(printer.uri()).code, 75) << "it may have printed on: only a person knows";
  const Finished rest = send(printer.uri(), {"--forget"});
  EXPECT_EQ(rest.code, 0) << rest.err;
  EXPECT_EQ(cards_that_are("printed"), 58);
  ASSERT_EQ(printer.received().size(), 1U);
  EXPECT_EQ(pages_of(printer.received()[0]), "6");
  const std::string text = text_of(printer.received()[0]);
  EXPECT_TRUE(has(text, "sheet 4 ")) << text;
  EXPECT_FALSE(has(text, "sheet 3 ")) << text;
  EXPECT_EQ(faults_of(ledger), "");
}

TEST_F(SendToPrinter, SheetsMayBeChosenAndArePrintedOnce) {
  const IppBench printer(IppBench::Kind::a4);
  printer.prints(IppBench::counting(4));
  EXPECT_EQ(send(printer.uri(), {"--sheets", "2-"}).code, 0);
  EXPECT_EQ(cards_that_are("printed"), 15);
  EXPECT_EQ(pages_of(printer.received().at(0)), "4");
  const Finished twice = send(printer.uri(), {"--sheets", "1-2"});
  EXPECT_EQ(twice.code, 64);
  EXPECT_TRUE(has(twice.err, "sheet 2: no card on it is still to be printed")) << twice.err;
  EXPECT_EQ(send(printer.uri(), {"--sheets", "4"}).code, 64);
  EXPECT_EQ(printer.received().size(), 1U);
  EXPECT_EQ(send(printer.uri(), {"--sheets", "2", "--again"}).code, 0);
  EXPECT_EQ(printer.received().size(), 2U);
}

TEST_F(SendToPrinter, WhatThePrinterAcceptedAndThenGaveUpIsNotPrinted) {
  const IppBench printer(IppBench::Kind::a4);
  printer.prints(IppBench::counting(4) + "exit 1\n");
  const Finished run = send(printer.uri(), {"--yes"});
  EXPECT_EQ(run.code, 69) << run.out;
  EXPECT_EQ(cards_that_are("printed"), 0);
  EXPECT_TRUE(has(run.err, "the printer gave up")) << run.err;
  EXPECT_TRUE(has(run.err, "pehchan printed J0001 --sheets 1-2")) << run.err;
}

TEST_F(SendToPrinter, APaperThatThePrinterHasNotGotIsRefusedBeforeAnySheet) {
  const IppBench printer(IppBench::Kind::card);
  const Finished run = send(printer.uri());
  EXPECT_EQ(run.code, 78) << run.out << run.err;
  EXPECT_TRUE(has(run.err, "no paper of 210 × 297 mm")) << run.err;
  const Finished named = send(printer.uri(), {"--media", "iso_a4_210x297mm"});
  EXPECT_EQ(named.code, 78) << "the printer itself says no";
  EXPECT_TRUE(has(named.err, "media")) << named.err;
  EXPECT_TRUE(printer.received().empty());
  EXPECT_EQ(cards_that_are("printed"), 0);
}

TEST_F(SendToPrinter, ACardPrinterGetsCards) {
  const fs::path out = home_ / "cards";
  ledger_ = home_ / "cards.db";
  Words how = plain_card;
  how.insert(how.end(), {"--sheet", "cr80"});
  const Finished issued = run_program(make_plain_roll(home_ / "two", 2).issue(out, ledger_, how));
  ASSERT_EQ(issued.code, 0) << issued.err;
  const IppBench printer(IppBench::Kind::card);
  printer.prints(IppBench::counting(4));
  const Finished run = send(printer.uri());
  EXPECT_EQ(run.code, 0) << run.err;
  ASSERT_EQ(printer.received().size(), 1U);
  EXPECT_TRUE(printer.received()[0] == bytes_of(out / "sheets-0001.pdf"));
  EXPECT_TRUE(has(printer.last_ticket(), "IPP_MEDIA=custom_cr80_53.98x85.6mm\n")) << printer.last_ticket();
  EXPECT_TRUE(has(printer.last_ticket(), "IPP_SIDES=two-sided-short-edge\n")) << "turned like a page";
  EXPECT_EQ(cards_that_are("printed"), 2);
}

TEST_F(SendToPrinter, AnInterruptCancelsWhatThePrinterHas) {
  const IppBench printer(IppBench::Kind::a4);
  printer.prints(IppBench::counting(2) + "sleep 6\n");
  RunningProgram run({"send", "J0001", "--printer", printer.uri(), "--ledger", ledger_});
  for (int i = 0; i < 100 && printer.received().empty(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  run.signal(SIGINT);
  const Finished ended = run.wait();
  EXPECT_EQ(ended.code, 75) << ended.out << ended.err;
  EXPECT_EQ(cards_that_are("printed"), 0);
}

TEST_F(SendToPrinter, ARunThatWasKilledIsFollowedAndNotPrintedTwice) {
  const IppBench printer(IppBench::Kind::a4);
  printer.prints("sleep 4\n" + IppBench::counting(6));
  {
    RunningProgram run({"send", "J0001", "--printer", printer.uri(), "--ledger", ledger_});
    for (int i = 0; i < 100 && printer.received().empty(); ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    run.signal(SIGKILL);
    run.wait();
  }
  const Finished again = send(nowhere);
  EXPECT_EQ(again.code, 0) << "asked for where they were sent, and nothing else is left: " << again.err;
  EXPECT_EQ(printer.received().size(), 1U);
  EXPECT_EQ(cards_that_are("printed"), 25);
}

TEST_F(SendToPrinter, AJobThatIsCancelledAtThePrinterIsNotPrinted) {
  const IppBench printer(IppBench::Kind::a4);
  printer.prints(IppBench::counting(2) + "sleep 6\n");
  RunningProgram run({"send", "J0001", "--printer", printer.uri(), "--ledger", ledger_});
  for (int i = 0; i < 100 && printer.received().empty(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  printer.cancel(1);
  const Finished ended = run.wait();
  EXPECT_EQ(ended.code, 69) << ended.out;
  EXPECT_TRUE(has(ended.err, "cancelled")) << ended.err;
  EXPECT_EQ(cards_that_are("printed"), 0);
}

TEST_F(SendToPrinter, PrintsTheTargetOfACalibration) {
  const IppBench printer(IppBench::Kind::a4);
  const Finished run = run_program({"calibrate", "office", "--send", printer.uri()});
  EXPECT_EQ(run.code, 0) << run.err;
  ASSERT_EQ(printer.received().size(), 1U);
  EXPECT_EQ(pages_of(printer.received()[0]), "2");
  EXPECT_TRUE(has(printer.last_ticket(), "IPP_PRINT_SCALING=none\n"));
  EXPECT_EQ(run_program({"calibrate", "office", "--paper", "cr80", "--send", printer.uri()}).code, 78);
}

TEST_F(SendToPrinter, OnlyWhatWasReleasedIsEverSent) {
  const IppBench printer(IppBench::Kind::a4);
  const fs::path sheets = out_ / "sheets-0001.pdf";
  const std::string whole = bytes_of(sheets);
  write_bytes(sheets, whole + "%");
  EXPECT_EQ(send(printer.uri()).code, 65);
  fs::remove(sheets);
  EXPECT_EQ(send(printer.uri()).code, 66);
  EXPECT_TRUE(printer.received().empty());
}

TEST_F(Send, SaysWhatIsWrongWithAPrintersAddress) {
  issue();
  for (const char* address : {"http://printer/ipp", "ipp://", "ipp://clerk:secret@printer/ipp", "my printer", "../x"})
    EXPECT_EQ(send(address).code, 64) << address;
  EXPECT_EQ(send("office").code, 69) << "there is no CUPS here";
  const Finished off = send(nowhere);
  EXPECT_EQ(off.code, 69);
  EXPECT_TRUE(has(off.err, "does not answer")) << off.err;
  EXPECT_EQ(cards_that_are("printed"), 0);
  EXPECT_EQ(send(nowhere, {"--yes", "--no-ask"}).code, 64);
  EXPECT_EQ(send(nowhere, {"--quality", "fine"}).code, 64);
  EXPECT_EQ(send(nowhere, {"--sheets", "b"}).code, 64);
  EXPECT_EQ(say({"send", "J0009", "--printer", nowhere}).code, 66);
}

}  // namespace
}  // namespace pehchan

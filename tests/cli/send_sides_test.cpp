// Fronts and backs on sheets of their own: a card is printed when both sides are.
#include "cli/office.h"
#include "support/fake_printer.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

class SendSides : public Office {
 protected:
  void SetUp() override {
    Office::SetUp();
    const Finished issued = issue({"--sheet", "a4-pvc"});
    ASSERT_EQ(issued.code, 0) << issued.err;
  }
  Finished send(const FakePrinter& printer, const Words& more = {}) const {
    Words words{"send", "J0001", "--printer", printer.uri()};
    words.insert(words.end(), more.begin(), more.end());
    return say(words);
  }
};

TEST_F(SendSides, FrontsGoFirstAndCardsArePrintedWithTheirBacks) {
  const FakePrinter printer;
  const Finished early = send(printer, {"--side", "backs"});
  EXPECT_EQ(early.code, 64) << early.out;
  EXPECT_TRUE(has(early.err, "fronts of sheets 1-3 of J0001 are not printed")) << early.err;
  const Finished fronts = send(printer);
  EXPECT_EQ(fronts.code, 1) << fronts.err;
  EXPECT_TRUE(has(fronts.out, "--side backs")) << fronts.out;
  EXPECT_TRUE(has(fronts.out, "fresh sheets")) << fronts.out;
  EXPECT_EQ(cards_that_are("printed"), 0) << "the cards have no backs yet";
  EXPECT_EQ(send(printer).code, 1) << "the backs are still to be sent";
  ASSERT_EQ(printer.received().size(), 1U) << "fronts are sent once";
  const Finished backs = send(printer, {"--side", "backs"});
  EXPECT_EQ(backs.code, 0) << backs.out << backs.err;
  EXPECT_EQ(cards_that_are("printed"), 25);
  ASSERT_EQ(printer.received().size(), 2U);
  EXPECT_TRUE(printer.received()[0] == bytes_of(out_ / "sheets-0001-fronts.pdf"));
  EXPECT_TRUE(printer.received()[1] == bytes_of(out_ / "sheets-0001-backs.pdf"));
  EXPECT_EQ(printer.sides(), std::vector<std::string>(2, "one-sided"));
  EXPECT_TRUE(has(send(printer).out, "nothing is left to print"));
}

TEST_F(SendSides, BacksAreSentOnlyOfSheetsWhoseFrontsCameOut) {
  const FakePrinter printer;
  EXPECT_EQ(send(printer, {"--sheets", "2"}).code, 1);
  EXPECT_EQ(send(printer, {"--side", "backs", "--sheets", "2-3"}).code, 64);
  const Finished backs = send(printer, {"--side", "backs"});
  EXPECT_EQ(backs.code, 0) << backs.out << backs.err;
  EXPECT_EQ(cards_that_are("printed"), 10);
  EXPECT_EQ(printer.received().size(), 2U);
  EXPECT_EQ(send(printer).code, 1) << "the fronts of 1 and 3";
  EXPECT_EQ(send(printer, {"--side", "backs"}).code, 0);
  EXPECT_EQ(cards_that_are("printed"), 25);
}

TEST_F(SendSides, FrontsThatNobodyVouchesForHaveNoBacks) {
  const FakePrinter printer({.counts = false});
  const Finished fronts = send(printer, {"--no-ask"});
  EXPECT_EQ(fronts.code, 1) << fronts.err;
  EXPECT_TRUE(has(fronts.out, "--side backs --yes")) << fronts.out;
  EXPECT_EQ(send(printer, {"--side", "backs", "--no-ask"}).code, 75);
  EXPECT_EQ(printer.received().size(), 1U);
  EXPECT_EQ(send(printer, {"--side", "backs", "--yes"}).code, 0);
  EXPECT_EQ(cards_that_are("printed"), 25);
}

TEST_F(SendSides, AFrontIsNotSentTwiceByASlipOfTheHand) {
  const FakePrinter printer;
  EXPECT_EQ(send(printer).code, 1);
  EXPECT_EQ(send(printer, {"--sheets", "1"}).code, 64);
  EXPECT_EQ(send(printer, {"--sheets", "1", "--again"}).code, 1);
  EXPECT_EQ(printer.received().size(), 2U);
}

TEST_F(SendSides, BothFilesMustBeWhatWasReleased) {
  const FakePrinter printer;
  write_bytes(out_ / "sheets-0001-backs.pdf", bytes_of(out_ / "sheets-0001-backs.pdf") + "%");
  EXPECT_EQ(send(printer).code, 65) << "fronts without their backs are waste";
  EXPECT_TRUE(printer.received().empty());
}

TEST_F(SendSides, NeitherIsEverPrintedOnBothSidesOfAPaper) {
  const FakePrinter printer;
  const Finished run = send(printer, {"--sides", "two-sided-long-edge"});
  EXPECT_EQ(run.code, 64) << run.out;
  EXPECT_TRUE(printer.received().empty());
}

}  // namespace
}  // namespace pehchan

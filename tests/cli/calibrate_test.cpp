#include "calibration/profile_file.h"
#include "cli/office.h"
#include "support/build_paths.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// Measured printers in a folder of the test's own.
class Calibrate : public Office {
 protected:
  Finished calibrate(Words words) const {
    words.insert(words.begin(), "calibrate");
    words.insert(words.end(), {"--printers", printers_.string()});
    return run_program(words);
  }
  Words printer(const std::string& name) const { return {"--printer", name, "--printers", printers_.string()}; }
  void measure(const std::string& name = "office", const std::string& paper = "a4") const {
    ASSERT_EQ(calibrate({name, "--paper", paper, "--front", "A=1.5 B=1.25 C=-0.5 D=-0.75", "--back",
                         "A=-1, B=-1, C=0.25, D=0.5"})
                  .code,
              0);
  }

  fs::path printers_ = home_ / "printers";
};

TEST_F(Calibrate, WritesATargetForBothSidesOfAnyPaper) {
  for (const auto& [paper, sides] : {std::pair("a4", "2"), std::pair("cr80", "2"), std::pair("200x300", "1")}) {
    const fs::path target = home_ / "target.pdf";
    const Finished run = calibrate({"office", "--target", target.string(), "--paper", paper, "--sides", sides});
    ASSERT_EQ(run.code, 0) << run.err;
    const std::string facts = home_ / "facts.txt";
    ASSERT_EQ(std::system(("pdfinfo '" + target.string() + "' > '" + facts + "'").c_str()), 0);
    EXPECT_TRUE(has(bytes_of(facts), std::string("Pages:           ") + sides)) << bytes_of(facts);
    fs::remove(target);
  }
  EXPECT_FALSE(fs::exists(printers_)) << "nothing is measured by that";
}

TEST_F(Calibrate, KeepsWhatTheScalesReadAndTellsItInBothLanguages) {
  measure();
  const Finished shown = calibrate({"office", "--show"});
  EXPECT_TRUE(has(shown.out, "too far left")) << shown.out;
  EXPECT_TRUE(has(shown.out, "मिमी")) << shown.out;
  EXPECT_TRUE(has(calibrate({"--list"}).out, "office\n"));
  // A side measured again alone leaves the other as it was.
  const auto before = read_profile(printers_, {.name = "office"});
  EXPECT_EQ(calibrate({"office", "--front", "A=0 B=0 C=0 D=0"}).code, 0);
  const auto after = read_profile(printers_, {.name = "office"});
  EXPECT_EQ(after.back, before.back);
  EXPECT_NE(after.front, before.front);
}

TEST_F(Calibrate, AFrontMeasuredAloneLeavesHowTheBackWasTurnedOver) {
  const Words front{"--front", "A=0 B=0 C=0 D=0"};
  ASSERT_EQ(calibrate({"office", "--back", "A=1 B=1 C=0 D=0", "--duplex", "short-edge"}).code, 0);
  const Finished again = calibrate({"office", front[0], front[1]});
  EXPECT_EQ(again.code, 0) << again.err;
  EXPECT_EQ(read_profile(printers_, {.name = "office"}).duplex, Duplex::short_edge);
  EXPECT_EQ(calibrate({"office", front[0], front[1], "--duplex", "long-edge"}).code, 0);
  EXPECT_EQ(read_profile(printers_, {.name = "office"}).duplex, Duplex::long_edge);
}

TEST_F(Calibrate, ASideThatWasNotMeasuredIsToldAsThat) {
  const Finished run = calibrate({"office", "--front", "A=0 B=0 C=0 D=0"});
  EXPECT_TRUE(has(run.out, "not measured")) << run.out;
  EXPECT_TRUE(has(run.out, "comes out where it should")) << run.out;
  EXPECT_TRUE(has(calibrate({"office", "--show"}).out, "not measured"));
  EXPECT_FALSE(has(calibrate({"office", "--back", "A=0 B=0 C=0 D=0"}).out, "not measured"));
}

TEST_F(Calibrate, AnotherPaperDoesNotEraseWhatWasMeasured) {
  measure();
  const auto before = read_profile(printers_, {.name = "office"});
  const Finished other = calibrate({"office", "--paper", "letter", "--front", "A=0 B=0 C=0 D=0"});
  EXPECT_EQ(other.code, 64) << other.out;
  EXPECT_TRUE(has(other.err, "office:other")) << other.err;
  EXPECT_EQ(read_profile(printers_, {.name = "office"}), before);
}

TEST_F(Calibrate, ACardPrinterIsMovedAsFarAsNothingThatMattersIsLost) {
  const auto cards = [&](const std::string& name) {
    Words words = plain_card;
    words.insert(words.end(), {"--sheet", "cr80", "--printer", name, "--printers", printers_.string()});
    return run_program(
        make_plain_roll(home_ / name, 2).issue(home_ / (name + "-cards"), home_ / (name + ".db"), words));
  };
  ASSERT_EQ(calibrate({"near", "--paper", "cr80", "--front", "A=0.2 B=0.2 C=0 D=0"}).code, 0);
  const Finished near = cards("near");
  EXPECT_EQ(near.code, 0) << near.err;
  ASSERT_EQ(calibrate({"far", "--paper", "cr80", "--front", "A=6 B=6 C=0 D=0"}).code, 0);
  const Finished far = cards("far");
  EXPECT_EQ(far.code, 78) << far.out;
}

TEST_F(Calibrate, RefusesWhatCannotBe) {
  EXPECT_EQ(calibrate({"office"}).code, 64);
  EXPECT_EQ(calibrate({"../office", "--show"}).code, 64);
  EXPECT_EQ(calibrate({"office", "--show"}).code, 66);
  EXPECT_EQ(calibrate({"office", "--front", "A=1 B=1 C=1"}).code, 64);
  EXPECT_EQ(calibrate({"office", "--front", "A=1 B=1 C=1 D=x"}).code, 64);
  EXPECT_EQ(calibrate({"office", "--front", "A=14 B=14 C=1 D=1"}).code, 65) << "more than a page can undo";
  EXPECT_EQ(calibrate({"office", "--paper", "a9", "--front", "A=1 B=1 C=1 D=1"}).code, 64);
  EXPECT_EQ(calibrate({"office", "--scan", (home_ / "none.png").string()}).code, 66);
  write_bytes(home_ / "words.png", "no picture");
  const Finished words = calibrate({"office", "--scan", (home_ / "words.png").string()});
  EXPECT_EQ(words.code, 65);
  EXPECT_TRUE(has(words.err, "words.png")) << words.err;
  EXPECT_FALSE(fs::exists(printers_));
}

TEST_F(Calibrate, AScanOfATargetThatCameOutRightShowsNothingToUndo) {
  const fs::path target = home_ / "target.pdf", front = home_ / "scan-1.png", back = home_ / "scan-2.png";
  ASSERT_EQ(calibrate({"office", "--target", target.string()}).code, 0);
  ASSERT_EQ(std::system(("pdftoppm -scale-to-x 1575 -scale-to-y 2228 -png '" + target.string() + "' '" +
                         (home_ / "scan").string() + "'")
                            .c_str()),
            0);
  const Finished run = calibrate({"office", "--scan", front.string(), "--scan-back", back.string()});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_TRUE(has(run.out, "own edges were taken")) << run.out;
  const auto kept = read_profile(printers_, {.name = "office"});
  for (const Misalignment& side : {kept.front, kept.back}) {
    EXPECT_NEAR(side.right.value, 0, 0.05);
    EXPECT_NEAR(side.down.value, 0, 0.05);
    EXPECT_NEAR(side.scale_down, 1, 0.0004);
    EXPECT_NEAR(side.turn_across, 0, 0.02);
  }
  const Finished swapped = calibrate({"office", "--scan", back.string()});
  EXPECT_EQ(swapped.code, 65);
  EXPECT_TRUE(has(swapped.err, "target's back")) << swapped.err;
}

TEST_F(Calibrate, AsksForEachReadingInTurn) {
  const std::string answers = home_ / "answers.txt";
  write_bytes(answers, "1.5\nmany\n1,25\n-0.5\n-0.75\n181.8\n\n");
  const std::string command = std::string(PEHCHAN_PROGRAM) + " calibrate office --enter --sides 1 --printers '" +
                              printers_.string() + "' < '" + answers + "' > /dev/null";
  ASSERT_EQ(std::system(command.c_str()), 0);
  const auto asked = read_profile(printers_, {.name = "office"}).front;
  ASSERT_EQ(calibrate({"typed", "--front", "A=1.5 B=1.25 C=-0.5 D=-0.75 E=181.8"}).code, 0);
  EXPECT_EQ(asked, read_profile(printers_, {.name = "typed"}).front);
}

TEST_F(Calibrate, AMeasuredPrinterIsUsedByIssueAndBySpoiltAfterIt) {
  measure();
  EXPECT_EQ(issue(printer("office")).code, 0);
  const std::string first = bytes_of(out_ / "sheets-0001.pdf");
  fs::remove_all(printers_);  // the job knows its printer
  expect(0, {"spoilt", "J0001", "--sheet", "1", "--slots", "2"});
  EXPECT_TRUE(fs::exists(out_ / "remake-0001.pdf"));
  const fs::path plain = home_ / "plain";
  Words words = roll_.issue(plain, home_ / "plain.db", plain_card);
  ASSERT_EQ(run_program(words).code, 0);
  EXPECT_NE(bytes_of(plain / "sheets-0001.pdf"), first);
}

TEST_F(Calibrate, SheetsForAPrintShopMayBeMovedToo) {
  measure();
  Words words = printer("office");
  words.insert(words.end(), {"--profile", "press"});
  const Finished run = issue(words);
  EXPECT_EQ(run.code, 0) << run.err;
  const Finished proof = run_program({"proof", (out_ / "sheets-0001.pdf").string()});
  EXPECT_EQ(proof.code, 0) << proof.out << proof.err;
}

TEST_F(Calibrate, ASheetSpoiltByAMisalignedPrinterIsMadeForTheMeasuredOne) {
  issue();
  measure();
  Words words{"spoilt", "J0001", "--sheet", "1"};
  for (const std::string& word : printer("office")) words.push_back(word);
  expect(0, words);
  expect(0, {"spoilt", "J0002", "--sheet", "1", "--slots", "3"});
  EXPECT_TRUE(fs::exists(out_ / "remake-0002.pdf"));
}

TEST_F(Calibrate, APrinterThatIsNotMeasuredOrWithOtherPaperIsRefusedBeforeAnyCard) {
  EXPECT_EQ(issue(printer("office")).code, 66);
  measure("office", "letter");
  const Finished other = issue(printer("office"));
  EXPECT_EQ(other.code, 78);
  EXPECT_TRUE(has(other.err, "215.9")) << other.err;
  EXPECT_FALSE(fs::exists(out_ / "sheets-0001.pdf"));
  write_bytes(printers_ / "broken.main.toml", "schema = 2\n");
  const Finished broken = issue(printer("broken"));
  EXPECT_EQ(broken.code, 78);
  EXPECT_TRUE(has(broken.err, "broken.main.toml:1:")) << broken.err;
}

TEST_F(Calibrate, CardsThatWouldLeaveThePaperAreRefused) {
  ASSERT_EQ(calibrate({"low", "--front", "A=0 B=0 C=-9.9 D=-9.9"}).code, 0);
  const Finished low = issue(printer("low"));
  EXPECT_EQ(low.code, 78);
  EXPECT_TRUE(has(low.err, "front would leave the paper by 0.35 mm")) << low.err;
  ASSERT_EQ(calibrate({"lower", "--front", "A=0 B=0 C=-9.5 D=-9.5"}).code, 0);
  EXPECT_EQ(issue(printer("lower")).code, 0) << "at the very edge, but all of it";
}

}  // namespace
}  // namespace pehchan

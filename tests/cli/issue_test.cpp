#include <sys/stat.h>

#include <algorithm>
#include <csignal>
#include <nlohmann/json.hpp>
#include <thread>

#include "base/sha256.h"
#include "cli/demo_folder.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

class Issue : public WithDemo {};

nlohmann::json report_of(const fs::path& out) { return nlohmann::json::parse(bytes_of(out / "report.json")); }

TEST_F(Issue, GivesCardsToTheGoodAndAFileToPutRightForTheRest) {
  const fs::path out = home / "mixed-out";
  EXPECT_EQ(run_program(issue(mixed, out)).code, 1);
  const auto report = report_of(out);
  EXPECT_GE(report["issued"], 30);
  EXPECT_GE(report["withheld"], 15);
  EXPECT_TRUE(fs::exists(out / "sheets-0001.pdf"));
  EXPECT_TRUE(fs::exists(out / "previews" / "sheets-0001-card-front.png"));
  EXPECT_NE(bytes_of(out / "withheld.csv").find("withheld_reason_hi"), std::string::npos);
  EXPECT_NE(bytes_of(out / "report.html").find("data:image/jpeg;base64,"), std::string::npos);
}

TEST_F(Issue, EveryMistakeOfTheDemoIsFoundAsWhatItIs) {
  const fs::path out = home / "mistakes-out";
  run_program(issue(mixed, out));
  std::string codes;
  const auto report = report_of(out);
  for (const auto& problem : report["problems"]) codes += " " + problem["code"].get<std::string>();
  for (const char* code :
       {"empty",           "status_unknown", "epic_malformed",      "mobile_malformed", "member_no_duplicate",
        "epic_duplicate",  "photo_path",     "photo_missing",       "photo_empty",      "photo_damaged",
        "photo_format",    "photo_no_face",  "photo_several_faces", "photo_too_small",  "date_malformed",
        "receipt_missing", "text_too_long",  "text_unprintable",    "bad_utf8",         "quote_unclosed",
        "photo_same"})
    EXPECT_NE(codes.find(std::string(" ") + code), std::string::npos) << code << " in" << codes;
}

TEST_F(Issue, TheManifestTellsTheBytesOfEveryFile) {
  const fs::path out = home / "manifest-out";
  run_program(issue(mixed, out));
  const auto manifest = nlohmann::json::parse(bytes_of(out / "manifest.json"))["sha256"];
  EXPECT_GE(manifest.size(), 8U);
  for (const auto& [name, hash] : manifest.items()) EXPECT_EQ(sha256_of_file((out / name).string()), hash) << name;
}

TEST_F(Issue, ASecondRunSaysThatNothingIsLeftAndChangesNothing) {
  const fs::path out = home / "twice-out";
  EXPECT_EQ(run_program(issue(good, out)).code, 0);
  const std::string before = fingerprint(out);
  auto words = issue(good, out);
  std::erase(words, "--quiet");
  const Finished second = run_program(words);
  EXPECT_EQ(second.code, 0);
  EXPECT_NE(second.out.find("Nothing left to do"), std::string::npos) << second.out;
  EXPECT_EQ(fingerprint(out), before);
}

TEST_F(Issue, WhoHasACardGetsNoSecondOneEvenWhenItsFileIsGone) {
  const fs::path out = home / "moved-out";
  run_program(issue(good, out));
  fs::remove(out / "sheets-0001.pdf");
  EXPECT_EQ(run_program(issue(good, out)).code, 0);
  EXPECT_FALSE(fs::exists(out / "sheets-0001.pdf"));
  EXPECT_FALSE(fs::exists(out / "sheets-0002.pdf"));
}

TEST_F(Issue, AWithheldRowPutRightGetsItsCardFromTheSameFile) {
  const fs::path out = home / "mend-out", roll = home / "mend.csv";
  std::string text = bytes_of(good / "roll.csv");
  const auto at = text.find(",confirmed,") + 1;
  ASSERT_GT(at, 0U);
  write_bytes(roll, text.replace(at, 9, "confirmd_"));
  EXPECT_EQ(run_program(issue_roll(roll, out)).code, 1);
  const std::size_t issued = report_of(out)["issued"];
  std::string withheld = bytes_of(out / "withheld.csv");
  const auto wrong = withheld.find("confirmd_");
  ASSERT_NE(wrong, std::string::npos);
  const fs::path mended = home / "mended.csv";
  write_bytes(mended, withheld.replace(wrong, 9, "confirmed"));
  EXPECT_EQ(run_program(issue_roll(mended, out)).code, 0);
  EXPECT_TRUE(fs::exists(out / "sheets-0002.pdf"));
  EXPECT_FALSE(fs::exists(out / "withheld.csv"));
  EXPECT_EQ(report_of(out)["issued"], 1);
  EXPECT_GT(issued, 10U);
}

TEST_F(Issue, OneThreadOrFourTheBytesAreTheSame) {
  const fs::path one = home / "one-out", four = home / "four-out";
  run_program(issue(mixed, one, {"--jobs", "1", "--sheets-per-file", "2"}));
  run_program(issue(mixed, four, {"--jobs", "4", "--sheets-per-file", "2"}));
  EXPECT_EQ(fingerprint(one), fingerprint(four));
  EXPECT_TRUE(fs::exists(one / "sheets-0002.pdf"));
}

TEST_F(Issue, KilledAtAnyMomentTheSameCommandEndsWithTheSameBytes) {
  const fs::path whole = home / "whole-out", broken = home / "broken-out";
  const std::vector<std::string> more{"--sheets-per-file", "1"};
  run_program(issue(good, whole, more));
  int kills = 0;
  for (const int moment : {60, 200, 350, 500, 650, 800, 950, 1200, 1500})
    kills += run_and_signal(issue(good, broken, more), SIGKILL, moment).code == 128 + SIGKILL ? 1 : 0;
  EXPECT_GE(kills, 2);
  EXPECT_EQ(run_program(issue(good, broken, more)).code, 0);
  EXPECT_EQ(fingerprint(broken), fingerprint(whole));
}

TEST_F(Issue, AskedToStopItLeavesNothingHalfDoneAndSaysTryAgain) {
  const fs::path out = home / "stop-out";
  const Finished stopped = run_and_signal(issue(mixed, out, {"--jobs", "1"}), SIGTERM, 700);
  EXPECT_EQ(stopped.code, 75) << stopped.err;
  for (const auto& entry : fs::directory_iterator(out)) {
    EXPECT_NE(entry.path().extension(), ".part");
    EXPECT_NE(entry.path().extension(), ".painted");
  }
}

TEST_F(Issue, OfTwoRunsAtOnceOneIsToldToTryAgain) {
  const fs::path out = home / "both-out";
  Finished first;
  std::thread other([&] { first = run_and_signal(issue(mixed, out, {"--jobs", "1"}), SIGTERM, 1500); });
  std::this_thread::sleep_for(std::chrono::milliseconds(700));
  EXPECT_EQ(run_program(issue(mixed, out)).code, 75);
  other.join();
}

TEST_F(Issue, FoldersMayHaveBlanksInTheirNames) {
  const fs::path photos = home / "the photos", out = home / "the cards";
  fs::create_directory_symlink(good / "photos", photos);
  auto words = issue(good, out);
  *(std::find(words.begin(), words.end(), "--photos") + 1) = photos.string();
  EXPECT_EQ(run_program(words).code, 0);
  EXPECT_TRUE(fs::exists(out / "sheets-0001.pdf"));
}

TEST_F(Issue, ADryRunWritesNothing) {
  const fs::path out = home / "dry-out";
  const Finished dry = run_program(issue(mixed, out, {"--dry-run"}));
  EXPECT_EQ(dry.code, 1);
  EXPECT_NE(dry.out.find("Would try"), std::string::npos);
  EXPECT_FALSE(fs::exists(out));
}

TEST_F(Issue, AFilterTakesOnlyWhatItNames) {
  const fs::path out = home / "filter-out";
  const std::string first = "PP/";
  const std::string text = bytes_of(good / "roll.csv");
  const auto at = text.find(first);
  const std::string member = text.substr(at, text.find(',', at) - at);
  EXPECT_EQ(run_program(issue(good, out, {"--member", member})).code, 0);
  EXPECT_EQ(report_of(out)["issued"], 1);
}

TEST_F(Issue, TheCommandLineBeatsAVariableAndAVariableBeatsAConfigFile) {
  const fs::path config = home / "pehchan.conf";
  write_bytes(config, "sheets-per-file = 2\nsheet = no-such-sheet\n");
  ::setenv("PEHCHAN_SHEET", "a4-2x5", 1);
  const fs::path out = home / "config-out";
  const Finished run = run_program(issue(good, out, {"--config", config.string(), "--sheets-per-file", "1"}));
  ::unsetenv("PEHCHAN_SHEET");
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_TRUE(fs::exists(out / "sheets-0003.pdf"));
}

}  // namespace
}  // namespace pehchan

#include "batch/purge.h"

#include <algorithm>

#include "batch/check_files.h"
#include "batch/previews.h"
#include "ledger/after_print.h"
#include "ledger/digital_cards.h"
#include "ledger/lookup.h"
#include "ledger/verify.h"
#include "office.h"
#include "support/postgres_server.h"
#include "support/run_program.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

class Purge : public Office {
 protected:
  Job first = job();

  JobFile issue(std::vector<Member> members) {
    const JobFile file = release(members);
    fs::create_directories(out / "previews");
    for (const char* kind : preview_kinds) write_bytes(out / preview_name(file.name, kind), "picture");
    return file;
  }
  void write_reports() {
    for (const char* name : {"report.html", "report.json", "withheld.csv", "withheld.xlsx", "manifest.json"})
      write_bytes(out / name, "x");
  }
  /// Names of the files in the output folder, sorted.
  std::string left() {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(out))
      if (entry.is_regular_file() && entry.path().filename() != ".lock") names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    std::string all;
    for (const auto& name : names) all += name + " ";
    return all;
  }
};

TEST_F(Purge, ThePersonalFilesOfAFinishedJobGo) {
  issue(people(3));
  write_reports();
  write_bytes(out / "register-J0001.pdf", "x");
  write_bytes(out / "clerk.txt", "not ours");
  write_bytes(out / "review.html", "x");
  write_bytes(out / "photos.json", "x");
  fs::create_directories(out / ".portraits/ab");
  write_bytes(out / ".portraits/ab/abcd", "a face");
  finish(first);
  const auto summary = purge(ledger, 0, false);
  EXPECT_EQ(summary.jobs, std::vector<std::string>{"J0001"});
  EXPECT_EQ(summary.files.size(), 12U);
  EXPECT_EQ(left(), "clerk.txt manifest.json report.json ");
  EXPECT_TRUE(find_cards(ledger, "Sample", 9).empty());
  EXPECT_TRUE(check_ledger(ledger).faults.empty());
  EXPECT_TRUE(purge(ledger, 0, false).jobs.empty()) << "once";
}

TEST_F(Purge, ADryRunOnlySaysWhatItWouldDo) {
  issue(people(1));
  finish(first);
  const std::string before = left();
  const auto summary = purge(ledger, 0, true);
  EXPECT_EQ(summary.files.size(), 5U);
  EXPECT_EQ(left(), before);
  EXPECT_EQ(find_cards(ledger, "Sample", 9).size(), 1U);
  EXPECT_EQ(purge(ledger, 0, false).files, summary.files);
}

TEST_F(Purge, AJobThatIsNotFinishedStays) {
  issue(people(1));
  const std::string before = left();
  EXPECT_TRUE(purge(ledger, 0, false).jobs.empty());
  finish(first);
  EXPECT_TRUE(purge(ledger, 1, false).jobs.empty()) << "it was handed over today";
  EXPECT_EQ(left(), before);
}

TEST_F(Purge, TheReportStaysWhileAnotherJobInTheFolderIsUnfinished) {
  issue(people(1));
  finish(first);
  issue({person(2)});
  write_reports();
  EXPECT_EQ(purge(ledger, 0, false).jobs, std::vector<std::string>{"J0001"});
  EXPECT_EQ(left(),
            "manifest.json report.html report.json sheets-0002-back.png sheets-0002-card-back.png "
            "sheets-0002-card-front.png sheets-0002-front.png sheets-0002.pdf withheld.csv withheld.xlsx ");
  EXPECT_EQ(find_cards(ledger, "Sample", 9).size(), 1U);
}

TEST_F(Purge, KilledBetweenFilesAndLedgerTheNextOneDoesTheRest) {
  const JobFile file = issue(people(1));
  finish(first);
  fs::remove(out / file.name);
  const auto summary = purge(ledger, 0, false);
  EXPECT_EQ(summary.jobs.size(), 1U);
  EXPECT_EQ(summary.files.size(), 4U);
  EXPECT_TRUE(find_cards(ledger, "Sample", 9).empty());
}

TEST_F(Purge, AFileThatCannotBeRemovedKeepsItsPeopleInTheLedger) {
  const JobFile file = issue(people(1));
  finish(first);
  fs::remove(out / file.name);
  fs::create_directories(out / file.name / "something in it");
  EXPECT_EQ(code_of([&] { purge(ledger, 0, false); }), ExitCode::cannot_create);
  EXPECT_EQ(find_cards(ledger, "Sample", 9).size(), 1U);
}

TEST_F(Purge, CountsThePurgedCardsThatASiteStillShows) {
  const auto members = people(4);
  issue(members);
  const auto numbers = numbers_of(members);
  std::vector<OfCard> digital;
  for (std::size_t i = 0; i < 3; ++i) digital.push_back({numbers[i], "token" + std::to_string(i)});
  give_tokens(ledger, digital);
  mark_built(ledger, std::span(digital).first(2));
  void_card(ledger, CardNumber{numbers[0]}, CardReason::withdrawn);
  finish(first);
  EXPECT_EQ(purge(ledger, 0, true).digital_cards, 0U) << "nobody is purged by a trial";
  EXPECT_EQ(purge(ledger, 0, false).digital_cards, 1U)
      << "neither one that is void, nor one that was never built, nor one that has no digital form";
  EXPECT_EQ(purge(ledger, 0, false).digital_cards, 1U) << "as long as it is there";
}

PostgresServer& server() {
  static PostgresServer one;
  return one;
}

/// With a ledger that machines share.
class SharedOffice : public Office {
 protected:
  SharedOffice() : Office(server().url()) {}
};

TEST_F(SharedOffice, AnotherMachinesFilesAreLeftForACommandThere) {
  const JobFile file = release(people(1));
  finish(job());
  server().run("update sheet_file set folder = 'elsewhere:/cards'; update job set folder = 'elsewhere:/cards'");
  const auto check = check_files(ledger);
  EXPECT_EQ(check.files, 0U);
  ASSERT_EQ(check.elsewhere.size(), 1U);
  EXPECT_EQ(check.elsewhere[0], "sheets-0001.pdf of J0001: the files lie on the machine elsewhere");
  const auto summary = purge(ledger, 0, false);
  EXPECT_EQ(summary.elsewhere, std::vector<std::string>{"J0001"});
  EXPECT_TRUE(summary.jobs.empty());
  EXPECT_EQ(find_cards(ledger, "Sample", 9).size(), 1U) << "its people are not forgotten before their files are gone";
}

}  // namespace
}  // namespace pehchan

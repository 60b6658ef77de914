#include "batch/check_files.h"

#include "batch/purge.h"
#include "batch/remake.h"
#include "office.h"
#include "support/run_program.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

class CheckFiles : public Office {
 protected:
  JobFile first = release(people(2)), second = release({person(3)});
};

TEST_F(CheckFiles, WhatIsAsReleasedIsProved) {
  const auto check = check_files(ledger);
  EXPECT_EQ(check.files, 2U);
  EXPECT_TRUE(check.faults.empty());
}

TEST_F(CheckFiles, AMissingAndAChangedFileAreNamed) {
  fs::remove(out / first.name);
  write_bytes(out / second.name, bytes_for({person(3)}) + " ");
  const auto check = check_files(ledger);
  ASSERT_EQ(check.faults.size(), 2U);
  EXPECT_EQ(check.faults[0],
            "sheets-0001.pdf of J0001: " + (fs::weakly_canonical(out) / first.name).string() + " is gone");
  EXPECT_EQ(check.faults[1], "sheets-0002.pdf of J0001: " + (fs::weakly_canonical(out) / second.name).string() +
                                 " is not what was released");
}

TEST_F(CheckFiles, AFolderInItsPlaceIsNoFile) {
  fs::remove(out / first.name);
  fs::create_directory(out / first.name);
  EXPECT_EQ(check_files(ledger).faults.size(), 1U);
}

TEST_F(CheckFiles, WhatIsPreparedOrPurgedIsNotLookedFor) {
  prepare({person(4)});
  EXPECT_EQ(check_files(ledger).files, 2U);
}

TEST_F(CheckFiles, APurgedFileIsNotMissed) {
  finish(job());
  purge(ledger, 0, false);
  EXPECT_EQ(check_files(ledger).files, 0U);
  EXPECT_TRUE(check_files(ledger).faults.empty());
}

/// What a remake refuses before it needs a template, a font or a PDF.
class RemakeRefusal : public Office {
 protected:
  JobFile file = release(people(3));
  RemakeOptions options{.ledger = folder / "ledger.db",
                        .job = "J0001",
                        .sheet = 1,
                        .slots = {},
                        .reason = CardReason::misprint,
                        .template_name = {},
                        .jobs = 1};

  ExitCode code() {
    return code_of([&] { remake_cards(options); });
  }
};

TEST_F(RemakeRefusal, ASheetOrSlotThatHoldsNoCardIsAUsageMistake) {
  options.sheet = 3;
  EXPECT_EQ(code(), ExitCode::usage);
  options.sheet = 2;
  options.slots = {1, 2};
  EXPECT_EQ(code(), ExitCode::usage);
}

TEST_F(RemakeRefusal, AnUnknownJobIsMissing) {
  options.job = "J0009";
  EXPECT_EQ(code(), ExitCode::missing_input);
}

TEST_F(RemakeRefusal, ACardThatIsHandedOverIsNotMadeAgain) {
  finish(job());
  const RemakeSummary whole_sheet = remake_cards(options);
  EXPECT_EQ(whole_sheet.cards, 0U);
  EXPECT_FALSE(whole_sheet.left_out.empty());
  options.slots = {1};
  EXPECT_EQ(code(), ExitCode::bad_input);
}

}  // namespace
}  // namespace pehchan

#include "batch/settle.h"

#include "batch/file_parts.h"
#include "ledger/connection.h"

#include "ledger/placing.h"
#include "ledger/verify.h"
#include "office.h"
#include "support/run_program.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

class Settle : public Office {
 protected:
  std::vector<Member> members = people(3);

  void expect_released(const JobFile& file) {
    for (int i = 0; i < 2; ++i) {  // twice is fine
      settle_folder(ledger, out);
      EXPECT_TRUE(prepared_files(ledger, file.folder).empty());
      EXPECT_EQ(bytes_of(out / file.name), bytes_for(members));
      EXPECT_FALSE(fs::exists(out / (file.name + ".part")));
      for (const Member& member : members) EXPECT_EQ(state_of(member), "rendered");
      EXPECT_TRUE(check_ledger(ledger).faults.empty());
    }
  }
  void expect_forgotten(const JobFile& file) {
    for (int i = 0; i < 2; ++i) {
      settle_folder(ledger, out);
      EXPECT_TRUE(prepared_files(ledger, file.folder).empty());
      for (const Member& member : members) EXPECT_EQ(state_of(member), "ordered");
      EXPECT_TRUE(check_ledger(ledger).faults.empty());
    }
    EXPECT_EQ(release(members).name, file.name) << "it is made anew under the same name";
  }
};

TEST_F(Settle, KilledBeforeTheRenameTheFileIsReleased) {
  const JobFile file = prepare(members);
  write_bytes(out / (file.name + ".part"), bytes_for(members));
  expect_released(file);
}

TEST_F(Settle, KilledAfterTheRenameTheFileIsReleased) {
  const JobFile file = prepare(members);
  write_bytes(out / file.name, bytes_for(members));
  expect_released(file);
}

TEST_F(Settle, KilledBeforeThereWasAFileItsCardsAreMadeAnew) { expect_forgotten(prepare(members)); }

TEST_F(Settle, AHalfWrittenFileIsNotReleased) {
  const JobFile file = prepare(members);
  write_bytes(out / (file.name + ".part"), "sheets of M1");
  expect_forgotten(file);
}

TEST_F(Settle, AnotherFileUnderItsNameIsNotReleased) {
  const JobFile file = prepare(members);
  write_bytes(out / file.name, "dear diary");
  EXPECT_THROW(settle_folder(ledger, out), RunError) << "nobody knows what is on it";
  EXPECT_EQ(state_of(members[0]), "ordered");
}

TEST_F(Settle, AFolderUnderItsNameIsNoFile) {
  const JobFile file = prepare(members);
  fs::create_directories(out / file.name);
  EXPECT_THROW(settle_folder(ledger, out), RunError);
  EXPECT_EQ(state_of(members[0]), "ordered");
}

TEST_F(Settle, SheetsThatTheLedgerDoesNotKnowAreRefused) {
  fs::create_directories(out);
  write_bytes(out / "sheets-0007.pdf", "from an older life");
  EXPECT_THROW(settle_folder(ledger, out), RunError);
  fs::rename(out / "sheets-0007.pdf", out / "sheets-of-mine.pdf");
  settle_folder(ledger, out);
}

TEST_F(Settle, WhatWasReleasedStays) {
  const JobFile file = release(members);
  expect_released(file);
  fs::remove(out / file.name);
  settle_folder(ledger, out);
  EXPECT_EQ(state_of(members[0]), "rendered") << "a file that is gone is 'ledger check's business";
}

TEST_F(Settle, AnotherFoldersFilesAreLeftAlone) {
  const JobFile file = prepare(members);
  settle_folder(ledger, folder / "elsewhere");
  EXPECT_EQ(prepared_files(ledger, file.folder).size(), 1U);
}

/// A file of fronts and one of backs, which are released together or not at all.
class SettlePair : public Settle {
 protected:
  const std::string name_ = "sheets-0001-fronts.pdf", backs_ = "sheets-0001-backs.pdf";

  /// Prepared as one file; its two PDFs are written where the caller says.
  JobFile prepare_pair(const std::string& fronts, const std::string& backs) {
    JobFile file = prepare(members);
    const fs::path one = folder / "one", two = folder / "two";
    write_bytes(one, "fronts");
    write_bytes(two, "backs");
    const std::string digest = digest_of({one, two});
    ledger.connection().sql << "update sheet_file set name = :name, sha256 = "
                               ":sha256 where id = :id",
        soci::use(name_, "name"), soci::use(digest, "sha256"), soci::use(file.id, "id");
    write_bytes(out / fronts, "fronts");
    write_bytes(out / backs, "backs");
    return file;
  }
  void expect_both() {
    settle_folder(ledger, out);
    EXPECT_EQ(bytes_of(out / name_), "fronts");
    EXPECT_EQ(bytes_of(out / backs_), "backs");
    EXPECT_FALSE(fs::exists(out / (name_ + ".part")));
    EXPECT_FALSE(fs::exists(out / (backs_ + ".part")));
    for (const Member& member : members) EXPECT_EQ(state_of(member), "rendered");
    settle_folder(ledger, out);
  }
};

TEST_F(SettlePair, KilledBeforeTheRenamesBothAreReleased) {
  prepare_pair(name_ + ".part", backs_ + ".part");
  expect_both();
}

TEST_F(SettlePair, KilledBetweenTheRenamesBothAreReleased) {
  prepare_pair(name_, backs_ + ".part");
  expect_both();
}

TEST_F(SettlePair, KilledAfterTheRenamesBothAreReleased) {
  prepare_pair(name_, backs_);
  expect_both();
}

TEST_F(SettlePair, FrontsWithoutTheirBacksAreNotReleased) {
  prepare_pair(name_ + ".part", "elsewhere");
  settle_folder(ledger, out);
  for (const Member& member : members) EXPECT_EQ(state_of(member), "ordered");
  EXPECT_FALSE(fs::exists(out / (name_ + ".part")));
}

TEST_F(SettlePair, FrontsWithOtherBacksAreNotReleasedAndNobodyPrintsThem) {
  prepare_pair(name_, backs_);
  write_bytes(out / backs_, "of other cards");
  EXPECT_THROW(settle_folder(ledger, out), RunError);
  for (const Member& member : members) EXPECT_EQ(state_of(member), "ordered");
}

}  // namespace
}  // namespace pehchan

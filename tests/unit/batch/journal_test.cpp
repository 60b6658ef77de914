#include "batch/journal.h"

#include <gtest/gtest.h>

#include "base/run_error.h"
#include "base/sha256.h"
#include "batch/folder_lock.h"
#include "support/run_program.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

class JournalTest : public testing::Test {
 protected:
  ScratchFolder folder;

  SheetRecord prepare(const std::string& name, const std::string& card) {
    write_bytes(folder / (name + ".part"), "sheets of " + card);
    return {name, sha256_hex("sheets of " + card), {card}};
  }
  void write_line(const std::string& line) {
    write_bytes(folder / "journal.jsonl", bytes_of(folder / "journal.jsonl") + line);
  }
  static std::string prepared_line(const SheetRecord& r) {
    return R"({"event":"prepared","file":")" + r.file + R"(","sha256":")" + r.sha256 + R"(","cards":[")" + r.cards[0] +
           "\"]}\n";
  }
};

TEST_F(JournalTest, WhatWasReleasedStaysIssued) {
  Journal(folder).release(prepare("sheets-0001.pdf", "A"));
  const Journal again(folder);
  EXPECT_TRUE(again.has_issued("A"));
  EXPECT_FALSE(again.has_issued("B"));
  EXPECT_EQ(again.next_file(), "sheets-0002.pdf");
  EXPECT_TRUE(fs::exists(folder / "sheets-0001.pdf"));
}

TEST_F(JournalTest, KilledBeforeTheRenameItCompletesTheRelease) {
  write_line(prepared_line(prepare("sheets-0001.pdf", "A")));
  EXPECT_TRUE(Journal(folder).has_issued("A"));
  EXPECT_TRUE(fs::exists(folder / "sheets-0001.pdf"));
  EXPECT_FALSE(fs::exists(folder / "sheets-0001.pdf.part"));
  EXPECT_TRUE(Journal(folder).has_issued("A")) << "and says so";
}

TEST_F(JournalTest, KilledAfterTheRenameItCompletesTheRelease) {
  const SheetRecord record = prepare("sheets-0001.pdf", "A");
  fs::rename(folder / "sheets-0001.pdf.part", folder / "sheets-0001.pdf");
  write_line(prepared_line(record));
  EXPECT_TRUE(Journal(folder).has_issued("A"));
}

TEST_F(JournalTest, AFileThatIsNotWhatWasPreparedIsMadeAnew) {
  const SheetRecord record = prepare("sheets-0001.pdf", "A");
  write_bytes(folder / "sheets-0001.pdf.part", "half");
  write_line(prepared_line(record));
  const Journal journal(folder);
  EXPECT_FALSE(journal.has_issued("A"));
  EXPECT_EQ(journal.next_file(), "sheets-0001.pdf");
}

TEST_F(JournalTest, ATornLastLineIsCutOff) {
  Journal(folder).release(prepare("sheets-0001.pdf", "A"));
  const std::string whole = bytes_of(folder / "journal.jsonl");
  write_line(R"({"event":"prep)");
  EXPECT_TRUE(Journal(folder).has_issued("A"));
  EXPECT_EQ(bytes_of(folder / "journal.jsonl"), whole);
}

TEST_F(JournalTest, AnotherFileUnderItsNameIsRefused) {
  write_line("dear diary\n");
  EXPECT_THROW(Journal{folder}, RunError);
}

TEST_F(JournalTest, ALockedFolderIsNotEnteredTwice) {
  const FolderLock lock(folder / "new");
  try {
    const FolderLock second(folder / "new");
    FAIL();
  } catch (const RunError& error) {
    EXPECT_EQ(error.code, ExitCode::try_again);
  }
}

}  // namespace
}  // namespace pehchan

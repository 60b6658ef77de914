#include "base/atomic_file.h"

#include <gtest/gtest.h>

#include "base/file.h"
#include "base/run_error.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

class AtomicFileTest : public testing::Test {
 protected:
  ScratchFolder folder_;
};

TEST_F(AtomicFileTest, AppearsUnderItsFinalNameOnlyWhenCommitted) {
  AtomicFile file(folder_ / "a.txt");
  file.write("whole");
  EXPECT_FALSE(fs::exists(folder_ / "a.txt"));
  file.commit();
  EXPECT_EQ(read_file(folder_ / "a.txt", 100), "whole");
  EXPECT_FALSE(fs::exists(file.part()));
}

TEST_F(AtomicFileTest, LeavesTheOldFileWhenItIsNotCommitted) {
  write_file(folder_ / "a.txt", "old");
  {
    AtomicFile file(folder_ / "a.txt");
    file.write("half");
  }
  EXPECT_EQ(read_file(folder_ / "a.txt", 100), "old");
  EXPECT_FALSE(fs::exists(folder_ / "a.txt.part"));
}

TEST_F(AtomicFileTest, SaysThatAFolderCannotBeWrittenTo) {
  try {
    AtomicFile file(folder_ / "absent" / "a.txt");
    FAIL() << "was created";
  } catch (const RunError& error) {
    EXPECT_EQ(error.code, ExitCode::cannot_create);
    EXPECT_FALSE(error.advice.empty());
  }
}

TEST_F(AtomicFileTest, AFullDiskMeansTryAgain) {
  EXPECT_EQ(cannot_write("x", ENOSPC).code, ExitCode::try_again);
  EXPECT_EQ(cannot_write("x", EACCES).code, ExitCode::cannot_create);
  EXPECT_EQ(cannot_write("x", EIO).code, ExitCode::io_error);
}

TEST_F(AtomicFileTest, PublishRenamesAFinishedPart) {
  write_file(folder_ / "a.pdf.part", "bytes");
  publish(folder_ / "a.pdf.part", folder_ / "a.pdf");
  EXPECT_EQ(read_file(folder_ / "a.pdf", 100), "bytes");
  EXPECT_FALSE(fs::exists(folder_ / "a.pdf.part"));
}

}  // namespace
}  // namespace pehchan

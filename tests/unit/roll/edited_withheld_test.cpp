#include "roll/edited_withheld.h"

#include <gtest/gtest.h>

#include "roll/read_roll.h"
#include "roll/write_withheld.h"
#include "support/run_program.h"
#include "support/scratch_folder.h"
#include "unit/roll/rolls.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

class EditedWithheld : public testing::Test {
 protected:
  ScratchFolder folder;
  const fs::path file = folder / "withheld.csv";

  RollSource roll(const std::string& rows) const {
    write_bytes(folder / "roll.csv", testing_rolls::header + rows);
    return {.where = (folder / "roll.csv").string()};
  }
  void write(const RollSource& source) const { write_withheld(source, read_roll(source).withheld, folder); }
  void edit() const { write_bytes(file, bytes_of(file) + "\n"); }
};

const std::string wrong_row = "UP-1,Asha Test,12,Bandi,Jhansi,asha.jpg,confirmd,,\n";

TEST_F(EditedWithheld, RowsPutRightByHandOutliveTheNextRun) {
  write(roll(wrong_row));
  edit();
  const std::string put_right = bytes_of(file);
  write(roll(wrong_row));
  EXPECT_EQ(bytes_of(folder / "put-right-0001.csv"), put_right);
  EXPECT_NE(bytes_of(file), put_right);
}

TEST_F(EditedWithheld, RowsPutRightByHandOutliveARunThatWithholdsNobody) {
  write(roll(wrong_row));
  edit();
  write(roll(testing_rolls::good_row("1")));
  EXPECT_FALSE(fs::exists(file));
  EXPECT_TRUE(fs::exists(folder / "put-right-0001.csv"));
}

TEST_F(EditedWithheld, WhatNobodyEditedIsReplacedWithoutACopy) {
  write(roll(wrong_row));
  write(roll(wrong_row + testing_rolls::good_row("2")));
  write(roll(testing_rolls::good_row("1")));
  EXPECT_FALSE(fs::exists(folder / "put-right-0001.csv"));
}

TEST_F(EditedWithheld, TheSameEditIsKeptOnceAndAnotherBesideIt) {
  write(roll(wrong_row));
  edit();
  keep_edited_withheld(folder);
  keep_edited_withheld(folder);
  EXPECT_FALSE(fs::exists(folder / "put-right-0002.csv"));
  edit();
  keep_edited_withheld(folder);
  EXPECT_TRUE(fs::exists(folder / "put-right-0002.csv"));
}

TEST_F(EditedWithheld, TheRollItselfStaysForTheSameCommandToBeGivenAgain) {
  write(roll(wrong_row));
  write_bytes(file, testing_rolls::header + testing_rolls::good_row("1"));
  write({.where = file.string()});
  EXPECT_TRUE(fs::exists(file));
}

}  // namespace
}  // namespace pehchan

#include <gtest/gtest.h>

#include "roll/columns.h"
#include "roll/open_source.h"
#include "roll/workbook.h"
#include "roll/write_starter.h"
#include "support/scratch_folder.h"
#include "unit/roll/rolls.h"

namespace pehchan {
namespace {
using namespace testing_rolls;

class Starter : public testing::Test {
 protected:
  ScratchFolder folder;
  std::filesystem::path file = folder / "members.xlsx";
};

TEST_F(Starter, IsARollWithEveryColumnAndNobody) {
  write_starter(file);
  EXPECT_EQ(read_roll({.where = file.string()}).rows, 0U) << "its example is no member";
  const auto sheet = open_workbook(file, {});
  Record record;
  ASSERT_TRUE(sheet->next(record));
  const Columns columns = match_columns(record, {});
  for (std::size_t i = 0; i < field_count; ++i) EXPECT_TRUE(columns.places[i]) << field_names[i];
  EXPECT_TRUE(columns.doubles.empty());
}

TEST_F(Starter, ItsExampleWouldBeAGoodMember) {
  write_starter(file);
  const auto notes = open_workbook(file, "कैसे भरें How to fill in");
  std::string head, row;
  Record record;
  notes->next(record);
  while (notes->next(record) && record.cells.size() >= 5) {
    head += (head.empty() ? "" : ",") + record.cells[0];
    row += (row.empty() ? "" : ",") + record.cells[4];
  }
  const Roll roll = read(head + "\n" + row + "\n");
  EXPECT_EQ(roll.confirmed.size(), 1U) << (roll.withheld.empty() ? head : told(roll)[0]);
}

TEST_F(Starter, OverwritesNothing) {
  write_starter(file);
  try {
    write_starter(file);
    ADD_FAILURE();
  } catch (const RunError& error) {
    EXPECT_EQ(error.code, ExitCode::cannot_create);
  }
}

}  // namespace
}  // namespace pehchan

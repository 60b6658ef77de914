#include <gtest/gtest.h>

#include "base/atomic_file.h"
#include "base/file.h"
#include "roll/open_source.h"
#include "roll/table_writer.h"
#include "roll/workbook.h"
#include "roll/write_withheld.h"
#include "support/scratch_folder.h"
#include "unit/roll/databases.h"
#include "unit/roll/rolls.h"

namespace pehchan {
namespace {
using namespace testing_rolls;
namespace fs = std::filesystem;

using Cells = std::vector<std::string>;
const Cells title = {"सदस्यों की सूची 2026", "", "", "", "", "", ""};
const Cells headings = {"Our No", "name", "booth_no", "block", "district", "photo", "status", "Remarks"};

Cells member(const std::string& number, const std::string& photo = "a.jpg") {
  return {number, "आशा  <Test> & \"Co\"", "0012", "Bandi", "Jhansi", photo, "confirmed", "of:=1+1"};
}

std::vector<Cells> rows_of(const fs::path& file, const std::string& worksheet) {
  const auto sheet = open_workbook(file, worksheet);
  std::vector<Cells> rows;
  for (Record record; sheet->next(record);) rows.push_back(record.cells);
  return rows;
}

class WithheldFormats : public testing::TestWithParam<const char*> {
 protected:
  WithheldFormats() { write_file(folder / "columns.toml", "[columns]\nmember_no = 'Our No'\n"); }

  /// The rows below a title and a blank row, on a worksheet of this name; "@" is a photo outside its folder.
  void write(const std::string& name, const std::vector<Cells>& rows) {
    const fs::path file = folder / name;
    const auto table = is_ods() ? make_ods_table(file, sheet_name) : make_xlsx_table(file, sheet_name);
    Cells wide = title;
    wide.resize(headings.size());
    table->row(wide);
    table->row(Cells(headings.size()));
    table->row(headings);
    for (const Cells& row : rows) table->row(row);
    table->commit();
  }
  bool is_ods() const { return GetParam() == std::string("ods"); }
  std::string withheld_name() const { return std::string("withheld.") + GetParam(); }
  RollSource source(const std::string& name) const {
    return {.where = (folder / name).string(),
            .worksheet = sheet_name,
            .header_row = 3,
            .columns = folder / "columns.toml"};
  }

  const std::string sheet_name = "सदस्य 2026";
  ScratchFolder folder;
};

TEST_P(WithheldFormats, IsFedBackWithTheSameOptions) {
  write("roll", {member("UP-1"), member("UP-2", "../a.jpg"), member("UP-3")});
  const Roll roll = read_roll(source("roll"));
  ASSERT_EQ(told(roll), Lines{"5 photo photo_path"});
  EXPECT_EQ(write_withheld(source("roll"), roll.withheld, folder), withheld_name());
  EXPECT_EQ(told(read_roll(source(withheld_name()))), Lines{"2 photo photo_path"}) << "row 1 is the header now";

  auto rows = rows_of(folder / withheld_name(), sheet_name);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0][7], "Remarks");
  EXPECT_EQ(rows[0][9], "withheld_code");
  EXPECT_EQ(rows[1][1], "आशा  <Test> & \"Co\"") << "as the clerk wrote it";
  EXPECT_EQ(rows[1][2], "0012");
  EXPECT_EQ(rows[1][7].substr(rows[1][7].starts_with(' ') ? 1 : 0), "of:=1+1") << "a text and no formula";
  EXPECT_EQ(rows[1][9], "photo_path");

  rows[1][5] = "a.jpg";
  const auto corrected =
      is_ods() ? make_ods_table(folder / "corrected", sheet_name) : make_xlsx_table(folder / "corrected", sheet_name);
  rows[1].resize(rows[0].size());
  for (const Cells& row : rows) corrected->row(row);
  corrected->commit();
  EXPECT_EQ(numbers(read_roll(source("corrected"))), Lines{"UP-2"});
}

TEST_P(WithheldFormats, TheSameRowsGiveTheSameBytes) {
  write("roll", {member("UP-2", "../a.jpg")});
  const Roll roll = read_roll(source("roll"));
  write_withheld(source("roll"), roll.withheld, folder);
  const std::string first = read_file(folder / withheld_name(), 1 << 20);
  write_withheld(source("roll"), roll.withheld, folder);
  EXPECT_EQ(read_file(folder / withheld_name(), 1 << 20), first);
}

TEST_P(WithheldFormats, AFileOfAnotherFormatIsRemoved) {
  write_file(folder / "withheld.csv", "old");
  write("roll", {member("UP-2", "../a.jpg")});
  write_withheld(source("roll"), read_roll(source("roll")).withheld, folder);
  EXPECT_FALSE(fs::exists(folder / "withheld.csv"));
  EXPECT_FALSE(fs::exists(folder / (withheld_name() + ".part")));
  EXPECT_EQ(write_withheld(source("roll"), {}, folder), "");
  EXPECT_FALSE(fs::exists(folder / withheld_name()));
}

INSTANTIATE_TEST_SUITE_P(Workbooks, WithheldFormats, testing::Values("xlsx", "ods"),
                         [](const auto& format) { return std::string(format.param); });

TEST(WithheldOfADatabase, IsCsvAndFedBackWithTheSameOptions) {
  const ScratchFolder folder;
  run_sqlite(folder / "roll.db", "create table members(" + columns_sql + "); insert into members values " +
                                     member_sql("'UP-2'", "null") + "," + member_sql("'UP-1'"));
  RollSource source{.where = (folder / "roll.db").string(), .table = "members"};
  EXPECT_EQ(write_withheld(source, read_roll(source).withheld, folder), "withheld.csv");
  source.where = (folder / "withheld.csv").string();
  EXPECT_EQ(told(read_roll(source)), Lines{"2 name empty"});
  std::string text = read_file(source.where, 1 << 20);
  write_file(source.where, text.replace(text.find("UP-2,,"), 6, "UP-2,Asha,"));
  EXPECT_EQ(numbers(read_roll(source)), Lines{"UP-2"});
}

TEST(WithheldOfADatabase, ATableThatChangedMeanwhileIsNoticed) {
  const ScratchFolder folder;
  run_sqlite(folder / "roll.db", "create table members(" + columns_sql + "); insert into members values " +
                                     member_sql("'UP-2'", "null") + "," + member_sql("'UP-3'"));
  const RollSource source{.where = (folder / "roll.db").string(), .table = "members"};
  const Roll roll = read_roll(source);
  run_sqlite(folder / "roll.db", "insert into members values " + member_sql("'UP-1'"));
  try {
    write_withheld(source, roll.withheld, folder);
    ADD_FAILURE() << "another member's row was written";
  } catch (const RunError& error) {
    EXPECT_EQ(error.code, ExitCode::try_again);
  }
  EXPECT_FALSE(fs::exists(folder / "withheld.csv"));
}

}  // namespace
}  // namespace pehchan

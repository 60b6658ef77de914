#include "roll/sqlite.h"

#include <gtest/gtest.h>

#include "support/scratch_folder.h"
#include "unit/roll/databases.h"
#include "unit/roll/rolls.h"

namespace pehchan {
namespace {
using namespace testing_rolls;
namespace fs = std::filesystem;

class Sqlite : public testing::Test {
 protected:
  void run(const std::string& sql) { run_sqlite(file, sql); }
  void make_members(const std::string& rows) {
    run("create table members(" + columns_sql + "); insert into members values " + rows);
  }
  RollSource table(const std::string& name) const { return {.where = file.string(), .table = name}; }
  RollSource query(const std::string& sql) const { return {.where = file.string(), .query = sql}; }
  Lines beside() const {
    Lines names;
    for (const auto& entry : fs::directory_iterator(folder.path())) names.push_back(entry.path().filename().string());
    return names;
  }

  ScratchFolder folder;
  fs::path file = folder / "roll.data";
};

RunError refused(const RollSource& source) {
  try {
    read_roll(source);
  } catch (const RunError& error) {
    return error;
  }
  return {ExitCode::ok, "no error"};
}

TEST_F(Sqlite, IsKnownByItsBytesAndReadInTheOrderOfMemberNumbers) {
  make_members(member_sql("'UP-3'") + "," + member_sql("'UP-1'") + "," + member_sql("'UP-2'"));
  const Roll roll = read_roll(table("members"));
  EXPECT_EQ(numbers(roll), (Lines{"UP-1", "UP-2", "UP-3"}));
  EXPECT_EQ(roll.confirmed[0].row, 2U) << "row 1 is the columns' names";
  EXPECT_EQ(numbers(read_roll({.where = "sqlite://" + file.string(), .table = "members"})), numbers(roll));
}

TEST_F(Sqlite, AQueryKeepsItsOwnOrder) {
  make_members(member_sql("'UP-3'") + "," + member_sql("'UP-1'") + "," + member_sql("'UP-2'"));
  EXPECT_EQ(numbers(read_roll(query("select * from members order by member_no desc ; "))),
            (Lines{"UP-3", "UP-2", "UP-1"}));
  EXPECT_EQ(numbers(read_roll(query("select * from members where member_no = 'UP-1' -- one"))), Lines{"UP-1"});
}

TEST_F(Sqlite, TypesOfTheDatabaseComeAsTheyAreWritten) {
  run("create table members(member_no bigint, name text, booth_no int, block text, district text, photo text,"
      " status text, confirmed_on date, enrolled_on datetime, mobile real);"
      "insert into members values(900000000000000001,'Asha',7,'B','D','a.jpg','confirmed','2026-03-31',"
      "'2026-03-01 10:11:12',null)");
  const Roll roll = read_roll(table("members"));
  ASSERT_EQ(numbers(roll), Lines{"900000000000000001"}) << "no int, no double";
  EXPECT_EQ(roll.confirmed[0][Field::booth_no], "7");
  EXPECT_EQ(roll.confirmed[0][Field::confirmed_on], "2026-03-31");
  EXPECT_EQ(roll.confirmed[0][Field::enrolled_on], "2026-03-01");
  EXPECT_EQ(roll.confirmed[0][Field::mobile], "");
}

TEST_F(Sqlite, ADayThatIsNoneIsWithheldThoughTheDatabaseTookIt) {
  run("create table members(" + columns_sql +
      ", confirmed_on date);"
      "insert into members values('UP-1','Asha','1','B','D','a.jpg','confirmed','31/02/2026')");
  EXPECT_EQ(told(read_roll(table("members"))), Lines{"2 confirmed_on date_malformed"});
}

TEST_F(Sqlite, NullsAndBytesThatAreNoTextCostTheirOwnRowAlone) {
  make_members(member_sql("null") + "," + member_sql("'UP-2'", "x'41004200'") + "," + member_sql("'UP-3'", "x'ff'") +
               "," + member_sql("'UP-4'") + "," + member_sql("null"));
  const Roll roll = read_roll(table("members"));
  EXPECT_EQ(told(roll), (Lines{"2 member_no empty", "3 member_no empty", "4 name nul_byte", "5 name bad_utf8"}));
  EXPECT_EQ(numbers(roll), Lines{"UP-4"});
}

TEST_F(Sqlite, SeveralStatementsAreRefusedAndNothingIsChanged) {
  make_members(member_sql("'UP-1'"));
  for (const char* sql :
       {"select * from members; delete from members", "delete from members returning *", "",
        "select * from members) as x; drop table members; --", "pragma user_version = 7", "nonsense"}) {
    const RunError error = refused(query(sql));
    EXPECT_TRUE(error.code == ExitCode::bad_input || error.code == ExitCode::usage) << sql << ": " << error.what();
  }
  EXPECT_EQ(read_roll(table("members")).confirmed.size(), 1U);
}

TEST_F(Sqlite, AnAbsentTableAndAMissingChoiceAreTold) {
  make_members(member_sql("'UP-1'"));
  EXPECT_EQ(refused(table("memebrs")).code, ExitCode::bad_input);
  EXPECT_EQ(refused(table("members\" where 1=0; --")).code, ExitCode::bad_input);
  EXPECT_EQ(refused({.where = file.string()}).code, ExitCode::usage);
  EXPECT_EQ(refused({.where = file.string(), .query = "select 1", .table = "members"}).code, ExitCode::usage);
  EXPECT_EQ(refused({.where = "sqlite://" + (folder / "absent").string(), .table = "members"}).code,
            ExitCode::missing_input);
  EXPECT_FALSE(fs::exists(folder / "absent"));
}

TEST_F(Sqlite, NothingIsLeftBesideTheFileNotEvenInWalMode) {
  make_members(member_sql("'UP-1'"));
  run("pragma journal_mode = wal");
  run("insert into members values " + member_sql("'UP-2'"));
  EXPECT_EQ(read_roll(table("members")).confirmed.size(), 2U);
  EXPECT_EQ(beside(), Lines{"roll.data"});
}

TEST_F(Sqlite, RowsStillInAWritersLogAreRead) {
  make_members(member_sql("'UP-1'"));
  run("pragma journal_mode = wal");
  sqlite3* writer = nullptr;
  ASSERT_EQ(sqlite3_open(file.c_str(), &writer), SQLITE_OK);
  const std::string insert = "insert into members values " + member_sql("'UP-2'");
  ASSERT_EQ(sqlite3_exec(writer, insert.c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
  EXPECT_EQ(read_roll(table("members")).confirmed.size(), 2U);
  sqlite3_close(writer);
}

TEST_F(Sqlite, ADamagedFileIsBadInput) {
  make_members(member_sql("'UP-1'"));
  fs::resize_file(file, 4096);
  EXPECT_EQ(refused(table("members")).code, ExitCode::bad_input);
}

TEST_F(Sqlite, AnyNameOfAFileWillDo) {
  const fs::path odd = folder / "a \"b\" ? # % é.db";
  run_sqlite(odd, "create table members(" + columns_sql + "); insert into members values " + member_sql("'UP-1'"));
  EXPECT_EQ(read_roll({.where = odd.string(), .table = "members"}).confirmed.size(), 1U);
}

}  // namespace
}  // namespace pehchan

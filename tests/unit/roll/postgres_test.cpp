#include "roll/postgres.h"

#include <gtest/gtest.h>

#include <memory>
#include <set>

#include "roll/open_source.h"
#include "support/postgres_server.h"
#include "unit/roll/databases.h"
#include "unit/roll/rolls.h"

namespace pehchan {
namespace {
using namespace testing_rolls;

/// One server for all of them: it takes a second to start.
class Postgres : public testing::Test {
 protected:
  static void SetUpTestSuite() { server = std::make_unique<PostgresServer>(); }
  static void TearDownTestSuite() { server.reset(); }
  void SetUp() override { server->run("drop table if exists members; create table members(" + columns_sql + ")"); }

  static void insert(const std::string& rows) { server->run("insert into members values " + rows); }
  static RollSource table(const std::string& name) { return {.where = server->url(), .table = name}; }
  static RollSource query(const std::string& sql) { return {.where = server->url(), .query = sql}; }
  static RunError refused(const RollSource& source) {
    try {
      read_roll(source);
    } catch (const RunError& error) {
      return error;
    }
    return {ExitCode::ok, "no error"};
  }

  static std::unique_ptr<PostgresServer> server;
};
std::unique_ptr<PostgresServer> Postgres::server;

constexpr const char* many_rows =
    "insert into members select 'UP-' || lpad(i::text, 6, '0'), 'Asha Test', '12', 'Bandi', 'Jhansi', 'a.jpg', "
    "'confirmed' from generate_series(1, 25000) as i order by random()";

TEST_F(Postgres, EveryRowOfSeveralPagesComesOnceAndInOrder) {
  server->run(many_rows);
  const Roll roll = read_roll(table("members"));
  ASSERT_EQ(roll.confirmed.size(), 25000U);
  for (std::size_t i = 0; i < roll.confirmed.size(); ++i) ASSERT_EQ(roll.confirmed[i].row, i + 2);
  EXPECT_EQ(roll.confirmed.front()[Field::member_no], "UP-000001");
  EXPECT_EQ(roll.confirmed.back()[Field::member_no], "UP-025000");
}

TEST_F(Postgres, RowsWithEqualOrNoKeysDoNotFallBetweenPages) {
  server->run(many_rows);
  server->run("update members set member_no = case when member_no < 'UP-012000' then null else 'UP-9' end");
  const Roll roll = read_roll(table("members"));
  EXPECT_EQ(roll.rows, 25000U);
  EXPECT_EQ(roll.withheld.size(), 25000U);
}

TEST_F(Postgres, TypesOfTheDatabaseComeAsTheyAreWritten) {
  server->run(
      "drop table members; create table members(member_no bigint, name varchar(50), booth_no smallint, block text,"
      " district text, photo text, status text, confirmed_on date, enrolled_on timestamptz, mobile numeric(12),"
      " tags text[], extra jsonb, token uuid, is_new boolean);"
      "insert into members values(900000000000000001,'Asha',7,'B','D','a.jpg','confirmed','2026-03-31',"
      "'2026-03-01 10:11:12+00',9000000001,'{a,b}','{\"a\":1}','11111111-1111-1111-1111-111111111111',true)");
  const Roll roll = read_roll(table("public.members"));
  ASSERT_EQ(numbers(roll), Lines{"900000000000000001"}) << "no int, no double";
  EXPECT_EQ(roll.confirmed[0][Field::booth_no], "7");
  EXPECT_EQ(roll.confirmed[0][Field::confirmed_on], "2026-03-31");
  EXPECT_EQ(roll.confirmed[0][Field::enrolled_on], "2026-03-01");
  EXPECT_EQ(roll.confirmed[0][Field::mobile], "+919000000001");
}

TEST_F(Postgres, DatesAreIsoWhateverTheDatabasePrefers) {
  server->run("alter table members add confirmed_on date; alter database cards set datestyle to 'German'");
  server->run("insert into members values('UP-1','Asha','1','B','D','a.jpg','confirmed','2026-03-04')");
  const Roll roll = read_roll(table("members"));
  server->run("alter database cards reset datestyle");
  ASSERT_EQ(roll.confirmed.size(), 1U);
  EXPECT_EQ(roll.confirmed[0][Field::confirmed_on], "2026-03-04");
}

TEST_F(Postgres, ColonsAndCastsInAQueryAreNoParameters) {
  insert(member_sql("'UP-1'"));
  EXPECT_EQ(
      read_roll(query("select *, 'a:b' as x, (array[1,2,3])[1:2]::text as y from members -- :z")).confirmed.size(), 1U);
}

TEST_F(Postgres, SeveralStatementsAndWritingAreRefused) {
  insert(member_sql("'UP-1'"));
  for (const char* sql :
       {"select * from members; delete from members", "delete from members returning *", "",
        "select 1) as x; drop table members; --", "select $1::text", "nonsense", "set x = 1", "select setval('s', 1)"})
    EXPECT_NE(refused(query(sql)).code, ExitCode::ok) << sql;
  EXPECT_EQ(refused(query("select * from members; delete from members")).code, ExitCode::bad_input);
  EXPECT_EQ(read_roll(table("members")).confirmed.size(), 1U);
}

TEST_F(Postgres, AnAbsentTableIsBadInput) {
  EXPECT_EQ(refused(table("memebrs")).code, ExitCode::bad_input);
  EXPECT_EQ(refused({.where = server->url()}).code, ExitCode::usage);
}

TEST_F(Postgres, WhatTheServerSaysOfDataIsNotRepeated) {
  insert(member_sql("'UP-1'", "'Asha Secret'"));
  const RunError error = refused(query("select name::int as member_no, * from members"));
  EXPECT_EQ(error.code, ExitCode::bad_input) << error.what();
  EXPECT_EQ(std::string(error.what()).find("Secret"), std::string::npos) << error.what();
}

TEST_F(Postgres, AServerThatIsNotThereIsUnavailableAndItsPasswordIsNotTold) {
  const RunError error = refused({.where = "postgresql://cards:se%40cret@127.0.0.1:1/cards", .table = "members"});
  EXPECT_EQ(error.code, ExitCode::unavailable);
  EXPECT_FALSE(error.advice.empty());
  for (const char* secret : {"se%40cret", "se@cret"})
    EXPECT_EQ(std::string(error.what()).find(secret), std::string::npos) << error.what();
  EXPECT_EQ(refused({.where = "postgresql://cards:a%zzb@h/cards", .table = "m"}).code, ExitCode::usage);
}

TEST_F(Postgres, AServerThatGoesAwayInMidReadIsUnavailable) {
  server->run(many_rows);
  const auto rows = open_source(table("members"));
  Record record;
  ASSERT_TRUE(rows->next(record));
  ASSERT_TRUE(rows->next(record));
  server->stop();
  ExitCode code = ExitCode::ok;
  try {
    while (rows->next(record)) {
    }
  } catch (const RunError& error) {
    code = error.code;
  }
  server->start();
  EXPECT_EQ(code, ExitCode::unavailable) << "stopped at row " << record.row;
}

TEST_F(Postgres, WhatIsWrittenMeanwhileIsNotSeen) {
  server->run(many_rows);
  const auto rows = open_source(table("members"));
  Record record;
  rows->next(record);
  rows->next(record);
  server->run("delete from members");
  std::size_t count = 1;
  while (rows->next(record)) ++count;
  EXPECT_EQ(count, 25000U);
}

}  // namespace
}  // namespace pehchan

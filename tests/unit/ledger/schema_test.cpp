#include "ledger/schema.h"

#include <soci/sqlite3/soci-sqlite3.h>

#include <thread>

#include "ledger/connection.h"
#include "ledger/events.h"
#include "ledger/lookup.h"
#include "ledger/status_places.h"
#include "ledger/verify.h"
#include "ledger_fixture.h"
#include "support/run_program.h"

namespace pehchan {
namespace {

/// A test that opens its ledger by itself.
class Schema : public testing::TestWithParam<Database> {
 protected:
  ScratchFolder folder;
  std::string where = GetParam() == Database::sqlite ? (folder / "ledger.db").string() : new_database();

  static long long number(Connection& connection, const std::string& sql) {
    long long value = 0;
    connection.sql << sql, soci::into(value);
    return value;
  }
};
INSTANTIATE_TEST_SUITE_P(On, Schema, both_databases, database_name);

TEST_P(Schema, AnOlderLedgerIsBroughtUpToDateAndKeepsItsCards) {
  {
    Connection old(where);
    migrate(old, 1);
    EXPECT_EQ(number(old, "select version from ledger_schema"), 1);
    old.sql << "insert into card (number, member, period, district, state, reason, ordered_at, name_key) values "
               "('PCN-001-000001-N', 'M1', '1', 'Tarapur', 'void', 'first', 5, 'kept')";
  }
  Ledger ledger(where);
  EXPECT_EQ(number(ledger.connection(), "select version from ledger_schema"), newest_schema());
  ASSERT_EQ(find_cards(ledger, "kept", 9).size(), 1U);
  EXPECT_EQ(number(ledger.connection(), "select count(*) from card where photo_stamp = '' and photo_print = ''"), 1);
}

TEST_P(Schema, CardsOfTheStepBeforeCodesWereKeptStayAndAreProved) {
  {
    Connection old(where);
    migrate(old, 4);
    old.sql << "insert into card (number, member, period, district, state, reason, ordered_at, values_json) values "
               "('PCN-001-000001-6', 'M1', '1', 'Tarapur', 'ordered', 'first', 5, '{\"name\":\"Sample\"}')";
    old.sql << "insert into work (card) values ('PCN-001-000001-6')";
    old.sql << "insert into series (prefix, code, last_number) values ('PCN', '001', 1)";
    in_transaction(old, [&] { add_event(old, 0, "ordered", {{"cards", {"PCN-001-000001-6"}}}); });
  }
  Ledger ledger(where);
  EXPECT_EQ(find_cards(ledger, "M1", 9).at(0).qr_text, "");
  EXPECT_EQ(number(ledger.connection(), "select sum(expires_at) from card"), 0);
  for (const auto& fault : check_ledger(ledger).faults) ADD_FAILURE() << fault;
  const std::vector<std::string> cards{"PCN-001-000001-6"};
  EXPECT_EQ(status_places(ledger, cards), status_places(ledger, cards));
}

TEST_P(Schema, EveryStatementOfEveryStepIsRun) {
  Ledger ledger(where);
  for (const char* table :
       {"district", "series", "job", "card", "sheet_file", "placement", "lease", "work", "event", "status_place"})
    EXPECT_EQ(number(ledger.connection(), std::string("select count(*) from ") + table),
              std::string(table) == "job" ? 1 : 0);
  const bool is_shared = ledger.is_shared();
  EXPECT_EQ(number(ledger.connection(),
                   is_shared ? "select count(*) from pg_indexes where schemaname = current_schema() and indexname in "
                               "('one_live_card', 'card_of_mobile', 'card_of_epic', 'card_of_member', "
                               "'card_of_photo', 'sheet_file_of_job', 'work_of_lease')"
                             : "select count(*) from sqlite_master where type = 'index' and sql is not null"),
            7);
}

TEST_P(Schema, ALedgerFromTheFutureIsRefused) {
  { Ledger(where).connection().sql << "update ledger_schema set version = 99"; }
  EXPECT_EQ(code_of([&] { Ledger ledger(where); }), ExitCode::bad_config);
}

TEST_P(Schema, ProgramsThatOpenANewLedgerAtOnceAllSucceed) {
  for (int round = 0; round < (GetParam() == Database::sqlite ? 10 : 2); ++round) {
    const std::string fresh =
        GetParam() == Database::sqlite ? (folder / (std::to_string(round) + ".db")).string() : new_database();
    std::vector<std::string> said(4);
    {
      std::vector<std::jthread> programs;
      for (auto& words : said) programs.emplace_back([&] { words = words_of([&] { const Ledger ledger(fresh); }); });
    }
    for (const auto& words : said) EXPECT_EQ(words, "");
    Ledger ledger(fresh);
    EXPECT_EQ(number(ledger.connection(), "select version from ledger_schema"), newest_schema());
    EXPECT_TRUE(check_ledger(ledger).faults.empty());
  }
}

TEST_P(Schema, LongNumbersSurvive) {
  Ledger ledger(where);
  ledger.connection().sql << "insert into series (prefix, code, last_number) values ('PCN', '001', 9007199254740993)";
  ledger.connection().sql << "insert into job (id, kind, folder, period, settings, pdf_date, state, opened_at) values "
                             "(9007199254740993, 'issue', '', '', '', '', 'closed', 4102444800)";
  EXPECT_EQ(job_named(ledger, "9007199254740993").id, 9'007'199'254'740'993);
  EXPECT_EQ(number(ledger.connection(), "select opened_at from job where id > 0"), 4'102'444'800);
  EXPECT_EQ(number(ledger.connection(), "select last_number from series"), 9'007'199'254'740'993);
}

class LedgerFile : public testing::Test {
 protected:
  ScratchFolder folder;
  const std::string where = folder / "some.db";
};

TEST_F(LedgerFile, AFileThatIsNoDatabaseIsRefusedAndStaysAsItWas) {
  const std::string letter(5'000, 'a');
  write_bytes(where, letter);
  EXPECT_EQ(code_of([&] { Ledger ledger(where); }), ExitCode::bad_input);
  EXPECT_EQ(bytes_of(where), letter);
}

TEST_F(LedgerFile, ADatabaseOfSomethingElseIsRefusedAndStaysAsItWas) {
  {
    soci::session roll(soci::sqlite3, "dbname=" + where);
    roll << "create table member (name text)";
  }
  const auto before = bytes_of(where);
  EXPECT_EQ(code_of([&] { Ledger ledger(where); }), ExitCode::bad_input);
  EXPECT_TRUE(bytes_of(where) == before);
}

TEST_F(LedgerFile, ATornFileIsRefused) {
  { Ledger ledger(where); }
  std::filesystem::resize_file(where, 6'000);
  EXPECT_EQ(code_of([&] { Ledger ledger(where); }), ExitCode::bad_input);
}

TEST_F(LedgerFile, AFolderIsNoLedger) {
  EXPECT_EQ(code_of([&] { const Ledger ledger(folder.path()); }), ExitCode::cannot_create);
}

TEST_F(LedgerFile, ItsFolderIsMade) {
  const std::string deep = folder / "new" / "with blank" / "ledger.db";
  { const Ledger ledger(deep); }
  EXPECT_TRUE(ledger_exists(deep));
  EXPECT_FALSE(ledger_exists(folder / "nowhere.db"));
  EXPECT_TRUE(ledger_exists("postgresql://somewhere/x"));
}

}  // namespace
}  // namespace pehchan

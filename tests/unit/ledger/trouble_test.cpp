// What goes wrong with the database itself, and what is said about it.
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "ledger/after_print.h"
#include "ledger/connection.h"
#include "ledger/lookup.h"
#include "ledger/order_cards.h"
#include "ledger/unreached.h"
#include "ledger_fixture.h"

namespace pehchan {
namespace {

class Trouble : public LedgerTest {};
INSTANTIATE_TEST_SUITE_P(On, Trouble, both_databases, database_name);

TEST_P(Trouble, AnErrorNamesNobody) {
  const std::vector<Member> twice{person(1), person(1)};
  const auto words = words_of([&] { order(twice); });
  ASSERT_NE(words, "");
  for (const char* personal : {"M1", "Sample", "नमूना", "7000000001", "XYZ0000001"})
    EXPECT_EQ(words.find(personal), std::string::npos) << words;
  EXPECT_EQ(number("select count(*) from card"), 0) << "and nothing is left of it";
}

TEST_P(Trouble, AnErrorInATransactionLeavesTheLedgerUsable) {
  const std::vector<Member> twice{person(1), person(1)};
  EXPECT_THROW(order(twice), RunError);
  EXPECT_EQ(order(people(2)).size(), 2U);
}

TEST_P(Trouble, AViolatedConstraintIsNeitherAnAbsentDatabaseNorABrokenOne) {
  const std::vector<Member> twice{person(1), person(1)};
  const auto code = code_of([&] { order(twice); });
  EXPECT_TRUE(code == ExitCode::internal || code == ExitCode::try_again) << static_cast<int>(code);
}

TEST_P(Trouble, ALedgerWithoutItsTablesIsOurTroubleNotTheLibrarys) {
  run("drop table placement");
  EXPECT_THROW(find_cards(ledger, "M1", 9), RunError);
  EXPECT_THROW(files_in(ledger, "cards"), RunError);
}

TEST(LedgerName, HoldsNoPassword) {
  EXPECT_EQ(name_of_ledger("postgresql://clerk:secret@db.example/cards?sslmode=require"),
            "postgresql://clerk@db.example/cards");
  EXPECT_EQ(name_of_ledger("postgresql://clerk@db.example:5433/cards"), "postgresql://clerk@db.example:5433/cards");
  EXPECT_EQ(name_of_ledger("postgresql://db.example:5433/cards?password=secret"), "postgresql://db.example:5433/cards");
  EXPECT_EQ(name_of_ledger("postgres://clerk:secret@db.example/c"), "postgres://clerk@db.example/c");
  for (const char* odd : {"clerk:se@cret@db.example/cards", "clerk:se?cret@db.example/cards", "clerk:cret/@db/cards",
                          "db:5433/cards?password=se@cret", "db:5433?password=se@cret", "clerk:a?b=cret@db"}) {
    const std::string told = name_of_ledger(std::string("postgresql://") + odd);
    EXPECT_EQ(told.find("cret"), std::string::npos) << told;
    EXPECT_TRUE(told.starts_with("postgresql://")) << told;
  }
  EXPECT_EQ(name_of_ledger("cards/ledger.db"), "cards/ledger.db");
}

/// How opening this ledger ends, and what is said.
std::pair<ExitCode, std::string> opening(const std::string& where) try {
  const Ledger ledger(where);
  return {ExitCode::ok, ""};
} catch (const RunError& error) {
  return {error.code, std::string(error.what()) + "\n" + error.advice};
}

TEST(LedgerName, OfOneThatCannotBeReachedIsToldWithoutPassword) {
  for (const char* where :
       {"postgresql://clerk:secret@127.0.0.1:1/cards", "postgresql://clerk:secret@[/cards",
        "postgresql://127.0.0.1:secret/cards", "postgresql://clerk:x@127.0.0.1:1/?secret=1",
        "postgresql://clerk:x@secret@127.0.0.1:1/cards", "postgresql://clerk:x?y@secret:1/cards",
        "postgresql://clerk:secret/@127.0.0.1/cards", "postgresql://a.invalid:1?password=x@secret"}) {
    const auto [code, words] = opening(where);
    EXPECT_NE(words, "");
    EXPECT_EQ(words.find("secret"), std::string::npos) << words;
    EXPECT_TRUE(code == ExitCode::unavailable || code == ExitCode::bad_config) << words;
  }
}

TEST(Unreached, SaysLibpqsReasonAndIsTriedAgain) {
  const auto [code, words] = opening("postgresql://clerk:secret@127.0.0.1:1/cards");
  EXPECT_EQ(code, ExitCode::unavailable);
  EXPECT_NE(words.find("127.0.0.1"), std::string::npos) << words;
  EXPECT_NE(words.find("Connection refused"), std::string::npos) << words;
  EXPECT_EQ(words.find("Is the server running"), std::string::npos) << words;
}

TEST(Unreached, AnAddressMayBeginInCapitals) {
  const std::string url = postgres().url();
  EXPECT_EQ(opening("POSTGRESQL" + url.substr(url.find("://"))).first, ExitCode::ok);
}

TEST(Unreached, WhatWaitingDoesNotMendIsAFaultOfTheSettings) {
  const std::string url = postgres().url(), server = url.substr(url.find('@'));
  const std::pair<std::string, const char*> wrong[] = {
      {"postgresql://nobody_here" + server, "role \"nobody_here\" does not exist"},
      {url.substr(0, url.rfind('/')) + "/no_such_cards", "database \"no_such_cards\" does not exist"},
      {url + "?sslmod=require", "sslmode?"},
      {url + "?sslmode=perhaps", "sslmode"},
      {url + "?surprise=1", "does not know"},
      {"postgresql://[/cards", "postgresql://USER@HOST"},
      {"postgresql://127.0.0.1:one/cards", "port"}};
  for (const auto& [where, told] : wrong) {
    const auto [code, words] = opening(where);
    EXPECT_EQ(code, ExitCode::bad_config) << words;
    EXPECT_NE(words.find(told), std::string::npos) << words;
  }
}

TEST(Unreached, AWrongPasswordIsAFaultOfTheSettings) {
  for (const char* said :
       {"connection to server at \"db\" (10.0.0.1), port 5432 failed: FATAL:  password authentication "
        "failed for user \"clerk\"\n",
        "connection to server at \"db\" (10.0.0.1), port 5432 failed: fe_sendauth: no password "
        "supplied\n"})
    EXPECT_EQ(unreached(said, "postgresql://clerk@db/cards").code, ExitCode::bad_config);
  for (const char* said :
       {"connection to server at \"db\", port 5432 failed: FATAL:  the database system is starting up",
        "connection to server at \"db\", port 5432 failed: FATAL:  sorry, too many clients already"})
    EXPECT_EQ(unreached(said, "postgresql://clerk@db/cards").code, ExitCode::unavailable);
  const RunError long_one = unreached("no\nDETAIL: 7000000001\nCONTEXT: Asha", "postgresql://clerk@db/cards");
  EXPECT_STREQ(long_one.what(), "the ledger's database postgresql://clerk@db/cards was not reached: no");
}

TEST(SqliteTrouble, IsToldWithoutTheNamesOfFunctions) {
  const ScratchFolder folder;
  Ledger ledger(folder / "ledger.db");
  const std::vector<Member> twice{person(1), person(1)};
  const auto words = words_of([&] { order_cards(ledger, "1", {}, twice); });
  EXPECT_NE(words, "");
  EXPECT_EQ(words.find("sqlite3_"), std::string::npos) << words;
}

TEST(SqliteTrouble, OfAPlaceThatCannotBeUsedNamesTheLedgersOption) {
  const ScratchFolder folder;
  std::ofstream(folder / "file") << "x";
  const auto [code, words] = opening(folder / "file" / "ledger.db");
  EXPECT_EQ(code, ExitCode::cannot_create);
  EXPECT_NE(words.find("cannot make the ledger's folder"), std::string::npos) << words;
  EXPECT_NE(words.find("--ledger"), std::string::npos) << words;
  EXPECT_EQ(words.find("--out"), std::string::npos) << words;
}

TEST(SqliteTrouble, OfALedgerOfSomebodyElseSaysWhomToAsk) {
  const ScratchFolder folder;
  const std::string where = folder / "ledger.db";
  { const Ledger ledger(where); }
  const bool is_root = ::geteuid() == 0;
  std::filesystem::permissions(where, std::filesystem::perms::none);
  std::filesystem::permissions(std::filesystem::path(where).parent_path(), std::filesystem::perms::all);
  if (is_root && ::seteuid(65534) != 0) GTEST_SKIP() << "this machine lets nobody be somebody else";
  const auto [code, words] = opening(where);
  if (is_root) {
    ASSERT_EQ(::seteuid(0), 0);
  }
  EXPECT_EQ(code, ExitCode::cannot_create) << words;
  EXPECT_NE(words.find("may not read and write the ledger"), std::string::npos) << words;
  EXPECT_NE(words.find("its owner"), std::string::npos) << words;
}

/// With a server of its own, which goes away.
TEST(DatabaseGone, IsUnavailableAndWorksAgainAfterwards) {
  PostgresServer server;
  Ledger ledger(server.url());
  const auto members = people(2);
  order_cards(ledger, "1", {}, members);
  server.stop();
  EXPECT_EQ(code_of([&] { order_cards(ledger, "1", {}, members); }), ExitCode::unavailable);
  EXPECT_EQ(code_of([&] { find_cards(ledger, "M1", 9); }), ExitCode::unavailable);
  EXPECT_EQ(code_of([&] { void_card(ledger, {"PCN-001-000001-N"}, CardReason::lost); }), ExitCode::unavailable);
  EXPECT_EQ(code_of([&] { const Ledger again(server.url()); }), ExitCode::unavailable);
  server.start();
  Ledger again(server.url());
  EXPECT_EQ(find_cards(again, "M1", 9).size(), 1U);
}

/// A worker that freezes inside a transaction would else hold the others for ever.
TEST(SharedLedger, LetsNobodyHoldATransactionOpenForMoreThanAMinute) {
  Ledger ledger(new_database());
  std::string limit;
  ledger.connection().sql << "show idle_in_transaction_session_timeout", soci::into(limit);
  EXPECT_EQ(limit, "1min");
}

}  // namespace
}  // namespace pehchan

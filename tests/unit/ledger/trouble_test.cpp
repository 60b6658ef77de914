// What goes wrong with the database itself, and what is said about it.
#include "ledger/after_print.h"
#include "ledger/connection.h"
#include "ledger/lookup.h"
#include "ledger/order_cards.h"
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
  EXPECT_EQ(name_of_ledger("postgresql://clerk:se@cret@db.example/cards").find("cret"), std::string::npos);
  EXPECT_EQ(name_of_ledger("postgres://clerk:secret@db.example/c").find("secret"), std::string::npos);
  EXPECT_EQ(name_of_ledger("cards/ledger.db"), "cards/ledger.db");
}

TEST(LedgerName, OfOneThatCannotBeReachedIsToldWithoutPassword) {
  for (const char* where : {"postgresql://clerk:secret@127.0.0.1:1/cards", "postgresql://clerk:secret@[/cards",
                            "postgresql://127.0.0.1:secret/cards", "postgresql://clerk:x@127.0.0.1:1/?secret=1"}) {
    const auto words = words_of([&] { const Ledger ledger(where); });
    EXPECT_NE(words, "");
    EXPECT_EQ(words.find("secret"), std::string::npos) << words;
    EXPECT_EQ(code_of([&] { const Ledger ledger(where); }), ExitCode::unavailable);
  }
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

}  // namespace
}  // namespace pehchan

// What the database itself refuses, whatever a program asks of it.
#include <soci/soci.h>

#include "ledger/after_print.h"
#include "ledger/order_cards.h"
#include "ledger_fixture.h"

namespace pehchan {
namespace {

class Constraints : public LedgerTest {
 protected:
  void insert_card(const std::string& number, const std::string& member, const std::string& replaces = "null",
                   const std::string& state = "ordered") {
    run("insert into card (number, member, period, district, state, reason, replaces, ordered_at) values ('" + number +
        "', '" + member + "', '1', 'Tarapur', '" + state + "', 'first', " + replaces + ", 0)");
  }
};
INSTANTIATE_TEST_SUITE_P(On, Constraints, both_databases, database_name);

TEST_P(Constraints, ASecondLiveCardOfAMemberAndPeriodIsRefused) {
  order(people(1));
  EXPECT_THROW(insert_card("X", "M1"), soci::soci_error);
  EXPECT_NO_THROW(insert_card("Y", "M1", "null", "void"));
  EXPECT_NO_THROW(insert_card("Z", "M2"));
}

TEST_P(Constraints, ASecondReplacementOfACardIsRefused) {
  const auto old = make(people(1)).cards.front();
  const auto by = replace_card(ledger, "M1", "1", CardReason::lost).ordered;
  void_card(ledger, by, CardReason::withdrawn);
  EXPECT_THROW(insert_card("X", "M1", "'" + old + "'"), soci::soci_error);
  EXPECT_NO_THROW(insert_card("X", "M1", "'" + by.text + "'"));
}

TEST_P(Constraints, ANumberIsGivenOnce) {
  const auto number = order(people(1)).front();
  EXPECT_THROW(insert_card(number, "M9"), soci::soci_error);
}

TEST_P(Constraints, TwoCardsInOneSlotAreRefused) {
  make(people(1));
  order(people(2));
  EXPECT_THROW(run("insert into placement (file, sheet, slot, card, copy) select 1, 1, 1, number, 1 from card where "
                   "member = 'M2'"),
               soci::soci_error);
}

TEST_P(Constraints, TheSameCopyTwiceIsRefused) {
  make(people(1));
  EXPECT_THROW(run("insert into placement (file, sheet, slot, card, copy) select 1, 1, 2, card, 1 from placement"),
               soci::soci_error);
  EXPECT_NO_THROW(run("insert into placement (file, sheet, slot, card, copy) select 1, 1, 2, card, 2 from placement"));
}

TEST_P(Constraints, AFileNameOfAFolderIsUsedOnce) {
  make(people(1));
  EXPECT_THROW(run("insert into sheet_file (id, job, name, folder, first_sheet, sheets, sha256, state) select 9, job, "
                   "name, folder, 9, 1, '', 'prepared' from sheet_file"),
               soci::soci_error);
}

TEST_P(Constraints, ACardOnPaperMustExist) {
  make(people(1));
  EXPECT_THROW(run("insert into placement (file, sheet, slot, card, copy) values (1, 1, 2, 'nobody', 1)"),
               soci::soci_error);
  EXPECT_THROW(run("insert into work (card) values ('nobody')"), soci::soci_error);
}

TEST_P(Constraints, AnUnknownStateOrReasonIsRefused) {
  EXPECT_THROW(insert_card("X", "M1", "null", "forgotten"), soci::soci_error);
  order(people(1));
  EXPECT_THROW(run("update card set reason = 'because'"), soci::soci_error);
}

TEST_P(Constraints, EventsAreOnlyEverAdded) {
  order(people(1));
  EXPECT_THROW(run("update event set detail = ''"), soci::soci_error);
  EXPECT_THROW(run("delete from event"), soci::soci_error);
  EXPECT_EQ(number("select count(*) from event"), 1);
}

}  // namespace
}  // namespace pehchan

#include "ledger/verify.h"

#include <fmt/format.h>

#include "ledger/after_print.h"
#include "ledger/status_places.h"
#include "ledger_fixture.h"

namespace pehchan {
namespace {

class Verify : public LedgerTest {
 protected:
  Made made = make(people(3));

  /// A job's chain of four events: opened, rendered, printed, handed over.
  void live() {
    mark_printed(ledger, made.job, {});
    mark_handed_over(ledger, made.job, {.booths = {"1"}, .cards = {}, .missing = {}});
  }
  std::string faults() {
    std::string all;
    for (const auto& fault : check_ledger(ledger).faults) all += fault + "\n";
    return all;
  }
  std::string faults_after(const std::string& tampering) {
    unlock_events();
    run(tampering);
    return faults();
  }
  const std::string changed = "J0001, event 2 (rendered): it was changed after it was written\n";
};
INSTANTIATE_TEST_SUITE_P(On, Verify, both_databases, database_name);

TEST_P(Verify, ASoundLedgerIsProved) {
  live();
  replace_card(ledger, "M1", "1", CardReason::lost);
  release_file(ledger, prepare_copy(job("remake"), made.cards[1], 2));
  void_card(ledger, {made.cards[1]}, CardReason::withdrawn);
  prepare(job(), {{person(1)}});
  order({{person(7)}});
  const auto check = check_ledger(ledger);
  EXPECT_EQ(faults(), "");
  EXPECT_EQ(check.jobs, 2U);
  EXPECT_EQ(check.cards, 5U);
  EXPECT_EQ(static_cast<long long>(check.events), number("select count(*) from event"));
}

TEST_P(Verify, AChangedDetailIsNamed) {
  live();
  EXPECT_EQ(faults_after("update event set detail = '{}' where job = 1 and seq = 2"), changed);
}

TEST_P(Verify, AnyChangedPartIsNamed) {
  live();
  unlock_events();
  for (const char* part : {"at = at + 1", "who = who || 'x'", "host = host || 'x'"}) {
    run("begin");
    run(std::string("update event set ") + part + " where job = 1 and seq = 2");
    EXPECT_EQ(faults(), changed) << part;
    run("rollback");
  }
}

TEST_P(Verify, AChangedHashIsNamed) {
  live();
  EXPECT_EQ(faults_after("update event set hash = 'x' where job = 1 and seq = 2"), changed);
}

TEST_P(Verify, AnEventTakenFromTheMiddleIsNamed) {
  live();
  EXPECT_EQ(faults_after("delete from event where job = 1 and seq = 2"),
            "J0001, event 3 (printed): an event before it is missing\n");
}

TEST_P(Verify, EventsTakenFromTheEndAreNamed) {
  live();
  EXPECT_EQ(faults_after("delete from event where job = 1 and seq > 2"),
            "J0001: events at its end are missing after event 2\n");
}

TEST_P(Verify, AWholeChainTakenAwayIsNamed) {
  EXPECT_EQ(faults_after("delete from event where job = 1"), "J0001: events at its end are missing after event 0\n");
}

TEST_P(Verify, ASwappedPairIsNamed) {
  live();
  EXPECT_EQ(faults_after("update event set seq = case seq when 2 then -3 else -2 end where job = 1 and seq in (2, 3)"),
            "J0001, event -3 (rendered): an event before it is missing\n");
  run("update event set seq = -seq where seq < 0");
  EXPECT_EQ(faults(), "J0001, event 2 (printed): it does not follow the event before it\n");
}

TEST_P(Verify, TheLedgersOwnChainIsProvedToo) {
  EXPECT_EQ(faults_after("update event set detail = '{}' where job = 0"),
            "the ledger's own chain, event 1 (ordered): it was changed after it was written\n");
}

TEST_P(Verify, AnAddedEventIsNamed) {
  EXPECT_EQ(faults_after("insert into event select job, 3, at, who, host, what, detail, hash, 'x' from event where job "
                         "= 1 and seq = 2"),
            "J0001, event 3 (rendered): it was changed after it was written\n");
}

TEST_P(Verify, ABadCardNumberIsTold) {
  run("insert into card (number, member, period, district, state, reason, ordered_at) values ('PCN-001-000009-0', "
      "'M9', '1', 'Tarapur', 'void', 'first', 0)");
  EXPECT_NE(faults().find("'PCN-001-000009-0' is not a card number\n"), std::string::npos);
  EXPECT_NE(faults().find("the events order it 0 times"), std::string::npos) << "it was never ordered";
  EXPECT_NE(faults().find("stand at 3, and 4 are given"), std::string::npos) << "nor counted";
}

TEST_P(Verify, ACardWithoutTheSheetItIsSaidToLieOnIsTold) {
  run("delete from placement where card = '" + made.cards[1] + "'");
  EXPECT_NE(faults().find(fmt::format("card {}: it is said to be made, and lies on no sheet\n", made.cards[1])),
            std::string::npos);
}

TEST_P(Verify, ACardOnAnUnreleasedSheetIsNotMade) {
  run("update sheet_file set state = 'prepared'");
  EXPECT_EQ(check_ledger(ledger).faults.size(), 3U);
}

TEST_P(Verify, ARowThatSaysOtherThanTheEventsIsTold) {
  const std::string card = "card " + made.cards[0] + ": ";
  run("update card set state = 'handed_over' where number = '" + made.cards[0] + "'");
  EXPECT_EQ(faults(), card + "it is handed_over, by the events it is rendered\n");
  run("update card set state = 'void' where number = '" + made.cards[0] + "'");
  EXPECT_EQ(faults(), card + "it is void, by the events it is rendered\n");
}

TEST_P(Verify, ARowThatIsGoneIsTold) {
  const auto waiting = order({{person(9)}}).front();
  run("delete from work");
  run("delete from card where number = '" + waiting + "'");
  EXPECT_EQ(faults(), "card " + waiting + ": it was ordered, and is not in the ledger\n");
}

TEST_P(Verify, ASeriesThatWasSetBackIsTold) {
  run("update series set last_number = 0 where prefix <> ''");
  EXPECT_NE(faults().find("stand at 0, and 3 are given"), std::string::npos) << faults();
}

TEST_P(Verify, AnOrderedCardThatNobodyWillMakeIsTold) {
  const auto waiting = order({{person(9)}}).front();
  run("delete from work");
  EXPECT_EQ(faults(), fmt::format("card {}: it is ordered, and nobody will make it\n", waiting));
}

TEST_P(Verify, AMadeCardThatWaitsToBeMadeIsTold) {
  run("insert into work (card) values ('" + made.cards[0] + "')");
  EXPECT_EQ(faults(), fmt::format("card {}: it waits to be made, and is not ordered\n", made.cards[0]));
}

TEST_P(Verify, TwoLiveCardsOfAMemberAreTold) {
  run("drop index one_live_card");
  run("update card set member = 'M1' where number = '" + made.cards[1] + "'");
  EXPECT_EQ(faults(), fmt::format("card {}: its member has another live card in this period\n", made.cards[1]));
}

TEST_P(Verify, ACodeThatIsNotThePrintedOneIsTold) {
  const std::string fault =
      fmt::format("card {}: the text of its QR code is not the one that was printed\n", made.cards[1]);
  run("update card set qr_text = 'https://elsewhere.example' where number = '" + made.cards[1] + "'");
  EXPECT_EQ(faults(), fault);
  run("update card set qr_text = '' where number = '" + made.cards[1] + "'");
  EXPECT_EQ(faults(), fault) << "nobody was purged";
}

TEST_P(Verify, ACodeThatOutlivesItsPersonIsTold) {
  run("update card set values_json = '' where number = '" + made.cards[1] + "'");
  EXPECT_EQ(faults(),
            fmt::format("card {}: its person was purged, and the text of its QR code is still there\n", made.cards[1]));
}

TEST_P(Verify, APlaceBeyondItsListIsTold) {
  status_places(ledger, made.cards);
  EXPECT_EQ(faults(), "");
  run("update status_place set place = 1048576 where card = '" + made.cards[0] + "'");
  EXPECT_EQ(faults(), fmt::format("card {}: no status list has its place\n", made.cards[0]));
}

TEST_P(Verify, WhatItSaysHoldsNoPersonalData) {
  run("delete from placement");
  unlock_events();
  run("update event set detail = '{}'");
  EXPECT_EQ(faults().find("Sample"), std::string::npos);
  EXPECT_EQ(faults().find("+91"), std::string::npos);
  EXPECT_EQ(text("select coalesce(max(detail), '') from event where detail like '%Sample%' or detail like '%+91%'"),
            "");
}

}  // namespace
}  // namespace pehchan

#include "ledger/after_print.h"

#include <chrono>
#include <thread>

#include "ledger/lookup.h"
#include "ledger_fixture.h"

namespace pehchan {
namespace {

class AfterPrint : public LedgerTest {
 protected:
  Made made = make(people(5));  // sheets 1 to 3, two a sheet

  std::size_t print(std::vector<SheetRange> sheets = {}) { return mark_printed(ledger, made.job, sheets); }
  std::size_t hand_over(const HandedOver& said) { return mark_handed_over(ledger, made.job, said); }
  Replacement replace(const std::string& member, CardReason reason = CardReason::lost) {
    return replace_card(ledger, member, "1", reason);
  }
};
INSTANTIATE_TEST_SUITE_P(On, AfterPrint, both_databases, database_name);

TEST_P(AfterPrint, OnlyTheSheetsNamedArePrinted) {
  EXPECT_EQ(print({{1, 1}, {3, 3}}), 3U);
  EXPECT_EQ(state_of(made.cards[2]), "rendered");
  EXPECT_EQ(state_of(made.cards[4]), "printed");
  EXPECT_EQ(print(), 2U) << "the rest";
}

TEST_P(AfterPrint, ASheetWithoutCardsIsPrintedWithTheNextThatHasSome) {
  const std::vector<Member> members{person(6), person(7), person(8), person(9)};
  const Job headed = job("issue", R"({"arrangement":"headed"})");
  Lease lease(ledger, 60);
  const auto cards = order(members);
  ASSERT_EQ(lease.claim(cards).size(), 4U);
  JobFile file = file_of(headed, 4);
  file.sheets = 5;  // 1 and 3 are headers, 5 is empty
  auto places = placed(cards, members);
  for (PlacedCard& place : places) place.sheet *= 2;
  release_file(ledger, prepare_file(ledger, lease, file, places));
  using Sheets = std::vector<std::size_t>;
  EXPECT_EQ(sheets_to_print(ledger, headed), (Sheets{1, 2, 3, 4, 5}));
  const SheetRange first{1, 2}, second{4, 4};
  mark_printed(ledger, headed, {&first, 1});
  EXPECT_EQ(sheets_to_print(ledger, headed), (Sheets{3, 4, 5}));
  mark_printed(ledger, headed, {&second, 1});
  EXPECT_EQ(sheets_to_print(ledger, headed), Sheets{});
}

TEST_P(AfterPrint, SaidTwiceNothingHappens) {
  EXPECT_EQ(print(), 5U);
  const auto events = number("select count(*) from event");
  EXPECT_EQ(print(), 0U);
  EXPECT_EQ(number("select count(*) from event"), events);
}

TEST_P(AfterPrint, ASheetThatIsNotThereIsRefused) {
  for (const SheetRange range : {SheetRange{3, 4}, SheetRange{0, 1}, SheetRange{3, 2}})
    EXPECT_EQ(code_of([&] { print({{1, 1}, range}); }), ExitCode::usage) << range.first << "-" << range.last;
  EXPECT_EQ(state_of(made.cards[0]), "rendered") << "not even the good ones";
}

TEST_P(AfterPrint, ASpoiltCardsFirstCopyCountsForItsJobNoMore) {
  const Job remake = job("remake");
  release_file(ledger, prepare_copy(remake, made.cards[1], 2));
  EXPECT_EQ(print(), 4U);
  EXPECT_EQ(state_of(made.cards[1]), "rendered") << "its new copy is not printed";
  EXPECT_EQ(mark_printed(ledger, remake, {}), 1U);
  EXPECT_EQ(hand_over({}), 5U) << "it belongs to its first job still";
}

TEST_P(AfterPrint, ACardPrintedAndSpoiltIsToBePrintedAgain) {
  print();
  release_file(ledger, prepare_copy(job("remake"), made.cards[1], 2));
  EXPECT_EQ(state_of(made.cards[1]), "rendered");
}

TEST_P(AfterPrint, WhatIsNotPrintedIsNotHandedOver) {
  EXPECT_EQ(hand_over({}), 0U);
  print({{1, 1}});
  EXPECT_EQ(hand_over({}), 2U);
  EXPECT_EQ(hand_over({}), 0U);
}

TEST_P(AfterPrint, ABoothIsHandedOverWithoutThoseWhoDidNotCome) {
  print();
  EXPECT_EQ(hand_over({.booths = {"1"}, .cards = {}, .missing = {made.cards[2]}}), 2U);
  EXPECT_EQ(state_of(made.cards[0]), "handed_over");
  EXPECT_EQ(state_of(made.cards[1]), "printed") << "another booth";
  EXPECT_EQ(state_of(made.cards[2]), "printed") << "did not come";
}

TEST_P(AfterPrint, SingleCardsAreHandedOver) {
  print();
  EXPECT_EQ(hand_over({.booths = {}, .cards = {made.cards[1]}, .missing = {}}), 1U);
  EXPECT_EQ(state_of(made.cards[1]), "handed_over");
}

TEST_P(AfterPrint, ACardOrBoothThatIsNotAmongThePrintedOnesMarksNothing) {
  print();
  const std::string stranger = "PCN-009-000001-X";
  EXPECT_THROW(hand_over({.booths = {}, .cards = {made.cards[1], stranger}, .missing = {}}), RunError);
  EXPECT_THROW(hand_over({.booths = {}, .cards = {}, .missing = {stranger}}), RunError);
  EXPECT_THROW(hand_over({.booths = {"99999"}, .cards = {}, .missing = {}}), RunError);
  EXPECT_EQ(state_of(made.cards[1]), "printed");
}

TEST_P(AfterPrint, AnotherJobsCardsStayAsTheyAre) {
  close_jobs(ledger, "cards", "issue");
  const Made other = make({{person(11)}});
  ASSERT_NE(other.job.id, made.job.id);
  EXPECT_EQ(mark_printed(ledger, other.job, {}), 1U);
  EXPECT_EQ(hand_over({}), 0U);
}

TEST_P(AfterPrint, AReplacementKillsTheOldCardAndNamesIt) {
  const auto replaced = replace("M2", CardReason::damaged);
  EXPECT_EQ(replaced.old.text, made.cards[1]);
  EXPECT_TRUE(replaced.is_new);
  EXPECT_EQ(state_of(made.cards[1]), "void");
  EXPECT_EQ(text("select void_reason from card where number = '" + made.cards[1] + "'"), "damaged");
  const auto found = find_cards(ledger, replaced.ordered.text, 9);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].replaces, made.cards[1]);
  EXPECT_EQ(found[0].reason, CardReason::damaged);
  EXPECT_EQ(found[0].state, CardState::ordered);
  EXPECT_EQ(found[0].member[Field::name], "Sample Member 2");
}

TEST_P(AfterPrint, WhoReplacesTwiceOrdersOne) {
  const auto first = replace("M2"), second = replace("M2");
  EXPECT_FALSE(second.is_new);
  EXPECT_EQ(second.ordered, first.ordered);
  EXPECT_EQ(second.old, first.old);
}

TEST_P(AfterPrint, AReplacementIsMadeByTheNextRunAndCanBeReplacedItself) {
  const auto first = replace("M2");
  EXPECT_EQ(make({{person(2)}}).cards.front(), first.ordered.text);
  const auto second = replace("M2");
  EXPECT_TRUE(second.is_new);
  EXPECT_EQ(second.old, first.ordered);
}

TEST_P(AfterPrint, WhatIsNotMadeYetCannotBeReplaced) {
  order({{person(9)}});
  EXPECT_EQ(code_of([&] { replace("M9"); }), ExitCode::bad_input);
  EXPECT_EQ(code_of([&] { replace("M10"); }), ExitCode::missing_input);
  EXPECT_EQ(code_of([&] { replace_card(ledger, "M2", "2", CardReason::lost); }), ExitCode::missing_input);
}

TEST_P(AfterPrint, AVoidCardIsVoidOnce) {
  EXPECT_TRUE(void_card(ledger, {made.cards[0]}, CardReason::withdrawn));
  EXPECT_FALSE(void_card(ledger, {made.cards[0]}, CardReason::lost));
  EXPECT_EQ(text("select void_reason from card where number = '" + made.cards[0] + "'"), "withdrawn");
  EXPECT_EQ(print({{1, 1}}), 1U) << "and is not printed";
  EXPECT_EQ(code_of([&] { void_card(ledger, {"PCN-009-000001-X"}, CardReason::lost); }), ExitCode::missing_input);
}

TEST_P(AfterPrint, AVoidCardThatWasNotMadeLeavesTheQueue) {
  const auto waiting = order({{person(9)}}).front();
  void_card(ledger, {waiting}, CardReason::withdrawn);
  EXPECT_EQ(number("select count(*) from work"), 0);
  EXPECT_TRUE(replace("M9").is_new) << "only so does its member get another";
}

/// Two commands at the same moment, on a ledger that machines share.
class AtOnce : public AfterPrint {
 protected:
  Ledger elsewhere{where};

  /// What `work` throws when another machine has done `first` before it, and is done when `work` waits for it.
  ExitCode code_after(const std::string& first, const std::function<void()>& work) {
    run("begin");
    run(first);
    std::jthread other([&] {
      for (int i = 0; i < 250 && number("select count(*) from pg_locks where not granted") == 0; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
      run("commit");
    });
    return code_of(work);
  }
};
INSTANTIATE_TEST_SUITE_P(On, AtOnce, only_postgresql, database_name);

TEST_P(AtOnce, ACardVoidedMeanwhileIsNotVoidedTwice) {
  EXPECT_EQ(code_after("update card set state = 'void', void_reason = 'lost' where number = '" + made.cards[0] + "'",
                       [&] { void_card(elsewhere, {made.cards[0]}, CardReason::withdrawn); }),
            ExitCode::try_again);
  EXPECT_EQ(text("select void_reason from card where number = '" + made.cards[0] + "'"), "lost");
}

TEST_P(AtOnce, ACardPutOnASheetMeanwhileIsNotVoided) {
  const auto waiting = order({{person(9)}}).front();
  const std::string prepared = "with gone as (delete from work where card = '" + waiting +
                               "'), shown as (update card set row_hash = 'x' where " + "number = '" + waiting +
                               "'), file as (insert into sheet_file select 9, id, 'new.pdf', 'cards', 9, 1, '', " +
                               "'prepared' from job where id = 1) insert into placement values (9, 9, 1, '" + waiting +
                               "', 1)";
  EXPECT_EQ(code_after(prepared, [&] { void_card(elsewhere, {waiting}, CardReason::withdrawn); }), ExitCode::try_again);
  EXPECT_NO_THROW(release_file(ledger, 9)) << "or its folder could never be settled";
}

TEST_P(AtOnce, ACardReplacedTwiceIsAMomentsTroubleNotADatabaseThatIsAway) {
  void_card(ledger, {made.cards[0]}, CardReason::lost);
  EXPECT_EQ(code_after("insert into card (number, member, period, district, state, reason, replaces, ordered_at) "
                       "values ('X', 'M1', '1', 'Tarapur', 'ordered', 'lost', '" +
                           made.cards[0] + "', 0)",
                       [&] { replace_card(elsewhere, "M1", "1", CardReason::lost); }),
            ExitCode::try_again);
}

}  // namespace
}  // namespace pehchan

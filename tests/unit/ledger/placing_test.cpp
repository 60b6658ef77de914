#include "ledger/placing.h"

#include "ledger/after_print.h"
#include "ledger/events.h"
#include "ledger/lookup.h"
#include "ledger_fixture.h"

namespace pehchan {
namespace {

class Placing : public LedgerTest {};
INSTANTIATE_TEST_SUITE_P(On, Placing, both_databases, database_name);

TEST_P(Placing, APreparedCardHasLeftTheQueueAndIsNotMadeYet) {
  const auto members = people(3);
  const Job in = job();
  const long long file = prepare(in, members);
  const auto cards = order(members);
  EXPECT_EQ(number("select count(*) from work"), 0);
  EXPECT_EQ(state_of(cards[0]), "ordered");
  EXPECT_TRUE(Lease(ledger, 60).claim(cards).empty()) << "it can get onto no second sheet";
  EXPECT_TRUE(files_of(ledger, in).empty()) << "it is not released";
  ASSERT_EQ(prepared_files(ledger, "cards").size(), 1U);
  EXPECT_EQ(prepared_files(ledger, "cards").front().id, file);
  EXPECT_EQ(prepared_files(ledger, "cards").front().name, "sheets-0001.pdf");
  EXPECT_EQ(prepared_files(ledger, "cards").front().sha256, "5ha");
  EXPECT_TRUE(prepared_files(ledger, "elsewhere").empty());
}

TEST_P(Placing, AReleasedCardLiesWhereItsSheetSays) {
  const Made made = make(people(3));
  EXPECT_TRUE(prepared_files(ledger, "cards").empty());
  EXPECT_EQ(made.file.cards, 3U);
  EXPECT_EQ(made.file.sheets, 2U);
  const auto cards = cards_of(ledger, made.job);
  ASSERT_EQ(cards.size(), 3U);
  EXPECT_EQ(cards[2].number.text, made.cards[2]);
  EXPECT_EQ(cards[2].state, CardState::rendered);
  ASSERT_TRUE(cards[2].place);
  EXPECT_EQ(cards[2].place->job, made.job.id);
  EXPECT_EQ(cards[2].place->file, "sheets-0001.pdf");
  EXPECT_EQ(cards[2].place->sheet, 2U);
  EXPECT_EQ(cards[2].place->slot, 1U);
  EXPECT_EQ(cards[2].place->copy, 1U);
}

TEST_P(Placing, TheJobsChainSaysWhichCardsWereReleased) {
  const Made made = make(people(2));
  const auto detail = text("select detail from event where what = 'rendered' and job = " + std::to_string(made.job.id));
  const auto code = [&](std::size_t card) { return code_hash("CODE OF " + made.cards[card]); };
  EXPECT_EQ(detail, R"({"file":"sheets-0001.pdf","sha256":"5ha","first_sheet":1,"sheets":1,"cards":[")" +
                        made.cards[0] + R"(",")" + made.cards[1] + R"("],"codes":[")" + code(0) + R"(",")" + code(1) +
                        R"("]})");
}

TEST_P(Placing, AForgottenFilesCardsAreBackInTheQueue) {
  const auto members = people(3);
  forget_file(ledger, prepare(job(), members));
  EXPECT_TRUE(prepared_files(ledger, "cards").empty());
  EXPECT_EQ(number("select count(*) from placement"), 0);
  const auto cards = order(members);
  EXPECT_EQ(Lease(ledger, 60).claim(cards).size(), 3U);
  EXPECT_EQ(make(members).file.name, "sheets-0001.pdf") << "the same bytes under the same name";
}

TEST_P(Placing, ACardKeepsWhatItsSheetShowsNotWhatWasOrdered) {
  order(people(1));
  Member corrected = person(1);
  corrected[Field::name] = "Corrected Name";
  make({{corrected}});
  EXPECT_EQ(find_cards(ledger, "corrected", 9).size(), 1U);
  EXPECT_TRUE(find_cards(ledger, "Sample", 9).empty());
}

TEST_P(Placing, SheetsAndFilesOfAJobAreCountedThrough) {
  make(people(3));
  const auto later = make({{person(7), person(8)}});
  EXPECT_EQ(later.file.name, "sheets-0002.pdf");
  EXPECT_EQ(later.file.first_sheet, 3U);
  EXPECT_EQ(next_sheet(ledger, later.job), 4U);
  EXPECT_EQ(next_file_name(ledger, "cards", "remake"), "remake-0001.pdf");
  EXPECT_EQ(next_file_name(ledger, "elsewhere", "sheets"), "sheets-0001.pdf");
}

TEST_P(Placing, ACopyCountsOneUpAndLiesInTheRemake) {
  const Made made = make(people(2));
  const Job remake = job("remake");
  const long long file = prepare_copy(remake, made.cards[0], 2);
  EXPECT_EQ(cards_of(ledger, made.job)[0].place->copy, 1U) << "until it is released";
  release_file(ledger, file);
  const auto card = cards_of(ledger, made.job)[0];
  EXPECT_EQ(card.place->copy, 2U);
  EXPECT_EQ(card.place->job, remake.id);
  EXPECT_EQ(card.state, CardState::rendered);
  EXPECT_EQ(number("select copies from card where number = '" + made.cards[1] + "'"), 1);
}

TEST_P(Placing, AForgottenCopyLeavesTheCardAsItWas) {
  const Made made = make(people(1));
  mark_printed(ledger, made.job, {});
  forget_file(ledger, prepare_copy(job("remake"), made.cards[0], 2));
  EXPECT_EQ(state_of(made.cards[0]), "printed");
  EXPECT_EQ(number("select count(*) from work"), 0) << "it is not made again by issue";
  EXPECT_NO_THROW(prepare_copy(job("remake"), made.cards[0], 2));
}

TEST_P(Placing, ACardThatARunHoldsCannotDieUnderIt) {
  const auto members = people(2);
  const auto cards = order(members);
  {
    Lease lease(ledger, 60);
    lease.claim(cards);
    EXPECT_EQ(code_of([&] { void_card(ledger, {cards[0]}, CardReason::withdrawn); }), ExitCode::try_again);
  }
  const long long file = prepare(job(), members);
  EXPECT_EQ(code_of([&] { void_card(ledger, {cards[0]}, CardReason::withdrawn); }), ExitCode::try_again);
  release_file(ledger, file);
  const long long copy = prepare_copy(job("remake"), cards[0], 2);
  EXPECT_EQ(code_of([&] { void_card(ledger, {cards[0]}, CardReason::withdrawn); }), ExitCode::try_again);
  EXPECT_EQ(code_of([&] { replace_card(ledger, "M1", "1", CardReason::lost); }), ExitCode::try_again);
  EXPECT_NO_THROW(release_file(ledger, copy));
  EXPECT_TRUE(void_card(ledger, {cards[0]}, CardReason::withdrawn));
}

TEST_P(Placing, ACardHeldByAKilledRemakeCannotBeHandedOverMeanwhile) {
  const Made made = make(people(2));
  mark_printed(ledger, made.job, {});
  const long long copy = prepare_copy(job("remake"), made.cards[0], 2);
  EXPECT_EQ(code_of([&] { mark_handed_over(ledger, made.job, {}); }), ExitCode::try_again);
  EXPECT_NO_THROW(release_file(ledger, copy)) << "the next run in the folder can settle it";
  EXPECT_EQ(mark_handed_over(ledger, made.job, {}), 1U) << "the new copy is not printed yet";
}

TEST_P(Placing, ACardThatDiedMeanwhileIsNotCopied) {
  const Made made = make(people(1));
  void_card(ledger, {made.cards[0]}, CardReason::withdrawn);
  EXPECT_EQ(code_of([&] { prepare_copy(job("remake"), made.cards[0], 2); }), ExitCode::try_again);
  EXPECT_TRUE(prepared_files(ledger, "cards").empty());
}

}  // namespace
}  // namespace pehchan

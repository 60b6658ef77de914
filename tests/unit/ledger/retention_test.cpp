#include "ledger/retention.h"

#include "ledger/after_print.h"
#include "ledger/backup.h"
#include "ledger/lookup.h"
#include "ledger/verify.h"
#include "ledger_fixture.h"
#include "support/run_program.h"

namespace pehchan {
namespace {

class Retention : public LedgerTest {
 protected:
  Made made = make(people(3));

  void finish() {
    close_jobs(ledger, "cards", "issue");
    mark_printed(ledger, made.job, {});
    mark_handed_over(ledger, made.job, {});
  }
  void days_pass(int days) {
    const std::string seconds = std::to_string(86'400LL * days);
    run("update card set handed_at = handed_at - " + seconds + " where handed_at > 0");
    run("update card set void_at = void_at - " + seconds + " where void_at > 0");
  }
};
INSTANTIATE_TEST_SUITE_P(On, Retention, both_databases, database_name);

TEST_P(Retention, AJobIsFinishedSoManyDaysAfterItsLastCard) {
  finish();
  EXPECT_TRUE(finished_jobs(ledger, 30).empty());
  days_pass(31);
  const auto finished = finished_jobs(ledger, 30);
  ASSERT_EQ(finished.size(), 1U);
  EXPECT_EQ(finished[0].id, made.job.id);
  EXPECT_EQ(finished[0].folder, "cards");
  EXPECT_TRUE(finished_jobs(ledger, 32).empty());
}

TEST_P(Retention, OneCardThatIsNotHandedOverKeepsItsJob) {
  close_jobs(ledger, "cards", "issue");
  mark_printed(ledger, made.job, {});
  mark_handed_over(ledger, made.job, {.booths = {}, .cards = {}, .missing = {made.cards[1]}});
  days_pass(9);
  EXPECT_TRUE(finished_jobs(ledger, 1).empty());
  void_card(ledger, {made.cards[1]}, CardReason::withdrawn);
  EXPECT_TRUE(finished_jobs(ledger, 1).empty()) << "it was voided today";
  days_pass(9);
  EXPECT_EQ(finished_jobs(ledger, 1).size(), 1U);
}

TEST_P(Retention, AnOpenJobIsNotFinished) {
  mark_printed(ledger, made.job, {});
  mark_handed_over(ledger, made.job, {});
  days_pass(9);
  EXPECT_TRUE(finished_jobs(ledger, 1).empty());
}

TEST_P(Retention, NamesGoNumbersAndChainStay) {
  finish();
  days_pass(9);
  forget_people(ledger, made.job);
  EXPECT_TRUE(finished_jobs(ledger, 1).empty()) << "it is done";
  EXPECT_TRUE(files_of(ledger, made.job).empty());
  for (const char* typed : {"Sample", "नमूना", "+917000000002", "XYZ0000002"})
    EXPECT_TRUE(find_cards(ledger, typed, 9).empty()) << typed;
  EXPECT_EQ(number("select count(*) from card where values_json <> '' or name_key <> '' or mobile <> '' or epic <> '' "
                   "or qr_text <> ''"),
            0);
  EXPECT_EQ(number("select min(expires_at) from card"), 1'900'000'000) << "the status list needs it";
  const auto card = find_cards(ledger, made.cards[1], 9).at(0);
  EXPECT_EQ(card.member[Field::member_no], "M2");
  EXPECT_EQ(card.state, CardState::handed_over);
  EXPECT_EQ(card.place->sheet, 1U);
  EXPECT_EQ(issued_facts(ledger, made.cards).at(0).hashes.row, "row");
  EXPECT_TRUE(check_ledger(ledger).faults.empty());
}

TEST_P(Retention, AnotherJobsPeopleAreKept) {
  finish();
  const Made other = make({{person(7)}});
  days_pass(9);
  forget_people(ledger, made.job);
  EXPECT_EQ(find_cards(ledger, "Sample", 9).size(), 1U);
  EXPECT_EQ(files_of(ledger, other.job).size(), 1U);
}

TEST_P(Retention, APurgedCardCanBeReplacedAndItsMemberIsKnownAgain) {
  finish();
  forget_people(ledger, made.job);
  const auto replaced = replace_card(ledger, "M2", "1", CardReason::lost);
  EXPECT_EQ(make({{person(2)}}).cards.front(), replaced.ordered.text);
  EXPECT_EQ(find_cards(ledger, "Sample", 9).size(), 1U);
  EXPECT_TRUE(check_ledger(ledger).faults.empty());
}

TEST_P(Retention, WhoseCardWasVoidedBeforeItWasMadeIsForgottenToo) {
  const std::string card = order({{person(8)}}).front();
  void_card(ledger, CardNumber{card}, CardReason::withdrawn);
  EXPECT_EQ(forget_void_cards(ledger, 1), 0U) << "not yet";
  run("update card set void_at = void_at - 800000 where state = 'void'");
  EXPECT_EQ(forget_void_cards(ledger, 1), 1U);
  EXPECT_TRUE(find_cards(ledger, "+917000000008", 9).empty());
  EXPECT_EQ(find_cards(ledger, card, 9).size(), 1U);
}

class Backup : public LedgerTest {
 protected:
  std::filesystem::path copy = folder / "copy.db";
};
class OfficeBackup : public Backup {};
class SharedBackup : public Backup {};
INSTANTIATE_TEST_SUITE_P(On, OfficeBackup, only_sqlite, database_name);
INSTANTIATE_TEST_SUITE_P(On, SharedBackup, only_postgresql, database_name);

TEST_P(OfficeBackup, IsALedgerWithAllThatWasThereAlsoWhileARunIsAtWork) {
  const Made made = make(people(3));
  const Lease lease(ledger, 60);
  write_bytes(copy.string() + ".part", "left by a killed one");
  back_up(ledger, copy);
  Ledger restored(copy);
  EXPECT_TRUE(check_ledger(restored).faults.empty());
  EXPECT_EQ(check_ledger(restored).events, check_ledger(ledger).events);
  EXPECT_EQ(find_cards(restored, made.cards[2], 9).at(0).member.values, person(3).values);
  EXPECT_FALSE(std::filesystem::exists(copy.string() + ".part"));
}

TEST_P(OfficeBackup, OverwritesNothing) {
  write_bytes(copy, "dear");
  EXPECT_EQ(code_of([&] { back_up(ledger, copy); }), ExitCode::cannot_create);
  EXPECT_EQ(bytes_of(copy), "dear");
}

TEST_P(OfficeBackup, WhereNothingCanBeWrittenNothingIs) {
  EXPECT_EQ(code_of([&] { back_up(ledger, folder / "no" / "such" / "copy.db"); }), ExitCode::cannot_create);
}

TEST_P(SharedBackup, IsTheDatabasesOwnBusiness) {
  EXPECT_EQ(code_of([&] { back_up(ledger, copy); }), ExitCode::usage);
  EXPECT_FALSE(std::filesystem::exists(copy));
}

}  // namespace
}  // namespace pehchan

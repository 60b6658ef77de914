#include <chrono>
#include <thread>

#include "ledger/work.h"
#include "ledger_fixture.h"

namespace pehchan {
namespace {

class Leases : public LedgerTest {
 protected:
  Member one = person(1);
  std::vector<std::string> cards = order(people(4));

  /// As a worker does that was frozen for longer than its lease.
  void age_leases() { run("update lease set expires_at = expires_at - 1000"); }
  long long place(const Lease& lease, Ledger& with) {
    const Job job = open_job(with, {.id = 0,
                                    .kind = "issue",
                                    .folder = "cards",
                                    .period = "1",
                                    .settings = "{}",
                                    .date = "2026-01-01",
                                    .is_open = true});
    const auto members = people(cards.size());
    return prepare_file(with, lease, file_of(job, cards.size()), placed(cards, members));
  }
};

class AnyLease : public Leases {};
INSTANTIATE_TEST_SUITE_P(On, AnyLease, both_databases, database_name);
class SharedLease : public Leases {
 protected:
  Ledger elsewhere{where};
};
INSTANTIATE_TEST_SUITE_P(On, SharedLease, only_postgresql, database_name);
class OfficeLease : public Leases {};
INSTANTIATE_TEST_SUITE_P(On, OfficeLease, only_sqlite, database_name);

TEST_P(AnyLease, ClaimsWhatIsInTheQueueAndNothingElse) {
  Lease lease(ledger, 60);
  const std::vector<std::string> wanted{cards[0], cards[2], "PCN-001-999999-X"};
  auto claimed = lease.claim(wanted);
  std::sort(claimed.begin(), claimed.end());
  EXPECT_EQ(claimed, (std::vector<std::string>{cards[0], cards[2]}));
  EXPECT_TRUE(lease.claim(wanted).empty()) << "they are its own already";
  EXPECT_EQ(lease.claimed_by_others(cards), 0U);
}

TEST_P(AnyLease, WhatWasClaimedAndNotPlacedIsGivenBack) {
  { EXPECT_EQ(Lease(ledger, 60).claim(cards).size(), 4U); }
  EXPECT_EQ(number("select count(*) from work where lease is not null"), 0);
  EXPECT_EQ(number("select count(*) from lease"), 0);
  EXPECT_EQ(Lease(ledger, 60).claim(cards).size(), 4U);
}

TEST_P(AnyLease, ItsNumberNeverComesAgain) {
  long long last = 0;
  for (int i = 0; i < 4; ++i) {
    const Lease lease(ledger, 60);
    EXPECT_GT(lease.id(), last);
    last = lease.id();
  }
}

TEST_P(AnyLease, WhatIsNotClaimedCannotBePlaced) {
  Lease lease(ledger, 60);
  lease.claim(std::span(cards).first(3));
  EXPECT_EQ(code_of([&] { place(lease, ledger); }), ExitCode::try_again);
  EXPECT_EQ(number("select count(*) from placement"), 0) << "nothing is bound";
  EXPECT_EQ(number("select count(*) from sheet_file"), 0);
  EXPECT_EQ(number("select count(*) from work"), 4);
}

TEST_P(OfficeLease, ASecondWorkerIsRefused) {
  Ledger elsewhere(where);
  const Lease lease(ledger, 60);
  EXPECT_EQ(code_of([&] { Lease(elsewhere, 60); }), ExitCode::try_again);
}

TEST_P(OfficeLease, TheNextWorkerTakesWhatAKilledOneHeld) {
  run("insert into lease (id, holder, expires_at) values (77, 'killed', 9999999999)");
  run("update work set lease = 77");
  EXPECT_EQ(Lease(ledger, 60).claim(cards).size(), 4U);
}

TEST_P(SharedLease, NoCardIsClaimedByTwo) {
  Lease mine(ledger, 60), theirs(elsewhere, 60);
  EXPECT_EQ(mine.claim(std::span(cards).first(3)).size(), 3U);
  EXPECT_EQ(theirs.claim(cards), std::vector<std::string>{cards[3]});
  EXPECT_EQ(theirs.claimed_by_others(cards), 3U);
  mine.end_dead_leases();
  EXPECT_EQ(mine.claimed_by_others(cards), 1U) << "a living one is left alone";
}

TEST_P(SharedLease, AtTheSameMomentNoCardIsClaimedByTwo) {
  const auto many = order(people(2'000));
  std::vector<std::string> mine, theirs;
  {
    Lease one_lease(ledger, 60), other_lease(elsewhere, 60);
    std::jthread other([&] { theirs = other_lease.claim(many); });
    mine = one_lease.claim(many);
  }
  std::vector<std::string> both = mine;
  both.insert(both.end(), theirs.begin(), theirs.end());
  std::sort(both.begin(), both.end());
  EXPECT_EQ(std::adjacent_find(both.begin(), both.end()), both.end());
}

TEST_P(SharedLease, ASilentWorkerHasLostItsCards) {
  Lease mine(ledger, 1), theirs(elsewhere, 60);
  mine.claim(cards);
  std::this_thread::sleep_for(std::chrono::milliseconds(2'200));
  theirs.end_dead_leases();
  EXPECT_EQ(theirs.claim(cards).size(), 4U);
  EXPECT_EQ(code_of([&] { place(mine, ledger); }), ExitCode::try_again);
  EXPECT_EQ(code_of([&] { mine.keep_alive(); }), ExitCode::try_again);
  EXPECT_EQ(number("select count(*) from placement"), 0);
  EXPECT_TRUE(mine.claim(cards).empty());
  EXPECT_NO_THROW(place(theirs, elsewhere));
}

TEST_P(SharedLease, ALostLeaseClaimsNothingMore) {
  Lease mine(ledger, 60), theirs(elsewhere, 60);
  age_leases();
  theirs.end_dead_leases();
  EXPECT_TRUE(mine.claim(cards).empty());
}

TEST_P(SharedLease, ASignOfLifeKeepsIt) {
  Lease mine(ledger, 4), theirs(elsewhere, 60);
  mine.claim(cards);
  age_leases();
  std::this_thread::sleep_for(std::chrono::milliseconds(2'000));
  mine.keep_alive();
  theirs.end_dead_leases();
  EXPECT_TRUE(theirs.claim(cards).empty());
  EXPECT_NO_THROW(place(mine, ledger));
}

TEST_P(SharedLease, AWorkerWhoseConnectionIsGoneIsFoundDeadAtOnce) {
  Lease mine(ledger, 600), theirs(elsewhere, 600);
  mine.claim(cards);
  const auto process = std::to_string(number("select pg_backend_pid()"));
  postgres().run("select pg_terminate_backend(" + process + ", 5000)");
  theirs.end_dead_leases();
  EXPECT_EQ(theirs.claim(cards).size(), 4U);
  EXPECT_EQ(code_of([&] { place(mine, ledger); }), ExitCode::unavailable);
}

}  // namespace
}  // namespace pehchan

#include "ledger_fixture.h"

#include <fmt/format.h>

#include "ledger/connection.h"
#include "ledger/order_cards.h"

namespace pehchan {

PostgresServer& postgres() {
  static PostgresServer server;
  return server;
}

std::string new_database() {
  static int count = 0;
  static Connection owner(postgres().url());
  const std::string name = fmt::format("ledger{}", ++count);
  owner.sql << "create schema " + name;
  return postgres().url() + "?options=-csearch_path%3D" + name;
}

std::string database_name(const testing::TestParamInfo<Database>& database) {
  return database.param == Database::sqlite ? "sqlite" : "postgresql";
}

Member person(std::size_t number, const std::string& district) {
  Member member;
  member.row = number + 1;
  member[Field::member_no] = fmt::format("M{}", number);
  member[Field::name] = fmt::format("Sample Member {}", number);
  member[Field::name_local] = fmt::format("नमूना सदस्य {}", number);
  member[Field::mobile] = fmt::format("+91{:010}", 7'000'000'000 + number);
  member[Field::epic_no] = fmt::format("XYZ{:07}", number);
  member[Field::booth_no] = fmt::format("{}", number % 2 == 1 ? 1 : 2);
  member[Field::district] = district;
  return member;
}

std::vector<Member> people(std::size_t count, const std::string& district) {
  std::vector<Member> all;
  for (std::size_t i = 1; i <= count; ++i) all.push_back(person(i, district));
  return all;
}

std::vector<std::string> LedgerTest::order(std::span<const Member> members, const std::string& period) {
  std::vector<std::string> numbers;
  for (const LatestCard& card : order_cards(ledger, period, {}, members)) numbers.push_back(card.number.text);
  return numbers;
}

Job LedgerTest::job(const std::string& kind, const std::string& settings) {
  return open_job(ledger, {.id = 0,
                           .kind = kind,
                           .folder = "cards",
                           .period = "1",
                           .settings = settings,
                           .date = "2026-01-01",
                           .is_open = true});
}

JobFile LedgerTest::file_of(const Job& job, std::size_t cards) {
  const std::string stem = job.kind == "issue" ? "sheets" : "remake";
  return {.id = 0,
          .job = job.id,
          .name = next_file_name(ledger, job.folder, stem),
          .folder = job.folder,
          .sha256 = "5ha",
          .first_sheet = next_sheet(ledger, job),
          .sheets = (cards + 1) / 2,
          .cards = cards};
}

std::vector<PlacedCard> placed(std::span<const std::string> cards, std::span<const Member> members) {
  std::vector<PlacedCard> all;
  for (std::size_t i = 0; i < cards.size(); ++i)
    all.push_back({.number = cards[i],
                   .member = members[i],
                   .hashes = {"row", "photo", "stamp", "template"},
                   .sheet = i / 2 + 1,
                   .slot = i % 2 + 1,
                   .copy = 1,
                   .qr_text = "CODE OF " + cards[i],
                   .expires_at = 1'900'000'000});
  return all;
}

long long LedgerTest::prepare(const Job& job, std::span<const Member> members) {
  Lease lease(ledger, 60);
  const auto cards = order(members);
  EXPECT_EQ(lease.claim(cards).size(), members.size());
  const JobFile file = file_of(job, cards.size());
  auto places = placed(cards, members);
  for (PlacedCard& place : places) place.sheet += file.first_sheet - 1;
  return prepare_file(ledger, lease, file, places);
}

Made LedgerTest::make(std::span<const Member> members) {
  Made made;
  made.job = job();
  release_file(ledger, prepare(made.job, members));
  made.file = files_of(ledger, made.job).back();
  made.cards = order(members);
  return made;
}

long long LedgerTest::prepare_copy(const Job& remake, const std::string& card, std::size_t copy) {
  const JobFile file = file_of(remake, 1);
  PlacedCard place{card, {}, {}, file.first_sheet, 1, copy};
  return prepare_copies(ledger, file, {&place, 1});
}

void LedgerTest::run(const std::string& sql) { ledger.connection().sql << sql; }

long long LedgerTest::number(const std::string& sql) {
  long long value = 0;
  ledger.connection().sql << sql, soci::into(value);
  return value;
}

std::string LedgerTest::text(const std::string& sql) {
  std::string value;
  ledger.connection().sql << sql, soci::into(value);
  return value;
}

std::string LedgerTest::state_of(const std::string& card) {
  return text("select state from card where number = '" + card + "'");
}

void LedgerTest::unlock_events() {
  if (ledger.is_shared()) {
    run("drop trigger event_stays on event");
  } else {
    run("drop trigger event_stays");
    run("drop trigger event_is_kept");
  }
}

ExitCode code_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const RunError& error) {
    return error.code;
  }
  return ExitCode::ok;
}

std::string words_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const std::exception& error) {
    return error.what();
  }
  return {};
}

}  // namespace pehchan

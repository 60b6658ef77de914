#pragma once
#include <gtest/gtest.h>

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/run_error.h"
#include "ledger/jobs.h"
#include "ledger/ledger.h"
#include "ledger/placing.h"
#include "support/postgres_server.h"
#include "support/scratch_folder.h"

namespace pehchan {

/// The program's one PostgreSQL, started when a test first asks for it.
PostgresServer& postgres();
/// An empty schema of it, as a database of its own.
std::string new_database();

enum class Database { sqlite, postgresql };
inline const auto both_databases = testing::Values(Database::sqlite, Database::postgresql);
inline const auto only_postgresql = testing::Values(Database::postgresql);
inline const auto only_sqlite = testing::Values(Database::sqlite);
std::string database_name(const testing::TestParamInfo<Database>& database);

/// An invented member: M1, M2, …, each with a mobile and an EPIC number.
Member person(std::size_t number, const std::string& district = "Tarapur");
std::vector<Member> people(std::size_t count, const std::string& district = "Tarapur");

/// Cards that lie on a released sheet, two a sheet.
struct Made {
  Job job;
  JobFile file;
  std::vector<std::string> cards;
};

/// A test that runs on an empty ledger of either kind.
class LedgerTest : public testing::TestWithParam<Database> {
 protected:
  ScratchFolder folder;
  std::string where = GetParam() == Database::sqlite ? (folder / "ledger.db").string() : new_database();
  Ledger ledger{where};

  /// The members' latest numbers after ordering.
  std::vector<std::string> order(std::span<const Member> members, const std::string& period = "1");
  Job job(const std::string& kind = "issue", const std::string& settings = "{}");
  JobFile file_of(const Job& job, std::size_t cards);
  /// Claimed and bound to a new file of the job, not released.
  long long prepare(const Job& job, std::span<const Member> members);
  /// Ordered, prepared and released; the job is open.
  Made make(std::span<const Member> members);
  /// A remake of this one card, prepared, not released.
  long long prepare_copy(const Job& remake, const std::string& card, std::size_t copy);

  void run(const std::string& sql);
  long long number(const std::string& sql);
  std::string text(const std::string& sql);
  std::string state_of(const std::string& card);
  /// Sees to it that events can be tampered with.
  void unlock_events();
};

std::vector<PlacedCard> placed(std::span<const std::string> cards, std::span<const Member> members);

/// What `work` throws; ok when it throws nothing.
ExitCode code_of(const std::function<void()>& work);
/// What `work` says when it throws.
std::string words_of(const std::function<void()>& work);

}  // namespace pehchan

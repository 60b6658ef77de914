#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/file_lock.h"
#include "base/run_error.h"
#include "ledger/ledger.h"

namespace pehchan {

/// What a worker is told whose lease ended before it did.
RunError lost_lease();

/// One worker's claim on cards of the queue, fenced: what it claims is its own until it ends, is found dead, or lets
/// `seconds` pass without a sign of life; after that none of its cards can be put on a sheet by it any more.
///
/// On SQLite one worker at a time is at work: the claim holds FILE.lock. On PostgreSQL there may be many: a worker that
/// was killed is known at once by the lock that its connection held, a frozen one by its lease's end, and both clocks
/// are the database's.
class Lease {
 public:
  /// Throws RunError (try_again) when another worker holds a SQLite ledger.
  Lease(Ledger& ledger, int seconds);
  /// Gives back what was claimed and not placed.
  ~Lease();
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;

  long long id() const { return id_; }

  /// Of these cards those that are now this worker's: what is not in the queue, or is another's, is not among them.
  std::vector<std::string> claim(std::span<const std::string> numbers);
  /// A sign of life, told to the database at most every quarter of the lease. Throws RunError (try_again) when the
  /// lease was lost.
  void keep_alive();
  /// Ends the leases of workers that are dead or silent for too long.
  void end_dead_leases();
  /// How many of these cards are in the queue and claimed by others.
  std::size_t claimed_by_others(std::span<const std::string> numbers);

 private:
  Ledger& ledger_;
  std::optional<FileLock> lock_;
  int seconds_;
  long long id_ = 0;
  long long told_ = 0;  ///< seconds of the steady clock
};

}  // namespace pehchan

#pragma once
#include <memory>
#include <string>

namespace pehchan {

class Connection;

/// A ledger's file or URL as it may be told: without a password.
std::string name_of_ledger(const std::string& where);

/// The book of all cards: who has which, where it lies on paper, what became of it. One SQLite file for an office
/// (write-ahead log, one machine, a local disk), or a PostgreSQL database that many machines share; the same code
/// works on both. What may be done with it stands in the headers beside this one. Not shared between threads.
class Ledger {
 public:
  /// `where`: a file's path, made when absent, or postgresql://… . An older ledger is brought up to date. Throws
  /// RunError: unavailable, cannot_create, try_again (busy or full), bad_input (not a ledger), usage (looks like an
  /// address and is none), bad_config (made by a newer program).
  explicit Ledger(std::string where);
  ~Ledger();

  /// For messages: without a password.
  std::string name() const { return name_of_ledger(where_); }
  bool is_shared() const;  ///< PostgreSQL: other machines may be at work on it

  Connection& connection() const { return *connection_; }

 private:
  std::string where_;
  std::unique_ptr<Connection> connection_;
};

/// Whether there is a ledger to look into. A PostgreSQL ledger is taken to be there. Throws RunError (usage) for what
/// looks like an address and is none.
bool ledger_exists(const std::string& where);

}  // namespace pehchan

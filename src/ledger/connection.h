#pragma once
#include <soci/soci.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>

#include "base/run_error.h"

namespace pehchan {

/// One connection to the ledger's database, and the few words in which SQLite and PostgreSQL differ. Only the ledger's
/// own .cpp files see it.
///
/// Lists travel as one JSON text each and are unfolded by the database: one statement for a thousand rows, the same on
/// both (measured: SOCI's bulk insert does 14.7k rows/s on PostgreSQL).
class Connection {
 public:
  /// A file's path (made when absent), or postgresql://… . Throws RunError: unavailable, cannot_create, bad_input (not
  /// a database).
  explicit Connection(const std::string& where);

  /// The FROM item of a list given as `:name`; each value is `item.value`.
  std::string each(const char* name) const;
  /// A field of such a value: text, or a whole number.
  static std::string text(const char* field) { return std::string("item.value ->> '") + field + "'"; }
  static std::string number(const char* field) { return "cast(" + text(field) + " as bigint)"; }
  /// The condition that a column is one of a list of texts given as `:name`. On PostgreSQL as an array, for which it
  /// takes the column's index (a join with the list compared 499,500 pairs for 1,000 cards).
  std::string is_any_of(const std::string& column, const char* name) const;
  /// Seconds since 1970 by the database's own clock, so that machines need not agree on theirs.
  const char* now() const;
  /// Rows that others hold are passed over; nothing on SQLite, where there are no others.
  const char* skip_locked() const { return is_postgres ? " for update skip locked" : ""; }

  soci::session sql;
  bool is_postgres;
};

/// A list of texts as the statements take it: one JSON array.
std::string json_list(std::span<const std::string> texts);

/// The ledger's own trouble as the run's: what the database said, without the values it names (they may be personal).
RunError ledger_trouble(const soci::soci_error& error, bool is_postgres);

/// Runs `work` in one transaction: all of it is in the ledger afterwards, or nothing. Throws what `work` throws, and
/// RunError for the database's own errors.
template <class Work>
auto in_transaction(Connection& connection, Work work) {
  struct Transaction {
    soci::session& sql;
    bool is_open = true;
    ~Transaction() {
      if (!is_open) return;
      try {
        sql << "rollback";
      } catch (const std::exception&) {
        // The connection is gone, and the transaction with it.
        is_open = false;
      }
    }
  };
  try {
    connection.sql << (connection.is_postgres ? "begin" : "begin immediate");
    Transaction transaction{connection.sql};
    if constexpr (std::is_void_v<decltype(work())>) {
      work();
      connection.sql << "commit";
      transaction.is_open = false;
    } else {
      auto result = work();
      connection.sql << "commit";
      transaction.is_open = false;
      return result;
    }
  } catch (const soci::soci_error& error) {
    throw ledger_trouble(error, connection.is_postgres);
  }
}

/// Runs one statement with these values bound by name and gives the number of rows it changed.
template <class... Values>
long long change(Connection& connection, const std::string& statement, Values&&... values) {
  soci::statement prepared(connection.sql);
  (prepared.exchange(std::forward<Values>(values)), ...);
  prepared.alloc();
  prepared.prepare(statement);
  prepared.define_and_bind();
  prepared.execute(true);
  return prepared.get_affected_rows();
}

/// Runs one query and calls `on_row` after each row has been put where the `into`s say. No value may be null: the
/// statement says coalesce.
template <class OnRow, class... Values>
void query(Connection& connection, const std::string& statement, OnRow on_row, Values&&... values) {
  soci::statement prepared(connection.sql);
  (prepared.exchange(std::forward<Values>(values)), ...);
  prepared.alloc();
  prepared.prepare(statement);
  prepared.define_and_bind();
  prepared.execute(false);
  while (prepared.fetch()) on_row();
}

/// The same outside a transaction of one's own: the database's errors become ours.
template <class Read>
auto reading(Connection& connection, Read read) try {
  return read();
} catch (const soci::soci_error& error) {
  throw ledger_trouble(error, connection.is_postgres);
}

}  // namespace pehchan

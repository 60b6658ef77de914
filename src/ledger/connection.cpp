#include "ledger/connection.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <filesystem>
#include <thread>

#include "ledger/address.h"
#include "ledger/unreached.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr int busy_seconds = 20;

constexpr const char* ask_owner =
    "Check that you may write the ledger and its folder (--ledger): ask its owner, or run as that user.";

/// What SQLite's numbers stand for. Of the extended codes one counts: no room for the file that readers share.
RunError sqlite_trouble(int code, const std::string& said) {
  const std::string what = "the ledger: " + said;
  switch (code == SQLITE_IOERR_SHMSIZE ? SQLITE_FULL : code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ExitCode::try_again, what, "Another command is at work on it: run the same command again."};
    case SQLITE_FULL:
      return {ExitCode::try_again, what, "Free some disk space and run the same command again: it goes on from there."};
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return {ExitCode::cannot_create, what, ask_owner};
    case SQLITE_IOERR:
      return {ExitCode::io_error, what, "The disk reports a fault, or it is full. Run the same command again."};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {ExitCode::bad_input, what, "This is not a sound ledger: restore it from a copy."};
    default:
      return {ExitCode::internal, what};
  }
}

/// By the class of its SQLSTATE (PostgreSQL's Appendix A): only what has to do with reaching it is `unavailable`.
RunError postgres_trouble(const std::string& sqlstate, const std::string& said) {
  const std::string what = "the ledger's database: " + said;
  const std::string kind = sqlstate.substr(0, 2);
  const bool is_meeting = sqlstate == "23505" || kind == "40" || sqlstate == "55P03";
  if (is_meeting)  // two commands wanted the same at the same moment: the constraint or the server let one through
    return {ExitCode::try_again, what, "Another command was at the same cards: run the same command again."};
  if (sqlstate == "53100")
    return {ExitCode::try_again, what, "Its disk is full: free some space, then run this again."};
  if (sqlstate == "42501" || sqlstate == "25006")
    return {ExitCode::cannot_create, what, "Its user may not write there: ask who looks after the database."};
  if (kind == "22") return {ExitCode::internal, what.substr(0, what.find(": \""))};  // such a value follows
  if (kind == "23" || kind == "42") return {ExitCode::internal, what};
  return {ExitCode::unavailable, what,
          "Check that it runs and can be reached, then run the same command again: it goes on where it stopped."};
}

/// What happened, without SOCI's own function before it and the statement behind it.
std::string first_line(const std::string& text) {
  std::string line = text.substr(0, text.find('\n'));
  if (const auto colon = line.find(": "); colon != std::string::npos && line.starts_with("sqlite3_"))
    line.erase(0, colon + 2);
  if (const auto sql = line.find(" while "); sql != std::string::npos) line.resize(sql);
  return line;
}

/// Names, mobiles and EPIC numbers are in it: readable by its owner alone. SQLite gives its other files the same
/// rights.
void create_private(const std::string& file) {
  const int descriptor = ::open(file.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor >= 0) ::close(descriptor);
}

/// A SQLite file that holds something else, such as a roll, must not get a ledger's tables.
void refuse_other_database(soci::session& sql, const std::string& where) {
  int tables = 0, ledgers = 0;
  sql << "select count(*), coalesce(sum(name = 'ledger_schema'), 0) from sqlite_master where type = 'table'",
      soci::into(tables), soci::into(ledgers);
  if (tables > 0 && ledgers == 0)
    throw RunError(ExitCode::bad_input, where + " is a database, but not a ledger",
                   "Name the ledger, or a new file for one (--ledger).");
}

/// Of two programs that open a new ledger at once one switches it to its log; SQLite does not wait by itself here.
void use_write_ahead_log(soci::session& sql) {
  constexpr int most_tries = 100;
  for (int tries = 1;; ++tries) try {
      sql << "pragma journal_mode = wal";
      return;
    } catch (const soci::sqlite3_soci_error& error) {
      if ((error.result() & 0xFF) != SQLITE_BUSY || tries == most_tries) throw;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
}

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!error) return;
  const RunError trouble = cannot_write(folder.string(), error.value());
  throw RunError(trouble.code, fmt::format("cannot make the ledger's folder {}: {}", folder.string(), error.message()),
                 trouble.code == ExitCode::try_again ? trouble.advice : "Check --ledger.");
}

void open_sqlite(soci::session& sql, const std::string& where) {
  make_folder(fs::absolute(where).parent_path());
  create_private(where);
  if (::euidaccess(where.c_str(), R_OK | W_OK) != 0 && errno == EACCES)
    throw RunError(ExitCode::cannot_create, fmt::format("you may not read and write the ledger {}", where),
                   "Ask its owner, or run as that user; or name another with --ledger.");
  sql.open(soci::sqlite3, fmt::format("dbname=\"{}\" timeout={}", where, busy_seconds));
  sqlite_api::sqlite3_extended_result_codes(static_cast<soci::sqlite3_session_backend*>(sql.get_backend())->conn_, 1);
  refuse_other_database(sql, where);
  use_write_ahead_log(sql);
  sql << "pragma synchronous = full";
  sql << "pragma foreign_keys = on";
}

void open_postgres(soci::session& sql, const std::string& where) {
  const std::string words = connection_words(where);
  try {
    sql.open(soci::postgresql, words);
  } catch (const soci::soci_error& error) {
    throw unreached(error.get_error_message(), where);
  }
  sql << "set idle_in_transaction_session_timeout = 60000";
  sql << "set client_min_messages = warning";
}

}  // namespace

RunError ledger_trouble(const soci::soci_error& error, bool is_postgres) {
  const std::string said = first_line(error.what());
  if (!is_postgres) {
    const auto* sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&error);
    return sqlite_trouble(sqlite ? sqlite->result() : SQLITE_CANTOPEN, said);
  }
  const auto* postgres = dynamic_cast<const soci::postgresql_soci_error*>(&error);
  return postgres_trouble(postgres ? postgres->sqlstate() : std::string(), said);
}

Connection::Connection(const std::string& where) try : is_postgres(is_shared_ledger(where)) {
  if (is_postgres)
    open_postgres(sql, where);
  else
    open_sqlite(sql, where);
} catch (const soci::soci_error& error) {
  throw ledger_trouble(error, is_shared_ledger(where));
}

std::string json_list(std::span<const std::string> texts) {
  return nlohmann::json(std::vector<std::string>(texts.begin(), texts.end())).dump();
}

std::string Connection::each(const char* name) const {
  return is_postgres ? fmt::format("json_array_elements(cast(:{} as json)) as item(value)", name)
                     : fmt::format("json_each(:{}) as item", name);
}

std::string Connection::is_any_of(const std::string& column, const char* name) const {
  return is_postgres ? fmt::format(
                           "{} = any (array (select item.value from json_array_elements_text(cast(:{} as json)) "
                           "as item(value)))",
                           column, name)
                     : fmt::format("{} in (select item.value from {})", column, each(name));
}

const char* Connection::now() const {
  return is_postgres ? "cast(extract(epoch from clock_timestamp()) as bigint)"
                     : "cast(strftime('%s', 'now') as bigint)";
}

}  // namespace pehchan

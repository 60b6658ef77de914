#include "roll/sqlite.h"

#include <fmt/format.h>

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <array>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "base/run_error.h"
#include "roll/database_select.h"
#include "roll/database_url.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

constexpr int patience = 10;  // seconds that another program may keep the file locked

/// A file in WAL mode is given a -wal and -shm beside it even by a reader, and keeps them. Where there is none to read,
/// no writer is at work, and SQLite can be told that nothing changes.
bool is_quiet_wal(const fs::path& file) {
  std::ifstream bytes(file, std::ios::binary);
  std::array<char, 20> head{};
  if (!bytes.read(head.data(), head.size()) || head[18] != 2) return false;
  std::error_code absent;
  const auto size = fs::file_size(file.string() + "-wal", absent);
  return absent || size == 0;
}

std::string connection(const fs::path& file) {
  constexpr std::string_view plain = "/._-";
  std::string address = "file:";
  for (const char c : fs::absolute(file).string()) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || plain.find(c) != std::string_view::npos)
      address += c;
    else
      address += fmt::format("%{:02X}", byte);
  }
  return fmt::format("dbname=\"{}?mode=ro{}\" readonly=true timeout={}", address,
                     is_quiet_wal(file) ? "&immutable=1" : "", patience);
}

[[noreturn]] void refuse(const fs::path& file, int result, const std::string& message) {
  switch (result & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw RunError(ExitCode::try_again, fmt::format("{} is locked by another program", file.string()),
                     "Close that program, or try again later.");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      throw RunError(ExitCode::bad_input, fmt::format("{} is damaged: {}", file.string(), message),
                     "Take a copy that is whole: 'sqlite3 FILE \"pragma integrity_check\"' tells whether it is.");
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      throw RunError(ExitCode::io_error, fmt::format("cannot read {}: {}", file.string(), message),
                     "Check that you may read it and that no program left it half written.");
    default:
      throw RunError(ExitCode::bad_input, fmt::format("{}: {}", file.string(), message), "Check --table or --query.");
  }
}

class SqliteRows : public RowSource {
 public:
  SqliteRows(const fs::path& file, const RollSource& source) : file_(file) {
    attempt([&] {
      session_.open(soci::sqlite3, connection(file_));
      if (source.table.empty()) expect_one_reading_statement(without_end(source.query));
      names_ = column_names("select * from " + select_from(source));
      rows_.emplace(session_.prepare << select_as_text(source, names_));
    });
  }

  bool next(Record& record) override {
    if (row_ == 0) {
      record = {.row = ++row_, .cells = names_};
      return true;
    }
    do {
      if (!attempt([&] { return step(); })) return false;
      record.row = ++row_;
      take_row(*at_, record);
    } while (is_blank(record));
    return true;
  }
  void expect_columns(std::size_t) override {}
  SourceForm form() const override { return {.format = RollFormat::database}; }

 private:
  template <class Step>
  auto attempt(Step step_once) -> decltype(step_once()) {
    try {
      return step_once();
    } catch (const soci::sqlite3_soci_error& error) {
      refuse(file_, error.result(), message());
    } catch (const soci::soci_error& error) {
      refuse(file_, SQLITE_ERROR, error.get_error_message());
    }
  }

  bool step() {
    if (row_ == 1)
      at_ = rows_->begin();
    else
      ++at_;
    return at_ != rows_->end();
  }

  sqlite_api::sqlite3* handle() {
    auto* const backend = static_cast<soci::sqlite3_session_backend*>(session_.get_backend());
    return backend != nullptr ? backend->conn_ : nullptr;
  }
  std::string message() { return handle() != nullptr ? sqlite_api::sqlite3_errmsg(handle()) : "it cannot be opened"; }

  /// SQLite runs the first of several statements and says nothing of the others.
  void expect_one_reading_statement(const std::string& sql) {
    Prepared prepared(*this, sql.c_str());
    const Prepared rest(*this, prepared.tail);
    const bool writes = prepared.statement != nullptr && sqlite_api::sqlite3_stmt_readonly(prepared.statement) == 0;
    if (prepared.statement != nullptr && rest.statement == nullptr && !writes) return;
    throw RunError(ExitCode::bad_input,
                   fmt::format("{}: the query {}", file_.string(),
                               writes ? "would change the database" : "must be one statement, and no more"),
                   "Give --query one SELECT.");
  }

  std::vector<std::string> column_names(const std::string& sql) {
    Prepared prepared(*this, sql.c_str());
    std::vector<std::string> names;
    for (int i = 0; i < sqlite_api::sqlite3_column_count(prepared.statement); ++i)
      names.emplace_back(sqlite_api::sqlite3_column_name(prepared.statement, i));
    return names;
  }

  struct Prepared {
    Prepared(SqliteRows& rows, const char* sql) {
      const int result = sqlite_api::sqlite3_prepare_v2(rows.handle(), sql, -1, &statement, &tail);
      if (result != SQLITE_OK) refuse(rows.file_, result, rows.message());
    }
    ~Prepared() { sqlite_api::sqlite3_finalize(statement); }
    Prepared(const Prepared&) = delete;
    Prepared& operator=(const Prepared&) = delete;
    sqlite_api::sqlite3_stmt* statement = nullptr;
    const char* tail = nullptr;
  };

  fs::path file_;
  soci::session session_;
  std::vector<std::string> names_;
  std::optional<soci::rowset<soci::row>> rows_;
  soci::rowset<soci::row>::const_iterator at_;
  std::size_t row_ = 0;
};

}  // namespace

std::unique_ptr<RowSource> open_sqlite(const fs::path& file, const RollSource& source) {
  expect_query_or_table(source);
  return std::make_unique<SqliteRows>(file, source);
}

}  // namespace pehchan

#pragma once
#include <sqlite3.h>

#include <filesystem>
#include <stdexcept>
#include <string>

namespace pehchan {

/// Runs statements on a SQLite file, which is made when it is not there.
inline void run_sqlite(const std::filesystem::path& file, const std::string& sql) {
  sqlite3* database = nullptr;
  char* message = nullptr;
  const bool is_good = sqlite3_open(file.c_str(), &database) == SQLITE_OK &&
                       sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &message) == SQLITE_OK;
  const std::string told = message != nullptr ? message : "cannot open";
  sqlite3_free(message);
  sqlite3_close(database);
  if (!is_good) throw std::runtime_error(told);
}

inline const std::string columns_sql =
    "member_no text, name text, booth_no text, block text, district text, photo text, status text";

/// A member of that table, as a row of VALUES.
inline std::string member_sql(const std::string& number, const std::string& name = "'Asha Test'") {
  return "(" + number + "," + name + ",'12','Bandi','Jhansi','a.jpg','confirmed')";
}

}  // namespace pehchan

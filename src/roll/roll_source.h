#pragma once
#include <cstddef>
#include <filesystem>
#include <string>

namespace pehchan {

/// Where a roll is and how to read it.
struct RollSource {
  /// A CSV, XLSX, ODS or SQLite file (told apart by what is in it), or postgresql://…, or sqlite://PATH.
  std::string where = {};
  std::string encoding = {};           ///< of CSV, any name ICU knows; empty: UTF-8, or what a byte order mark says
  std::string worksheet = {};          ///< of a workbook; empty: the first
  std::size_t header_row = 0;          ///< 0: found, the first of the first 20 rows with the columns that are needed
  std::string query = {}, table = {};  ///< of a database: exactly one of them
  std::filesystem::path columns = {};  ///< file that says which heading is which column; empty: none
  std::filesystem::path places = {};   ///< master list of places; empty: none
};

/// `where` as messages and reports may tell it: a password in it is masked.
std::string shown(const RollSource& source);

}  // namespace pehchan

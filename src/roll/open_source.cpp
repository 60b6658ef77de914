#include "roll/open_source.h"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <string_view>
#include <utility>

#include "base/run_error.h"
#include "roll/csv.h"
#include "roll/database_url.h"
#include "roll/encoding.h"
#include "roll/postgres.h"
#include "roll/sqlite.h"
#include "roll/workbook.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

/// A CsvReader with all that it reads through.
class CsvSource : public RowSource {
 public:
  CsvSource(std::unique_ptr<std::istream> owned, std::istream& bytes, const RollSource& source)
      : owned_(std::move(owned)), text_(bytes, source.where, source.encoding), rows_(text_) {}
  bool next(Record& record) override { return rows_.next(record); }
  void expect_columns(std::size_t count) override { rows_.expect_columns(count); }
  SourceForm form() const override { return rows_.form(); }

 private:
  std::unique_ptr<std::istream> owned_;
  TextReader text_;
  CsvReader rows_;
};

std::unique_ptr<std::ifstream> open_bytes(const fs::path& file) {
  std::error_code error;
  const auto status = fs::status(file, error);
  if (!fs::exists(status))
    throw RunError(ExitCode::missing_input, fmt::format("there is no file {}", file.string()),
                   "Check the name and the folder.");
  if (!fs::is_regular_file(status))
    throw RunError(ExitCode::missing_input, fmt::format("{} is not a file", file.string()),
                   "Give a file, not a folder or a pipe: it is read twice.");
  auto bytes = std::make_unique<std::ifstream>(file, std::ios::binary);
  if (!*bytes)
    throw RunError(ExitCode::missing_input, fmt::format("cannot open {}", file.string()),
                   "Check that you may read it.");
  return bytes;
}

std::string head_of(std::istream& bytes) {
  std::array<char, 16> head{};
  bytes.read(head.data(), head.size());
  const auto length = static_cast<std::size_t>(bytes.gcount());
  bytes.clear();
  bytes.seekg(0);
  return {head.data(), length};
}

constexpr std::string_view sqlite_head("SQLite format 3\0", 16);
constexpr std::string_view zip_head = "PK\x03\x04";
constexpr std::string_view old_office_head = "\xD0\xCF\x11\xE0";

}  // namespace

std::unique_ptr<RowSource> open_stream(std::istream& csv, const RollSource& source) {
  return std::make_unique<CsvSource>(nullptr, csv, source);
}

std::unique_ptr<RowSource> open_file(const fs::path& file, const RollSource& source) {
  auto bytes = open_bytes(file);
  const std::string head = head_of(*bytes);
  if (head == sqlite_head) return open_sqlite(file, source);
  if (head.starts_with(zip_head)) return open_workbook(file, source.worksheet);
  if (head.starts_with(old_office_head))
    throw RunError(ExitCode::bad_input,
                   fmt::format("{} is a workbook of the old kind (.xls) or has a password", file.string()),
                   "Open it in the spreadsheet and save it as .xlsx or as 'CSV UTF-8', without a password.");
  RollSource named = source;
  named.where = file.string();
  auto& stream = *bytes;
  return std::make_unique<CsvSource>(std::move(bytes), stream, named);
}

std::unique_ptr<RowSource> open_source(const RollSource& source) {
  if (is_postgres_url(source.where)) return open_postgres(source);
  if (const auto file = sqlite_file(source.where)) {
    open_bytes(*file);
    return open_sqlite(*file, source);
  }
  return open_file(source.where, source);
}

}  // namespace pehchan

#include "batch/print_record.h"

#include <nlohmann/json.hpp>
#include <system_error>

#include "base/atomic_file.h"
#include "base/file.h"
#include "base/run_error.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::ordered_json;

constexpr std::uintmax_t largest = 64 << 10;

fs::path file_in(const fs::path& folder) { return folder / ".printing.json"; }

}  // namespace

std::optional<PrintRecord> read_print_record(const fs::path& folder) try {
  if (!fs::exists(file_in(folder))) return {};
  const Json json = Json::parse(read_file(file_in(folder), largest));
  return PrintRecord{.printer = json.at("printer"),
                     .job = json.at("job"),
                     .name = json.at("name"),
                     .number = json.at("number"),
                     .sheets = {json.at("sheets").at(0), json.at("sheets").at(1)},
                     .pages = json.at("pages"),
                     .is_two_sided = json.at("two_sided"),
                     .side = side_named(json.value("side", "both")),
                     .is_on_its_way = json.value("on_its_way", true)};
} catch (const Json::exception&) {
  throw RunError(ExitCode::bad_input, file_in(folder).string() + " cannot be read",
                 "It says what is with the printer. Look there, then remove the file.");
}

void write_print_record(const fs::path& folder, const PrintRecord& record) {
  write_file(file_in(folder), Json{{"printer", record.printer},
                                   {"job", record.job},
                                   {"name", record.name},
                                   {"number", record.number},
                                   {"sheets", {record.sheets.first, record.sheets.last}},
                                   {"pages", record.pages},
                                   {"two_sided", record.is_two_sided},
                                   {"side", word_of(record.side)},
                                   {"on_its_way", record.is_on_its_way}}
                                  .dump());
}

void remove_print_record(const fs::path& folder) {
  std::error_code ignored;
  fs::remove(file_in(folder), ignored);
}

}  // namespace pehchan

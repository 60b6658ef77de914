#include "batch/fronts_record.h"

#include <nlohmann/json.hpp>

#include "base/atomic_file.h"
#include "base/file.h"
#include "base/run_error.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::ordered_json;

constexpr std::uintmax_t largest = 16 << 20;

fs::path file_in(const fs::path& folder) { return folder / ".fronts.json"; }

/// One object a job: several are sent from one folder.
Json all_in(const fs::path& folder) try {
  if (!fs::exists(file_in(folder))) return Json::object();
  return Json::parse(read_file(file_in(folder), largest));
} catch (const Json::exception&) {
  throw RunError(ExitCode::bad_input, file_in(folder).string() + " cannot be read",
                 "It says which fronts are printed. Look at the sheets, then remove the file.");
}

}  // namespace

FrontsRecord read_fronts(const fs::path& folder, const std::string& job) {
  const Json json = all_in(folder);
  try {
    if (!json.contains(job)) return {};
    return {.well = json.at(job).at("well").get<std::set<std::size_t>>(),
            .unsure = json.at(job).at("unsure").get<std::set<std::size_t>>()};
  } catch (const Json::exception&) {
    throw RunError(ExitCode::bad_input, file_in(folder).string() + " cannot be read",
                   "It says which fronts are printed. Look at the sheets, then remove the file.");
  }
}

void write_fronts(const fs::path& folder, const std::string& job, const FrontsRecord& fronts) {
  Json json = all_in(folder);
  json[job] = {{"well", fronts.well}, {"unsure", fronts.unsure}};
  write_file(file_in(folder), json.dump());
}

}  // namespace pehchan

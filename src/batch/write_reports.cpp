#include <nlohmann/json.hpp>

#include "base/atomic_file.h"
#include "base/sha256.h"
#include "batch/file_parts.h"
#include "batch/previews.h"
#include "batch/report.h"
#include "roll/write_withheld.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

std::string manifest(const Report& report, const fs::path& out) {
  nlohmann::ordered_json files = nlohmann::ordered_json::object();
  for (const JobFile& file : report.files)
    if (const auto parts = part_names(file.name); parts.size() == 1)
      files[file.name] = file.sha256;
    else
      for (const std::string& part : parts)
        if (fs::exists(out / part)) files[part] = sha256_of_file((out / part).string());
  for (const std::string& name : {std::string("report.html"), std::string("report.json"), report.withheld_file})
    if (!name.empty() && fs::exists(out / name)) files[name] = sha256_of_file((out / name).string());
  for (const JobFile& file : report.files)
    for (const char* kind : preview_kinds) {
      const std::string name = preview_name(file.name, kind).string();
      if (fs::exists(out / name)) files[name] = sha256_of_file((out / name).string());
    }
  return nlohmann::ordered_json{{"schema", 1}, {"sha256", files}}.dump(2) + "\n";
}

}  // namespace

std::string write_reports(Report report, const fs::path& out, const RollSource& roll, const fs::path& photos) {
  report.withheld_file = write_withheld(roll, report.withheld, out);
  write_file(out / "report.json", report_json(report));
  write_file(out / "report.html", report_html(report, out, photos));
  write_file(out / "manifest.json", manifest(report, out));
  return report.withheld_file;
}

}  // namespace pehchan

#include <nlohmann/json.hpp>
#include <system_error>

#include "base/atomic_file.h"
#include "base/sha256.h"
#include "batch/previews.h"
#include "batch/report.h"
#include "roll/write_withheld.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

void write_withheld_rows(const Report& report, const fs::path& file, const fs::path& roll,
                         const std::string& encoding) {
  if (report.withheld.empty()) {
    std::error_code ignored;
    fs::remove(file, ignored);
    return;
  }
  AtomicFile out(file);
  write_withheld(roll, {.encoding = encoding}, report.withheld, out);
  out.commit();
}

std::string manifest(const Report& report, const fs::path& out) {
  nlohmann::ordered_json files = nlohmann::ordered_json::object();
  for (const JobFile& file : report.files) files[file.name] = file.sha256;
  for (const char* name : {"report.html", "report.json", "withheld.csv"})
    if (fs::exists(out / name)) files[name] = sha256_of_file((out / name).string());
  for (const JobFile& file : report.files)
    for (const char* kind : preview_kinds) {
      const std::string name = preview_name(file.name, kind).string();
      if (fs::exists(out / name)) files[name] = sha256_of_file((out / name).string());
    }
  return nlohmann::ordered_json{{"schema", 1}, {"sha256", files}}.dump(2) + "\n";
}

}  // namespace

void write_reports(const Report& report, const fs::path& out, const fs::path& roll, const std::string& encoding,
                   const fs::path& photos) {
  write_withheld_rows(report, out / "withheld.csv", roll, encoding);
  write_file(out / "report.json", report_json(report));
  write_file(out / "report.html", report_html(report, out, photos));
  write_file(out / "manifest.json", manifest(report, out));
}

}  // namespace pehchan

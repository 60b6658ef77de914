#include "demo/demo_folder.h"

#include <string>

#include "base/atomic_file.h"
#include "base/run_error.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

constexpr const char* marker_name = ".pehchan-demo";
constexpr const char* marker_text = "Made by `pehchan demo`, which may replace roll.csv and photos here.\n";

[[noreturn]] void refuse(const fs::path& folder, const std::string& why) {
  throw RunError(ExitCode::cannot_create, "cannot make a demo in " + folder.string() + ": " + why,
                 "name a folder that is new or empty");
}

}  // namespace

void prepare_demo_folder(const fs::path& folder) try {
  if (folder.empty()) refuse(folder, "no folder is named");
  if (fs::exists(folder) && !fs::is_directory(folder)) refuse(folder, "it is not a folder");
  fs::create_directories(folder);
  const fs::path marker = folder / marker_name;
  if (fs::symlink_status(marker).type() == fs::file_type::regular) {
    fs::remove(folder / "roll.csv");
    fs::remove_all(folder / "photos");
  } else if (!fs::is_empty(folder)) {
    refuse(folder, "it holds files that no demo made");
  }
  write_file(marker, marker_text);
  fs::create_directory(folder / "photos");
} catch (const fs::filesystem_error& error) {
  refuse(folder, error.code().message());
}

}  // namespace pehchan

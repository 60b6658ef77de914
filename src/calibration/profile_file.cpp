#include "calibration/profile_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <regex>

#include "base/atomic_file.h"
#include "base/file.h"
#include "base/run_error.h"
#include "calibration/parse_profile.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t largest = 64 << 10;

std::string known_in(const fs::path& folder) {
  std::string names;
  for (const PrinterName& printer : profiles_in(folder)) names += (names.empty() ? "" : ", ") + printer.text();
  return names.empty() ? "No printer is measured yet." : "Measured are: " + names + ".";
}

const char* word_of(Duplex duplex) {
  if (duplex == Duplex::none) return "none";
  return duplex == Duplex::long_edge ? "long-edge" : "short-edge";
}

std::string side_text(const char* name, const Misalignment& e) {
  return fmt::format("\n[{}]\noffset = [{:.3f}, {:.3f}]\nscale = [{:.6f}, {:.6f}]\nskew = [{:.4f}, {:.4f}]\n", name,
                     e.right.value, e.down.value, e.scale_across, e.scale_down, e.turn_across, e.turn_down);
}

}  // namespace

PrinterName printer_named(const std::string& typed) {
  static const std::regex shape("([A-Za-z0-9_-]{1,40})(?::([A-Za-z0-9_-]{1,40}))?");
  std::smatch parts;
  if (!std::regex_match(typed, parts, shape))
    throw RunError(ExitCode::usage, fmt::format("'{}' is no name for a printer", typed),
                   "Use letters, digits, - and _, such as office, or office:manual for its tray 'manual'.");
  PrinterName printer{.name = parts[1]};
  if (parts[2].matched) printer.tray = parts[2];
  return printer;
}

fs::path printers_folder(const fs::path& given) {
  if (!given.empty()) return given;
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return fs::path(value ? value : "");
  };
  if (const fs::path config = variable("XDG_CONFIG_HOME"); config.is_absolute()) return config / "pehchan/printers";
  if (const fs::path home = variable("HOME"); home.is_absolute()) return home / ".config/pehchan/printers";
  throw RunError(ExitCode::bad_config, "there is no home folder to keep printers in", "Give a folder with --printers.");
}

fs::path profile_path(const fs::path& folder, const PrinterName& printer) {
  return folder / (printer.name + "." + printer.tray + ".toml");
}

PrinterProfile read_profile(const fs::path& folder, const PrinterName& printer) {
  const fs::path file = profile_path(folder, printer);
  if (!fs::is_regular_file(file))
    throw RunError(ExitCode::missing_input,
                   fmt::format("the printer '{}' is not measured: there is no {}", printer.text(), file.string()),
                   known_in(folder) + " Measure it with 'pehchan calibrate', or give the right --printers.");
  PrinterProfile profile = parse_profile(read_file(file, largest), file.string());
  profile.name = printer.name;
  profile.tray = printer.tray;
  return profile;
}

fs::path write_profile(const fs::path& folder, const PrinterProfile& profile) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw cannot_write(folder.string(), error.value());
  const fs::path file = profile_path(folder, {.name = profile.name, .tray = profile.tray});
  write_file(file,
             fmt::format("# How a printer's sheets come out, measured by 'pehchan calibrate'. Millimetres to the right "
                         "and down;\n# skew in degrees, clockwise: of level lines and of upright ones.\nschema = 1\n"
                         "paper = [{:.2f}, {:.2f}]\nduplex = \"{}\"\n",
                         profile.paper.width.value, profile.paper.height.value, word_of(profile.duplex)) +
                 (profile.has_front ? side_text("front", profile.front) : "") +
                 (profile.has_back ? side_text("back", profile.back) : ""));
  return file;
}

std::vector<PrinterName> profiles_in(const fs::path& folder) {
  static const std::regex shape("([A-Za-z0-9_-]{1,40})[.]([A-Za-z0-9_-]{1,40})[.]toml");
  std::vector<PrinterName> found;
  std::error_code absent;
  for (const auto& entry : fs::directory_iterator(folder, absent)) {
    const std::string name = entry.path().filename().string();
    std::smatch parts;
    if (std::regex_match(name, parts, shape)) found.push_back({.name = parts[1], .tray = parts[2]});
  }
  std::ranges::sort(found, {}, [](const PrinterName& printer) { return printer.text(); });
  return found;
}

}  // namespace pehchan

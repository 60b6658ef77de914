#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "model/printer_profile.h"

namespace pehchan {

/// Which of a clerk's printers, as typed: "office", or "office:manual" for another tray than "main".
struct PrinterName {
  std::string name, tray = "main";

  std::string text() const { return tray == "main" ? name : name + ":" + tray; }
};

/// Letters a-z and A-Z, digits, - and _, at most 40 of them, for printer and tray. Throws RunError (usage) otherwise.
PrinterName printer_named(const std::string& typed);

/// `given`, or pehchan/printers in $XDG_CONFIG_HOME or ~/.config. Throws RunError (bad_config) when there is neither
/// that nor a home.
std::filesystem::path printers_folder(const std::filesystem::path& given);

/// What calibration has written, or a clerk has put right by hand (docs/operations.md has the keys). Throws RunError:
/// missing_input, naming the printers that there are, or bad_config with all mistakes, "FILE:line:column: what".
PrinterProfile read_profile(const std::filesystem::path& folder, const PrinterName& printer);

/// NAME.TRAY.toml in the folder.
std::filesystem::path profile_path(const std::filesystem::path& folder, const PrinterName& printer);

/// Writes it there, the sides that were measured; the folder is made where it is not there. Throws RunError
/// (cannot_create …).
std::filesystem::path write_profile(const std::filesystem::path& folder, const PrinterProfile& profile);

/// All of the folder, by name; none where there is no folder. Files of other names are passed over.
std::vector<PrinterName> profiles_in(const std::filesystem::path& folder);

}  // namespace pehchan

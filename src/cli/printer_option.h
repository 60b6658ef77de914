#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "cli/command_line.h"
#include "model/printer_profile.h"

namespace pehchan {

/// --printer and --printers of the commands that make sheets.
struct PrinterOption {
  std::string printer;
  std::filesystem::path folder;
};

void add_printer_option(CommandLine& line, PrinterOption& option, const char* what);
void add_printers_folder(CommandLine& line, std::filesystem::path& folder);

/// The measured printer that was named; nothing where none was. Throws RunError as read_profile does.
std::optional<PrinterProfile> printer_given(const PrinterOption& option);

}  // namespace pehchan

#include "cli/printer_option.h"

#include "base/run_error.h"
#include "calibration/profile_file.h"

namespace pehchan {
namespace po = boost::program_options;

void add_printer_option(CommandLine& line, PrinterOption& option, const char* what) {
  line.options.add_options()("printer", po::value(&option.printer)->value_name("NAME"), what);
  add_printers_folder(line, option.folder);
}

void add_printers_folder(CommandLine& line, std::filesystem::path& folder) {
  line.options.add_options()("printers", path_value(folder)->value_name("DIR"),
                             "where 'pehchan calibrate' keeps what it measured (default: ~/.config/pehchan/printers)");
}

std::optional<PrinterProfile> printer_given(const PrinterOption& option) {
  if (option.printer.empty()) return {};
  if (option.printer.find("://") != std::string::npos)
    throw RunError(ExitCode::usage, "'" + option.printer + "' is a printer's address, not the name of a measured one",
                   "'pehchan calibrate --list' names those; 'pehchan send' prints at an address.");
  return read_profile(printers_folder(option.folder), printer_named(option.printer));
}

}  // namespace pehchan

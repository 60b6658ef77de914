#include "cli/calibrate_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "base/file.h"
#include "base/temporary_folder.h"
#include "batch/measure_file.h"
#include "batch/send_target.h"
#include "calibration/profile_file.h"
#include "cli/command_line.h"
#include "cli/misalignment_words.h"
#include "cli/printer_option.h"
#include "cli/stop_signals.h"
#include "cli/typed_paper.h"
#include "cli/typed_readings.h"
#include "draw/fonts.h"
#include "print/target_page.h"

namespace pehchan {
namespace po = boost::program_options;
namespace fs = std::filesystem;
namespace {

constexpr const char* about =
    R"(pehchan calibrate: measure how a printer misplaces things, so that 'issue --printer' can undo it
प्रिंटर कितना खिसकाकर छापता है, यह नापें; 'issue --printer' उसे सुधार देगा

PRINTER is a name of your own, with a tray where there are several: office, office:manual.

1. Make the target and print it as cards are printed: same tray and paper, both sides, 100 %.
2. Measure it: a scan or photo of each side on a dark ground (to 0.05 mm by a scanner, 0.3 mm by a phone), or fold it
   and read its scales (0.25 mm). Then print the target again: --show says what is kept, --list which printers.

Examples:
  pehchan calibrate office --target target.pdf
  pehchan calibrate office --send ipp://printer.local/ipp/print
  pehchan calibrate office --scan front.png --scan-back back.png
  pehchan calibrate office --enter
  pehchan calibrate office --front "A=1.5 B=1.25 C=-0.5 D=-0.5" --back "A=0 B=0 C=0.5 D=0.5 E=181.8 F=269.2"
  pehchan calibrate office:manual --paper 200x300 --target target.pdf --sides 1
  pehchan calibrate --list

)";
constexpr const char* exit_codes = R"(
Exit codes: 0 done · 64 usage · 65 the picture or a reading cannot be used · 66 no such file or printer
  69 the printer to send to is not reached · 73 cannot create the file · 78 a printer's file is wrong
)";

struct CalibrateOptions {
  std::string printer, address, paper = "a4", duplex, front, back;
  int sides = 2;
  fs::path folder, target, scan, scan_back;
  bool is_asked = false, is_shown = false, is_listed = false;
};

CommandLine calibrate_line(CalibrateOptions& o) {
  CommandLine line("calibrate");
  line.options.add_options()                                                                               //
      ("name", po::value(&o.printer)->value_name("PRINTER"), "a name of your own, such as office:manual")  //
      ("target", path_value(o.target)->value_name("FILE"), "write the sheet to print as a PDF")(
          "send", po::value(&o.address)->value_name("ADDRESS"), "print it on ipp://…, ipps://… or a queue of CUPS")  //
      ("paper", po::value(&o.paper)->default_value(o.paper)->value_name("SIZE"),
       "a4, a3, letter, legal, cr80, or mm such as 200x300")                                                 //
      ("sides", po::value(&o.sides)->default_value(o.sides)->value_name("N"), "of the target: 1 or 2")       //
      ("scan", path_value(o.scan)->value_name("FILE"), "a scan or photo of the printed front")               //
      ("scan-back", path_value(o.scan_back)->value_name("FILE"), "of the printed back")                      //
      ("enter", po::bool_switch(&o.is_asked), "ask for what the scales read, one by one")                    //
      ("front", po::value(&o.front)->value_name("READINGS"), "what the front's scales read, \"A=1.5 B=…\"")  //
      ("back", po::value(&o.back)->value_name("READINGS"), "what the back's read")                           //
      ("duplex", po::value(&o.duplex)->value_name("EDGE"),
       "how the target was turned over: long-edge or short-edge (default: long-edge)")  //
      ("show", po::bool_switch(&o.is_shown), "say what is kept of this printer")        //
      ("list", po::bool_switch(&o.is_listed), "say which printers were measured");
  add_printers_folder(line, o.folder);
  line.positional.add("name", 1);
  return line;
}

void tell_side(const char* name, const Misalignment& error, bool is_measured) {
  fmt::print("{}\n{}", name, is_measured ? misalignment_words(error) : "  not measured\n  नापा नहीं गया\n");
}

void tell(const PrinterProfile& profile) {
  fmt::print("{}, tray {}, paper {:g} × {:g} mm\n", profile.name, profile.tray, profile.paper.width.value,
             profile.paper.height.value);
  tell_side("front · सामने", profile.front, profile.has_front);
  tell_side("back · पीछे", profile.back, profile.has_back);
}

void list(const fs::path& folder) {
  const auto found = profiles_in(folder);
  for (const PrinterName& printer : found) fmt::print("{}\n", printer.text());
  if (found.empty()) fmt::print("No printer is measured yet in {}.\nअभी कोई प्रिंटर नापा नहीं गया।\n", folder.string());
}

Duplex duplex_of(const CommandLine& line, const std::string& typed) {
  if (typed.empty()) return Duplex::long_edge;
  if (typed != "long-edge" && typed != "short-edge") refuse_usage(line, "--duplex must be long-edge or short-edge");
  return typed == "long-edge" ? Duplex::long_edge : Duplex::short_edge;
}

Misalignment scanned(const fs::path& file, const CalibrationTarget& target, CardSide side) {
  const MeasuredSide measured = measure_file(file, target, side);
  fmt::print("{}: all marks found at {:.0f} dpi, they fit together within {:.2f} mm\n", file.string(),
             measured.px_per_mm * 25.4, measured.worst.value);
  if (!measured.has_seen_edges)
    fmt::print("  The picture's own edges were taken for the paper's: right only if it is cut exactly to the sheet.\n");
  return measured.error;
}

/// What was measured of one side; nothing where it was not.
std::optional<Misalignment> measured(const CommandLine& line, const CalibrateOptions& o,
                                     const CalibrationTarget& target, CardSide side) {
  const bool is_front = side == CardSide::front;
  const fs::path& scan = is_front ? o.scan : o.scan_back;
  const std::string& typed = is_front ? o.front : o.back;
  if (!scan.empty()) return scanned(scan, target, side);
  if (!typed.empty()) return misalignment_from(typed_readings(line, is_front ? "front" : "back", typed), target);
  if (o.is_asked && (is_front || o.sides == 2))
    return misalignment_from(asked_readings(line, target, is_front ? "FRONT · सामने" : "BACK · पीछे"), target);
  return {};
}

void refuse_too_much(const char* side, const Misalignment& error) {
  if (is_within_limits(error)) return;
  throw RunError(ExitCode::bad_input,
                 fmt::format("the {} {}: more than can be undone on the page ({:g} mm, {:g} %, {:g}°)", side,
                             misalignment_words(error).substr(2, misalignment_words(error).find('\n') - 2),
                             most_offset.value, most_stretch * 100, most_turn),
                 "Was the target printed at 100 %, not fitted to the page, on the paper that --paper says? Set the "
                 "tray's guides, print it again and measure that.");
}

/// What is kept of this printer, or a new one of which nothing is measured.
PrinterProfile known_profile(const fs::path& folder, const PrinterName& name, const Size& paper) {
  if (std::ranges::none_of(profiles_in(folder), [&](const PrinterName& one) { return one.text() == name.text(); }))
    return {.name = name.name,
            .tray = name.tray,
            .paper = paper,
            .front = {},
            .back = {},
            .has_front = false,
            .has_back = false};
  PrinterProfile kept = read_profile(folder, name);
  if (kept.paper == paper) return kept;
  throw RunError(
      ExitCode::usage,
      fmt::format("the printer '{}' was measured with paper of {:g} × {:g} mm, not {:g} × {:g} mm", name.text(),
                  kept.paper.width.value, kept.paper.height.value, paper.width.value, paper.height.value),
      fmt::format("Give the same --paper; or measure the other paper as a tray with a name of its own, such as "
                  "{}:other; or remove {} first.",
                  name.name, profile_path(folder, name).string()));
}

/// What was measured goes over what is kept of the same paper; a side that was not measured stays, and so does the way
/// in which it was turned over.
ExitCode measure(const CommandLine& line, const CalibrateOptions& o, const Size& paper) {
  const CalibrationTarget target = calibration_target(paper);
  const fs::path folder = printers_folder(o.folder);
  const PrinterName name = printer_named(o.printer);
  PrinterProfile profile = known_profile(folder, name, paper);
  const Duplex turned = duplex_of(line, o.duplex);
  const auto front = measured(line, o, target, CardSide::front), back = measured(line, o, target, CardSide::back);
  if (!front && !back)
    refuse_usage(line,
                 "say what to do: --target, --send, --scan, --scan-back, --enter, --front, --back, "
                 "--show or --list");
  profile.front = front.value_or(profile.front);
  profile.back = back.value_or(profile.back);
  if (back || !profile.has_back || !o.duplex.empty()) profile.duplex = turned;
  profile.has_front = profile.has_front || front;
  profile.has_back = profile.has_back || back;
  refuse_too_much("front", profile.front);
  refuse_too_much("back", profile.back);
  const fs::path file = write_profile(folder, profile);
  tell(profile);
  fmt::print("  kept in    {}\n  use it     pehchan issue … --printer {}\n", file.string(), name.text());
  return ExitCode::ok;
}

void tell_next(const CalibrateOptions& o) {
  fmt::print("  then       pehchan calibrate {} --scan FRONT --scan-back BACK, or --enter\n", o.printer);
}

ExitCode print_target(const CommandLine& line, const CalibrateOptions& o, const Size& paper) {
  const Duplex duplex = duplex_of(line, o.duplex);
  const StopSignals signals;
  const TemporaryFolder folder;
  const fs::path file = folder / "target.pdf";
  paint_target(calibration_target(paper), o.sides, FontSet(), file);
  send_target(o.address, read_file(file, 10'000'000), paper, o.sides == 2 ? duplex : Duplex::none, signals.token());
  fmt::print("The target is printed.\nजाँच-पन्ना छप गया।\n");
  tell_next(o);
  return ExitCode::ok;
}

ExitCode write_target(const CalibrateOptions& o, const Size& paper) {
  paint_target(calibration_target(paper), o.sides, FontSet(), o.target);
  fmt::print(
      "  print      {} at 100 %{}, from the tray and on the paper of the cards\n"
      "             100 % आकार में, उसी ट्रे और उसी काग़ज़ पर छापें\n",
      o.target.string(), o.sides == 2 ? ", both sides" : "");
  tell_next(o);
  return ExitCode::ok;
}

}  // namespace

ExitCode calibrate_command(const std::vector<std::string>& words) {
  CalibrateOptions o;
  CommandLine line = calibrate_line(o);
  if (!parse_words(line, words)) {
    fmt::print("{}{}{}", about, options_text(line), exit_codes);
    return ExitCode::ok;
  }
  if (o.is_listed) {
    list(printers_folder(o.folder));
    return ExitCode::ok;
  }
  if (o.printer.empty()) refuse_usage(line, "PRINTER is missing: pehchan calibrate PRINTER");
  if (o.sides != 1 && o.sides != 2) refuse_usage(line, "--sides must be 1 or 2");
  const PrinterName name = printer_named(o.printer);
  if (o.is_shown) {
    tell(read_profile(printers_folder(o.folder), name));
    return ExitCode::ok;
  }
  const Size paper = typed_paper(line, o.paper);
  if (std::min(paper.width, paper.height) < least_target)
    refuse_usage(line, fmt::format("--paper must be at least {:g} mm a side", least_target.value));
  if (!o.address.empty()) return print_target(line, o, paper);
  return o.target.empty() ? measure(line, o, paper) : write_target(o, paper);
}

}  // namespace pehchan

#include "cli/preview_command.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <string_view>

#include "batch/folder_state.h"
#include "batch/template_preview.h"
#include "cli/command_line.h"
#include "cli/roll_options.h"
#include "cli/stop_signals.h"
#include "cli/typed_card_number.h"

namespace pehchan {
namespace po = boost::program_options;
namespace fs = std::filesystem;
namespace {

constexpr const char* about = R"(pehchan preview: look at a template while you draw it; no ledger, no card numbers
डिज़ाइन बनाते समय कार्ड देखें; न बही-खाता छुआ जाता है, न कार्ड संख्या दी जाती है

Examples:
  pehchan preview templates/my-card                  output/my-card-front.png and output/my-card-back.png
  pehchan preview templates/my-card --watch          again each time card.toml or a picture is saved
  pehchan preview templates/my-card --guides         with bleed, trim, safe area and every box, also those that lie wrong
  pehchan preview templates/my-card --set stress     long names, missing fields, each script: output/my-card-stress/
  pehchan preview member --set urdu --format pdf     one case of the set
  pehchan preview member --roll roll.xlsx --photos photos --member PP/DVK/000123

What does not fit is marked red in the picture and told with its place in card.toml. The cards are samples: their number
is nobody's, and their QR code leads nowhere.

)";
constexpr const char* exit_codes = R"(
Exit codes: 0 drawn, or --watch was ended by Ctrl-C · 1 drawn, something does not fit · 64 usage · 65 roll or member
  unusable · 66 input missing · 73 cannot create output · 74 I/O error · 75 try again · 78 template wrong
)";

struct PreviewWords {
  std::string format = "png";
  bool is_watching = false;
};

std::string set_help() {
  std::string names;
  for (const StressCase& one : stress_set()) names += (names.empty() ? "" : ", ") + one.name;
  return "who is shown: " + names + "; or stress: all of them";
}

CommandLine preview_line(PreviewOptions& o, PreviewWords& typed) {
  CommandLine line("preview");
  line.options.add_options()  //
      ("template", po::value(&o.template_name)->value_name("TEMPLATE"),
       "a template's folder or its name; may also be given without --template")                                 //
      ("set", po::value(&o.set)->default_value(o.set)->value_name("NAME"), set_help().c_str())                  //
      ("member", po::value(&o.member)->value_name("NO"), "of --roll: this one (default: the first confirmed)")  //
      ("photos", path_value(o.photos)->value_name("DIR"), "with --roll: the folder of its photos")              //
      ("out", path_value(o.out)->default_value("output")->value_name("DIR"), "where everything is written")     //
      ("format", po::value(&typed.format)->default_value(typed.format)->value_name("png|pdf"),
       "a picture a side, or one PDF of all")                                                            //
      ("dpi", po::value(&o.dpi)->default_value(o.dpi)->value_name("N"), "of the pictures, 50 to 1200")   //
      ("guides", po::bool_switch(&o.has_guides), "show bleed, trim, safe area and every element's box")  //
      ("watch", po::bool_switch(&typed.is_watching), "draw again whenever a file of the template is saved");
  line.positional.add("template", 1);
  add_roll_options(line, o.roll, false);
  line.require("template");
  return line;
}

bool is_same_folder(const fs::path& a, const fs::path& b) {
  std::error_code error;
  return fs::equivalent(a, b, error) && !error;
}

void settle_options(const CommandLine& line, PreviewOptions& options, const PreviewWords& typed) {
  if (typed.format != "png" && typed.format != "pdf") refuse_usage(line, "--format must be png or pdf");
  options.format = typed.format == "pdf" ? PreviewFormat::pdf : PreviewFormat::png;
  if (!(options.dpi >= 50 && options.dpi <= 1200)) refuse_usage(line, "--dpi must be from 50 to 1200");
  const bool has_roll = !options.roll.where.empty();
  if (!has_roll && !(options.member.empty() && options.photos.empty()))
    refuse_usage(line, "--member and --photos belong to a --roll");
  if (!has_roll) return;
  if (options.set != PreviewOptions().set) refuse_usage(line, "either --set or --roll");
  if (options.photos.empty()) refuse_usage(line, "--roll needs --photos, the folder of its photos");
  if (!options.member.empty()) options.member = typed_member_no(line, options.member);
}

void tell(const PreviewFault& fault, const fs::path& folder, std::string_view kind) {
  const std::string at = fault.where.line > 0 ? fmt::format("{}:{}:{}: ", (folder / "card.toml").string(),
                                                            fault.where.line, fault.where.column)
                                              : "";
  fmt::print("{}{}{}: {}\n  {}\n", at, kind, fault.shown, fault.problem.reason.en, fault.problem.reason.hi);
}

void tell(const PreviewResult& result, const fs::path& folder) {
  for (const PreviewFault& fault : result.faults) tell(fault, folder, "");
  for (const PreviewFault& note : result.notes) tell(note, folder, "note: ");
  if (!result.misplaced.empty())
    fmt::print(stderr, "pehchan: {}\n  Correct card.toml; the guides show where the boxes lie.\n", result.misplaced);
  const auto& files = result.files;
  if (files.size() <= 2)
    for (const fs::path& file : files) fmt::print("  look at    {}\n", file.string());
  else
    fmt::print("  look at    {}/ ({} pictures)\n", files.front().parent_path().string(), files.size());
}

void tell(const RunError& error) {
  fmt::print(stderr, "pehchan: {}\n", error.what());
  if (!error.advice.empty()) fmt::print(stderr, "  {}\n", error.advice);
}

/// While somebody draws, a template is broken half of the time: that is told, the last good picture stays.
void draw_and_tell(TemplatePreview& preview, const std::stop_token& stop) {
  const auto begun = std::chrono::steady_clock::now();
  try {
    tell(preview.draw(stop), preview.folder());
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    fmt::print("Drawn in {:.1f} s; waiting for the next save. Ctrl-C ends.\n", took.count());
  } catch (const RunError& error) {
    if (stop.stop_requested()) return;
    tell(error);
    fmt::print("Not drawn; waiting for the next save. Ctrl-C ends.\n");
  }
  std::fflush(stdout);
}

ExitCode watch(TemplatePreview& preview, const std::stop_token& stop) {
  if (!fs::is_directory(preview.folder()))
    throw RunError(ExitCode::missing_input, preview.folder().string() + " is not a folder",
                   "Check the template's name.");
  std::optional<FolderState> seen = state_of(preview.folder());
  while (seen) {
    draw_and_tell(preview, stop);
    seen = wait_for_change(preview.folder(), *seen, stop);
  }
  return ExitCode::ok;
}

}  // namespace

ExitCode preview_command(const std::vector<std::string>& words) {
  PreviewOptions options;
  PreviewWords typed;
  CommandLine line = preview_line(options, typed);
  if (!parse_words(line, words)) {
    fmt::print("{}{}{}", about, options_text(line), exit_codes);
    return ExitCode::ok;
  }
  settle_options(line, options, typed);
  const StopSignals signals;
  TemplatePreview preview(options);
  if (is_same_folder(options.out, preview.folder())) refuse_usage(line, "--out must not be the template's own folder");
  if (typed.is_watching) return watch(preview, signals.token());
  const PreviewResult result = preview.draw(signals.token());
  tell(result, preview.folder());
  if (!result.misplaced.empty()) return ExitCode::bad_config;
  return result.faults.empty() ? ExitCode::ok : ExitCode::some_withheld;
}

}  // namespace pehchan

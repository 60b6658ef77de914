#include "cli/proof_command.h"

#include <fmt/format.h>

#include <optional>

#include "base/thread_count.h"
#include "batch/proof_report.h"
#include "cli/command_line.h"
#include "print/preflight/proof_file.h"

namespace pehchan {
namespace po = boost::program_options;
namespace {

constexpr const char* about = R"(pehchan proof: look at finished PDFs before a print shop does
छापाख़ाने से पहले तैयार PDF की जाँच करें

Examples:
  pehchan proof output/sheets-0001.pdf
  pehchan proof --profile press output/sheets-*.pdf       they must be PDF/X-4
  pehchan proof --json output/sheets-0001.pdf

Each file is held to what it says it is made for (docs/pdf-profiles.md has the rules), and every QR code and barcode on it
is read. 'pehchan issue' does the same before it releases a file.

)";
constexpr const char* exit_codes = R"(
Exit codes: 0 all are right · 1 a file breaks a rule · 64 usage · 65 not a PDF, damaged or encrypted · 66 missing
)";

struct Asked {
  std::vector<std::string> files;
  std::string profile;
  unsigned jobs = 0;
  bool is_json = false;
};

CommandLine proof_line(Asked& asked) {
  CommandLine line("proof");
  line.options.add_options()                                                                     //
      ("file", po::value(&asked.files)->value_name("FILE"), "may also be given without --file")  //
      ("profile", po::value(&asked.profile)->value_name("NAME"),
       "what the files must be made for: office, press, card-printer or archive (default: what each says)")  //
      ("json", po::bool_switch(&asked.is_json), "for programs")                                              //
      ("jobs", po::value(&asked.jobs)->default_value(0)->value_name("N"), "threads; 0: one a core");
  line.positional.add("file", -1);
  line.require("file");
  return line;
}

std::optional<Purpose> demanded(const CommandLine& line, const Asked& asked) {
  if (asked.jobs > 256) refuse_usage(line, "--jobs must be from 0 to 256");
  if (asked.profile.empty()) return std::nullopt;
  const auto purpose = purpose_named(asked.profile);
  if (!purpose) refuse_usage(line, "--profile must be office, press, card-printer or archive");
  return purpose;
}

ProofedFile proofed(const std::string& name, std::optional<Purpose> purpose, unsigned jobs) try {
  return {.name = name, .found = proof_file(name, purpose, jobs), .code = ExitCode::ok, .trouble = {}};
} catch (const RunError& error) {
  return {.name = name, .found = {}, .code = error.code, .trouble = error.what()};
}

void tell_measures(const Preflight& found) {
  if (!found.symbols.empty()) {
    const Mm module = smallest_module(found);
    fmt::print("  codes      {} (smallest module {:.2f} mm: {:.1f} dots at 300 dpi, {:.1f} at 600)\n",
               found.symbols.size(), module.value, dots(module, 300), dots(module, 600));
  }
  if (found.smallest_text > 0) fmt::print("  text       {:.1f} pt or more\n", found.smallest_text);
  if (found.least_ppi > 0) fmt::print("  photos     {:.0f} ppi or more\n", found.least_ppi);
}

void tell(const ProofedFile& file) {
  if (!file.trouble.empty()) return fmt::print(stderr, "pehchan: {}\n", file.trouble);
  const Preflight& found = file.found;
  fmt::print("{}: {}, {} pages: {}\n", file.name, word_of(found.purpose), found.pages,
             found.faults.empty() ? "all is right · सब ठीक है" : "not right · ठीक नहीं");
  tell_measures(found);
  for (const PreflightFault& fault : found.faults) {
    const Words& words = words_of(fault.rule);
    fmt::print("  {}{}: {}{}\n    {}\n", fault.page > 0 ? fmt::format("page {}, ", fault.page) : "",
               code_of(fault.rule), words.en, fault.detail.empty() ? "" : " (" + fault.detail + ")", words.hi);
  }
}

ExitCode exit_code_of(const std::vector<ProofedFile>& files) {
  ExitCode code = ExitCode::ok;
  for (const ProofedFile& file : files) {
    if (file.code != ExitCode::ok) return file.code;
    if (!file.is_right()) code = ExitCode::some_withheld;
  }
  return code;
}

}  // namespace

ExitCode proof_command(const std::vector<std::string>& words) {
  Asked asked;
  CommandLine line = proof_line(asked);
  if (!parse_words(line, words)) {
    fmt::print("{}{}{}", about, options_text(line), exit_codes);
    return ExitCode::ok;
  }
  const auto purpose = demanded(line, asked);
  std::vector<ProofedFile> files;
  for (const std::string& name : asked.files) {
    files.push_back(proofed(name, purpose, thread_count(asked.jobs)));
    if (!asked.is_json) tell(files.back());
  }
  if (asked.is_json) fmt::print("{}", proof_json(files));
  return exit_code_of(files);
}

}  // namespace pehchan

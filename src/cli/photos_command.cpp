#include "cli/photos_command.h"

#include <fmt/format.h>

#include "batch/look_at_photos.h"
#include "cli/command_line.h"
#include "cli/portrait_options.h"
#include "cli/progress_line.h"
#include "cli/roll_options.h"
#include "cli/stop_signals.h"

namespace pehchan {
namespace po = boost::program_options;
namespace {

constexpr const char* about =
    R"(pehchan photos: look at photos before cards are made, and decide about the doubtful ones
कार्ड बनाने से पहले फ़ोटो देखें, और जिन पर संदेह हो उन पर निर्णय लें

Examples:
  pehchan photos photos                         every photo of the folder; no roll is needed
  pehchan photos photos --roll roll.xlsx        the photos of the confirmed members
  pehchan photos photos --photo-limit sharpness=0.08,0.05

Writes review.html, a page to look at: doubtful photos first; accept, turn, move or reject each, then save
photo_overrides.csv into the folder of photos, where 'photos' and 'issue' find it. And photos.json for programs.

)";
constexpr const char* exit_codes = R"(
Exit codes: 0 every photo will do · 1 some are held back · 64 usage · 65 roll or overrides unusable · 66 input missing
  73 cannot create output · 74 I/O error · 75 try again · 78 template or face model unusable
)";

CommandLine photos_line(PhotosOptions& o, TypedPortraitOptions& typed, bool& is_quiet) {
  CommandLine line("photos");
  line.options.add_options()  //
      ("photos", path_value(o.photos)->value_name("DIR"),
       "the folder of photos; may also be given without --photos")  //
      ("template", po::value(&o.template_name)->default_value("member")->value_name("NAME"),
       "the card's design, which says what portraits it wants")                                              //
      ("out", path_value(o.out)->default_value("output")->value_name("DIR"), "where everything is written")  //
      ("jobs", po::value(&o.jobs)->default_value(0)->value_name("N"), "threads; 0: one a core")              //
      ("quiet", po::bool_switch(&is_quiet), "say nothing but errors");
  line.positional.add("photos", 1);
  add_portrait_options(line, typed);
  add_roll_options(line, o.roll, false);
  line.require("photos");
  return line;
}

void tell(const PhotosSummary& summary, const PhotosOptions& options) {
  const std::string out = options.out.string();
  fmt::print("{} photos are good, {} doubtful, {} held back.\n{} फ़ोटो ठीक हैं, {} पर संदेह है, {} रोकी गईं।\n", summary.good,
             summary.warn, summary.hold, summary.good, summary.warn, summary.hold);
  if (summary.others > 0) fmt::print("  passed over  {} files that are no pictures\n", summary.others);
  if (summary.unnamed > 0)
    fmt::print("  passed over  {} photos that no confirmed member of the roll names\n", summary.unnamed);
  if (summary.unmatched > 0)
    fmt::print("  no photo     for {} of the decisions: check their file names\n", summary.unmatched);
  for (const std::string& stray : summary.strays)
    fmt::print("  not read     {}: only photo_overrides.csv is · केवल photo_overrides.csv पढ़ी जाती है\n", stray);
  fmt::print("  look at      {}/review.html\n", out);
}

}  // namespace

ExitCode photos_command(const std::vector<std::string>& words) {
  PhotosOptions options;
  TypedPortraitOptions typed;
  bool is_quiet = false;
  CommandLine command_line = photos_line(options, typed, is_quiet);
  if (!parse_words(command_line, words)) {
    fmt::print("{}{}{}", about, options_text(command_line), exit_codes);
    return ExitCode::ok;
  }
  if (options.jobs > 256) refuse_usage(command_line, "--jobs must be from 0 to 256");
  options.portraits = portrait_options(command_line, std::move(typed), options.out);
  const StopSignals signals;
  ProgressLine line;
  const ProgressSink sink = is_quiet ? ProgressSink() : ProgressSink([&](const Progress& p) { line(p); });
  const PhotosSummary summary = look_at_photos(options, sink, signals.token());
  line.end();
  if (!is_quiet) tell(summary, options);
  return summary.hold > 0 ? ExitCode::some_withheld : ExitCode::ok;
}

}  // namespace pehchan

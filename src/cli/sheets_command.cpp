#include "cli/sheets_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "batch/sheet_list.h"
#include "cli/command_line.h"
#include "sheet/find_format.h"
#include "sheet/glabels.h"
#include "sheet/write_format.h"

namespace pehchan {
namespace po = boost::program_options;
namespace fs = std::filesystem;
namespace {

constexpr const char* about = R"(pehchan sheets: the sheets that cards can be printed on
किन शीटों पर कार्ड छापे जा सकते हैं

Examples:
  pehchan sheets                                     those that come with the program
  pehchan sheets --thumbnails sheets.png             and a picture of each (or sheets.pdf)
  pehchan sheets 3x7@297x420                         does a sheet of your own work? Any COLUMNSxROWS@WIDTHxHEIGHT in mm
  pehchan sheets 2x5@8.5x14in,gutter=4,bleed=1.5     … or inches; see below
  pehchan sheets ./my-sheet.toml --json              a file of your own, for programs
  pehchan sheets a4-2x5 --toml                       as a file to begin your own with
  pehchan sheets --glabels                           those for cards of Debian's package glabels-data

What is listed here, typed so, or a file, is what 'pehchan issue --sheet' takes. What may follow a typed sheet, with
commas: gutter=MM between cards (2), bleed=MM (2; at most half the gutter towards a neighbour), margin=MM that the
printer cannot reach (4.2), marks=MM crop marks' length, card=WxH (85.6x53.98), sides=duplex|separate|both-up|in-place,
duplex=long-edge|short-edge. docs/sheets.md has every key with a picture.

)";
constexpr const char* exit_codes = R"(
Exit codes: 0 told · 64 usage · 66 no such sheet · 73 cannot create the picture · 78 cards cannot be printed on it
)";

struct Asked {
  std::vector<std::string> sheets;
  fs::path thumbnails;
  bool as_json = false, as_toml = false, is_glabels = false;
};

CommandLine sheets_line(Asked& asked) {
  CommandLine line("sheets");
  line.options.add_options()  //
      ("sheet", po::value(&asked.sheets)->value_name("FORMAT"),
       "only this one: a name, a file or a typed sheet; may be repeated, and given without --sheet")          //
      ("thumbnails", path_value(asked.thumbnails)->value_name("FILE"), "draw them into a .png or .pdf file")  //
      ("json", po::bool_switch(&asked.as_json), "tell them for programs, with every card's place")            //
      ("toml", po::bool_switch(&asked.as_toml), "write one as a file to begin your own with")                 //
      ("glabels", po::bool_switch(&asked.is_glabels), "list the sheets for cards of glabels-data instead");
  line.positional.add("sheet", -1);
  return line;
}

std::vector<SheetFormat> formats_of(const Asked& asked) {
  std::vector<SheetFormat> formats;
  for (const std::string& sheet : asked.sheets) formats.push_back(find_sheet_format(sheet, data_folder()).format);
  if (!formats.empty()) return formats;
  if (!asked.is_glabels) return shipped_formats(data_folder());
  formats = glabels_formats(glabels_folder);
  if (formats.empty())
    throw RunError(ExitCode::missing_input, fmt::format("there are no sheets in {}", glabels_folder),
                   "Install Debian's package glabels-data.");
  return formats;
}

Words sides_of(const SheetFormat& format) {
  const bool is_long = format.duplex == Duplex::long_edge;
  switch (format.sides) {
    case Sides::separate:
      return {"आगे और पीछे के पन्ने अलग फ़ाइलों में", "fronts and backs in files of their own"};
    case Sides::both_up:
      return {"आगा और पीछा साथ-साथ, एक ही ओर", "front and back beside each other on one side"};
    case Sides::in_place:
      return {"हर कार्ड अपनी जगह पन्ने की तरह पलटें",
              "each card turned over in its place like a page: its top stays its top"};
    case Sides::duplex:
      break;
  }
  return {is_long ? "दोनों ओर, लंबे किनारे पर पलटें" : "दोनों ओर, छोटे किनारे पर पलटें",
          is_long ? "duplex, over the long edge" : "duplex, over the short edge"};
}

void tell(const SheetFormat& format) {
  const Words sides = sides_of(format);
  fmt::print("{:<24} {:>3} of {:g} × {:g} mm on {:g} × {:g} mm, {}\n", format.name, format.cards_per_sheet(),
             format.card.width.value, format.card.height.value, format.paper.width.value, format.paper.height.value,
             sides.en);
  if (!format.title.en.empty()) fmt::print("{:24}     {}\n", "", format.title.en);
  fmt::print("{:24}     {}{}{}\n", "", format.title.hi, format.title.hi.empty() ? "" : "; ", sides.hi);
  if (!format.unverified.en.empty())
    fmt::print("{0:24}     Unverified: {1}\n{0:24}     जाँचा नहीं गया: {2}\n", "", format.unverified.en,
               format.unverified.hi);
}

void check_asked(const CommandLine& line, const Asked& asked) {
  if (asked.as_toml && asked.sheets.size() != 1) refuse_usage(line, "--toml writes one sheet: name it");
  if (asked.as_toml && asked.as_json) refuse_usage(line, "give either --toml or --json");
  if (asked.is_glabels && !asked.sheets.empty())
    refuse_usage(line, "--glabels lists all; name one as glabels:BRAND-PART");
  const auto kind = asked.thumbnails.extension();
  if (!asked.thumbnails.empty() && kind != ".png" && kind != ".pdf")
    refuse_usage(line, "--thumbnails: the file's name must end in .png or .pdf");
}

}  // namespace

ExitCode sheets_command(const std::vector<std::string>& words) {
  Asked asked;
  CommandLine line = sheets_line(asked);
  if (!parse_words(line, words)) {
    fmt::print("{}{}{}", about, options_text(line), exit_codes);
    return ExitCode::ok;
  }
  check_asked(line, asked);
  const auto formats = formats_of(asked);
  if (!asked.thumbnails.empty()) draw_sheet_list(asked.thumbnails, formats);
  if (asked.as_json)
    fmt::print("{}", sheets_json(formats));
  else if (asked.as_toml)
    fmt::print("{}", toml_of(formats.front()));
  else
    for (const SheetFormat& format : formats) tell(format);
  return ExitCode::ok;
}

}  // namespace pehchan

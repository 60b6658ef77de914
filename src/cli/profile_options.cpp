#include "cli/profile_options.h"

namespace pehchan {
namespace po = boost::program_options;

void add_profile_options(CommandLine& line, TypedProfile& typed) {
  line.options.add_options()  //
      ("profile", po::value(&typed.word)->default_value("office")->value_name("NAME"),
       "what the sheets are for: office, press (PDF/X-4), card-printer or archive (PDF/A-2u)")  //
      ("icc", path_value(typed.icc)->value_name("FILE"),
       "with --profile press: the print shop's own colour profile, CMYK (default: FOGRA39, coated paper)");
}

ProfileChoice profile_choice(const CommandLine& line, const TypedProfile& typed) {
  const auto purpose = purpose_named(typed.word);
  if (!purpose) refuse_usage(line, "--profile must be office, press, card-printer or archive");
  if (!typed.icc.empty() && *purpose != Purpose::press) refuse_usage(line, "--icc belongs to --profile press");
  return {.purpose = *purpose, .icc = typed.icc};
}

}  // namespace pehchan

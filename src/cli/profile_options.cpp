#include "cli/profile_options.h"

#include <fmt/format.h>

#include <optional>

#include "print/portrait_inks.h"

namespace pehchan {
namespace po = boost::program_options;

void add_profile_options(CommandLine& line, TypedProfile& typed) {
  line.options.add_options()  //
      ("profile", po::value(&typed.word)->default_value("office")->value_name("NAME"),
       "what the sheets are for: office, press (PDF/X-4), card-printer or archive (PDF/A-2u)")  //
      ("icc", path_value(typed.icc)->value_name("FILE"),
       "with --profile press: the print shop's own colour profile, CMYK (default: FOGRA39, coated paper)")  //
      ("portraits", po::value(&typed.portraits)->default_value("rgb")->value_name("COLOURS"),
       "with --profile press: rgb, which the print shop's software makes inks of, or cmyk, the profile's inks")  //
      ("ink-limit", po::value(&typed.ink_limit)->default_value(PortraitInks::usual_limit)->value_name("PERCENT"),
       "with --portraits cmyk: at most so much ink of all four on one spot");
}

namespace {

std::optional<int> ink_limit_of(const CommandLine& line, const TypedProfile& typed, Purpose purpose) {
  if (typed.portraits != "rgb" && typed.portraits != "cmyk") refuse_usage(line, "--portraits must be rgb or cmyk");
  const bool is_cmyk = typed.portraits == "cmyk";
  if (is_cmyk && purpose != Purpose::press) refuse_usage(line, "--portraits cmyk belongs to --profile press");
  if (!is_cmyk && typed.ink_limit != PortraitInks::usual_limit)
    refuse_usage(line, "--ink-limit belongs to --portraits cmyk");
  if (typed.ink_limit < PortraitInks::least_limit || typed.ink_limit > PortraitInks::most_limit)
    refuse_usage(line,
                 fmt::format("--ink-limit must be from {} to {}", PortraitInks::least_limit, PortraitInks::most_limit));
  return is_cmyk ? std::optional(typed.ink_limit) : std::nullopt;
}

}  // namespace

ProfileChoice profile_choice(const CommandLine& line, const TypedProfile& typed) {
  const auto purpose = purpose_named(typed.word);
  if (!purpose) refuse_usage(line, "--profile must be office, press, card-printer or archive");
  if (!typed.icc.empty() && *purpose != Purpose::press) refuse_usage(line, "--icc belongs to --profile press");
  return {.purpose = *purpose, .icc = typed.icc, .ink_limit = ink_limit_of(line, typed, *purpose)};
}

}  // namespace pehchan

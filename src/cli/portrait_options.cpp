#include "cli/portrait_options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>
#include <optional>

#include "base/nearest.h"
#include "base/run_error.h"

namespace pehchan {
namespace po = boost::program_options;
namespace {

std::optional<double> number_of(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

LimitChange limit_of(const CommandLine& line, const std::string& typed) {
  const auto equals = typed.find('='), comma = typed.find(',', equals == std::string::npos ? 0 : equals);
  const std::string name = typed.substr(0, equals);
  PhotoLimits known;
  PhotoLimit* limit = known.named(name);
  if (limit == nullptr) {
    std::vector<std::string_view> names;
    for (const PhotoLimit& one : known.all) names.push_back(one.name);
    const std::string near = nearest(name, names);
    refuse_usage(line, fmt::format("--photo-limit has no measure '{}'; {}", name,
                                   near.empty() ? fmt::format("it may be {}", fmt::join(names, ", "))
                                                : fmt::format("is it '{}'?", near)));
  }
  const auto warn = comma == std::string::npos
                        ? std::nullopt
                        : number_of(std::string_view(typed).substr(equals + 1, comma - equals - 1));
  const auto hold = comma == std::string::npos ? std::nullopt : number_of(std::string_view(typed).substr(comma + 1));
  if (!warn || !hold)
    refuse_usage(line, fmt::format("--photo-limit {}: write it as {}={},{}", typed, name, limit->warn, limit->hold));
  limit->warn = *warn, limit->hold = *hold;
  if (!limit->is_in_order())
    refuse_usage(line, fmt::format("--photo-limit {}: the second number, which holds a photo back, must be {} than the "
                                   "first",
                                   typed, limit->is_least ? "less" : "more"));
  return {name, *warn, *hold};
}

}  // namespace

void add_portrait_options(CommandLine& line, TypedPortraitOptions& typed) {
  PortraitOptions& portraits = typed.portraits;
  line.options.add_options()  //
      ("overrides", path_value(portraits.overrides)->value_name("FILE"),
       "what people decided about photos (default: photo_overrides.csv in the folder of photos, if it is there)")  //
      ("face-model", path_value(portraits.face_model)->value_name("FILE"),
       "a YuNet ONNX model (2022mar or 2023mar) that looks at doubtful photos, too")  //
      ("photo-limit", po::value(&typed.limits)->value_name("MEASURE=WARN,HOLD"),
       "where a measure warns and where it holds a photo back, such as sharpness=0.08,0.05; may be repeated")  //
      ("cache", path_value(portraits.cache)->value_name("DIR"),
       "where finished portraits are kept for the next run (default: .portraits in --out)")  //
      ("cache-size", po::value(&typed.cache_mb)->default_value(typed.cache_mb)->value_name("MB"),
       "at most so much; 0: keep nothing");
}

PortraitOptions portrait_options(const CommandLine& line, TypedPortraitOptions typed,
                                 const std::filesystem::path& out) {
  PortraitOptions options = std::move(typed.portraits);
  for (const std::string& limit : typed.limits) options.limits.push_back(limit_of(line, limit));
  if (options.cache.empty()) options.cache = out / portrait_cache_name;
  constexpr unsigned most_cache_mb = 10'000'000;
  if (typed.cache_mb > most_cache_mb) refuse_usage(line, "--cache-size must be from 0 to 10000000");
  if (!options.face_model.empty() && !std::filesystem::is_regular_file(options.face_model))
    throw RunError(ExitCode::missing_input, fmt::format("there is no file {}", options.face_model.string()),
                   "Give a YuNet model, an .onnx file, with --face-model; or leave it out.");
  options.cache_bytes = std::uintmax_t{typed.cache_mb} << 20;
  if (typed.cache_mb == 0) options.cache.clear();
  return options;
}

}  // namespace pehchan

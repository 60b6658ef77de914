#include "cli/command_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/nearest.h"
#include "base/run_error.h"

namespace pehchan {
namespace po = boost::program_options;
namespace {

constexpr unsigned help_width = 100;

std::string help_on(const CommandLine& line) {
  return fmt::format("Run 'pehchan {} --help' for all options and examples.", line.name);
}

/// PEHCHAN_SHEETS_PER_FILE → sheets-per-file; a variable that is no option of this command is somebody else's.
std::string option_of_variable(const CommandLine& line, const std::string& variable) {
  for (const auto& [option, own] : line.variables)
    if (variable == own) return option;
  constexpr std::string_view prefix = "PEHCHAN_";
  if (!variable.starts_with(prefix)) return {};
  std::string name = variable.substr(prefix.size());
  for (char& c : name) c = c == '_' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  const bool is_ours = line.options.find_nothrow(name, false) != nullptr && !line.variables.contains(name);
  return is_ours ? name : std::string();
}

void read_config(const po::options_description& options, const std::string& file, po::variables_map& values) try {
  std::ifstream stream(file);
  if (!stream) throw RunError(ExitCode::bad_config, "cannot read " + file, "Check the path given with --config.");
  po::store(po::parse_config_file(stream, options), values);
} catch (const po::error& error) {
  throw RunError(ExitCode::bad_config, fmt::format("{}: {}", file, error.what()),
                 "Each line is an option's name, '=', and its value.");
}

std::string name_of_value(const po::options_description& options, const std::string& option) {
  const std::string name = options.find(option, false).format_parameter();
  return name.substr(0, name.find(' '));
}

bool is_positional(const CommandLine& line, const std::string& option) {
  // A command that takes any number of words has four thousand million positions.
  const auto options = static_cast<unsigned>(line.options.options().size());
  for (unsigned at = 0; at < std::min(line.positional.max_total_count(), options); ++at)
    if (line.positional.name_for_position(at) == option) return true;
  return false;
}

constexpr int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;

/// What somebody meant who wrote a word more than the command takes.
std::string what_to_do_with(const CommandLine& line, const std::vector<std::string>& placed) {
  if (line.options.find_nothrow("roll", false) != nullptr)
    return "A file is named by its option (--roll FILE); a name with blanks belongs in quotes.";
  if (line.positional.max_total_count() == 0) return "";
  const std::string& option = line.positional.name_for_position(0);
  if (option == "who")
    return fmt::format("Put words with blanks between them into quotes: pehchan {} \"{}\".", line.name,
                       fmt::join(placed, " "));
  return fmt::format("One {} at a time; an option is written again before each of its values.",
                     name_of_value(line.options, option));
}

/// Boost tells that there is a word too many, but not which.
void refuse_further_words(const CommandLine& line, const std::vector<std::string>& words) {
  std::vector<std::string> placed;
  for (const auto& option : po::command_line_parser(words).options(line.options).style(style).run().options)
    if (option.position_key >= 0) placed.insert(placed.end(), option.value.begin(), option.value.end());
  const std::size_t most = line.positional.max_total_count();
  if (placed.size() <= most) return;
  const std::string what = fmt::format("'{}' was not expected", placed[most]), advice = what_to_do_with(line, placed);
  throw RunError(ExitCode::usage, what, (advice.empty() ? "" : advice + "\n  ") + help_on(line));
}

[[noreturn]] void refuse_missing(const CommandLine& line, const std::string& option) {
  if (!is_positional(line, option)) refuse_usage(line, fmt::format("--{} is missing", option));
  const std::string value = name_of_value(line.options, option);
  refuse_usage(line, fmt::format("{0} is missing: pehchan {1} {0}", value, line.name));
}

}  // namespace

CommandLine::CommandLine(std::string command) : name(std::move(command)), options("Options", help_width) {}

bool parse_words(CommandLine& line, const std::vector<std::string>& words) try {
  line.options.add_options()                                                                               //
      ("config", po::value<std::string>()->value_name("FILE"), "a file of lines such as: sheet = a4-2x5")  //
      ("help", "show this");
  refuse_further_words(line, words);
  po::variables_map values;
  po::store(po::command_line_parser(words).options(line.options).positional(line.positional).style(style).run(),
            values);
  if (values.count("help") > 0) return false;
  po::store(
      po::parse_environment(line.options, [&](const std::string& name) { return option_of_variable(line, name); }),
      values);
  if (values.count("config") > 0) read_config(line.options, values["config"].as<std::string>(), values);
  po::notify(values);
  for (const auto& name : line.required)
    if (values.count(name) == 0) refuse_missing(line, name);
  return true;
} catch (const po::error& error) {
  refuse_usage(line, error.what());
}

po::typed_value<std::string>* path_value(std::filesystem::path& path) {
  return po::value<std::string>()->notifier([&path](const std::string& text) { path = text; });
}

std::string options_text(const CommandLine& line) {
  std::ostringstream text;
  text << line.options;
  return text.str();
}

void refuse_command(const std::string& written, std::span<const std::string_view> known, const std::string& help) {
  const std::string meant = nearest(written, known);
  throw RunError(ExitCode::usage, fmt::format("there is no command '{}'", written),
                 (meant.empty() ? "" : fmt::format("Is 'pehchan {}' meant? ", meant)) +
                     fmt::format("Run '{}' to see what there is.", help));
}

void refuse_usage(const CommandLine& line, const std::string& what) {
  throw RunError(ExitCode::usage, what, help_on(line));
}

}  // namespace pehchan

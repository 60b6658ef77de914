#include "cli/command_line.h"

#include <fmt/format.h>

#include <fstream>
#include <sstream>

#include "base/run_error.h"

namespace pehchan {
namespace po = boost::program_options;
namespace {

constexpr unsigned help_width = 100;

/// PEHCHAN_SHEETS_PER_FILE → sheets-per-file; a variable that is no option of this command is somebody else's.
std::string option_of_variable(const po::options_description& options, const std::string& variable) {
  constexpr std::string_view prefix = "PEHCHAN_";
  if (!variable.starts_with(prefix)) return {};
  std::string name = variable.substr(prefix.size());
  for (char& c : name) c = c == '_' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return options.find_nothrow(name, false) != nullptr ? name : std::string();
}

void read_config(const po::options_description& options, const std::string& file, po::variables_map& values) try {
  std::ifstream stream(file);
  if (!stream) throw RunError(ExitCode::bad_config, "cannot read " + file, "Check the path given with --config.");
  po::store(po::parse_config_file(stream, options), values);
} catch (const po::error& error) {
  throw RunError(ExitCode::bad_config, fmt::format("{}: {}", file, error.what()),
                 "Each line is an option's name, '=', and its value.");
}

}  // namespace

CommandLine::CommandLine(std::string command) : name(std::move(command)), options("Options", help_width) {}

bool parse_words(CommandLine& line, const std::vector<std::string>& words) try {
  line.options.add_options()                                                                               //
      ("config", po::value<std::string>()->value_name("FILE"), "a file of lines such as: sheet = a4-2x5")  //
      ("help", "show this");
  po::variables_map values;
  po::store(po::command_line_parser(words)
                .options(line.options)
                .positional(line.positional)
                .style(po::command_line_style::unix_style & ~po::command_line_style::allow_guessing)
                .run(),
            values);
  if (values.count("help") > 0) return false;
  const auto& options = line.options;
  po::store(po::parse_environment(options, [&](const std::string& name) { return option_of_variable(options, name); }),
            values);
  if (values.count("config") > 0) read_config(options, values["config"].as<std::string>(), values);
  po::notify(values);
  for (const auto& name : line.required)
    if (values.count(name) == 0) refuse_usage(line, fmt::format("--{} is missing", name));
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

void refuse_usage(const CommandLine& line, const std::string& what) {
  throw RunError(ExitCode::usage, what,
                 fmt::format("Run 'pehchan {} --help' for all options and examples.", line.name));
}

}  // namespace pehchan

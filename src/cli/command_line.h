#pragma once
#include <boost/program_options.hpp>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pehchan {

/// What one command takes. Each command keeps its own beside its code, so that help and parser are one thing.
struct CommandLine {
  explicit CommandLine(std::string command);

  /// One more option that must be given, on the command line, as a variable or in the configuration file.
  void require(const char* option) { required.emplace_back(option); }

  std::string name;  ///< "issue"
  boost::program_options::options_description options;
  boost::program_options::positional_options_description positional;
  std::vector<std::string> required;
  /// Options whose variable is called otherwise, because another command means another thing by it: {"printer",
  /// "PEHCHAN_SEND_PRINTER"}.
  std::map<std::string, std::string> variables;
};

/// Sets every option's target: from the command line before PEHCHAN_* variables before --config FILE. False when
/// --help was asked for. Throws RunError: usage naming the option, or bad_config for a configuration file that cannot
/// be read.
bool parse_words(CommandLine& line, const std::vector<std::string>& words);

/// A file or folder as an option's value. (Boost reads a path as a stream does: up to the first blank.)
boost::program_options::typed_value<std::string>* path_value(std::filesystem::path& path);

/// The options as text for --help.
std::string options_text(const CommandLine& line);

/// What a command throws when an option's value is wrong.
[[noreturn]] void refuse_usage(const CommandLine& line, const std::string& what);

/// Throws RunError (usage) that names the nearest of the commands; `help` is the command that lists them.
[[noreturn]] void refuse_command(const std::string& written, std::span<const std::string_view> known,
                                 const std::string& help);

}  // namespace pehchan

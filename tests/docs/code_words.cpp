#include "docs/code_words.h"

#include <filesystem>
#include <regex>

#include "base/file.h"
#include "support/build_paths.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t largest_source = 1'000'000;

std::vector<std::string> sources_in(const char* room) {
  std::vector<std::string> sources;
  for (const auto& entry : fs::directory_iterator(fs::path(PEHCHAN_SOURCE "/src") / room))
    if (entry.path().extension() == ".cpp" || entry.path().extension() == ".h")
      sources.push_back(read_file(entry.path(), largest_source));
  return sources;
}

std::vector<std::string> words_in(const std::string& list) {
  static const std::regex word(R"re("([^"]+)")re");
  std::vector<std::string> words;
  for (std::sregex_iterator at(list.begin(), list.end(), word), end; at != end; ++at) words.push_back((*at)[1]);
  return words;
}

/// The name of the last function begun before this place.
std::string function_at(const std::string& source, std::size_t place) {
  static const std::regex function(R"re(\n *(?:static )?[A-Za-z][A-Za-z:<>]* (read\w*)\()re");
  const std::string before = source.substr(0, place);
  std::string name;
  for (std::sregex_iterator at(before.begin(), before.end(), function), end; at != end; ++at) name = (*at)[1];
  return name;
}

}  // namespace

std::vector<AllowedKeys> allowed_keys() {
  static const std::regex list(R"re(\.allow_only\(\{([^}]*)\})re");
  std::vector<AllowedKeys> all;
  for (const std::string& source : sources_in("card"))
    for (std::sregex_iterator at(source.begin(), source.end(), list), end; at != end; ++at)
      all.push_back({function_at(source, static_cast<std::size_t>(at->position())), words_in((*at)[1])});
  return all;
}

std::vector<std::string> filter_names() {
  static const std::regex list(R"re(all_filters\[\] = \{([^}]*)\})re");
  const std::string source = read_file(PEHCHAN_SOURCE "/src/card/filter.cpp", largest_source);
  std::smatch found;
  return std::regex_search(source, found, list) ? words_in(found[1]) : std::vector<std::string>{};
}

std::string literals_in_code() {
  static const std::regex comment(R"re(//[^\n]*|'\\?")re"), place(R"re(\{[^}]*\})re"), seam(R"re("\s*\n\s*")re"),
      literal(R"re("([^"\\\n]|\\.)*")re");
  std::string literals;
  for (const char* room : {"card", "toml", "draw", "print", "batch"})
    for (const std::string& source : sources_in(room)) {
      const std::string code = std::regex_replace(std::regex_replace(source, comment, ""), seam, "");
      for (std::sregex_iterator at(code.begin(), code.end(), literal), end; at != end; ++at)
        literals += at->str() + "\n";
    }
  return std::regex_replace(literals, place, "…");
}

}  // namespace pehchan

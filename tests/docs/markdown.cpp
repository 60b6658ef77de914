#include "docs/markdown.h"

#include <cctype>
#include <regex>
#include <sstream>
#include <stdexcept>

namespace pehchan {

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> matches(const std::string& text, const std::string& pattern) {
  const std::regex regex(pattern);
  std::vector<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), regex), end; at != end; ++at) found.push_back((*at)[1]);
  return found;
}

std::vector<std::string> cells_of(const std::string& row) {
  std::vector<std::string> cells(1);
  for (std::size_t i = 1; i < row.size(); ++i) {
    const bool is_escaped = row.compare(i, 2, "\\|") == 0;
    if (is_escaped) ++i;
    if (row[i] == '|' && !is_escaped)
      cells.emplace_back();
    else
      cells.back() += row[i];
  }
  cells.pop_back();  // behind the row's last bar
  for (std::string& cell : cells) cell = std::regex_replace(cell, std::regex("^ +| +$"), "");
  return cells;
}

std::string anchor_of(const std::string& heading) {
  std::string anchor;
  for (const char c : heading) {
    if (c == ' ') anchor += '-';
    if (std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_' || static_cast<unsigned char>(c) >= 128)
      anchor += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return anchor;
}

std::vector<std::string> below(const std::string& markdown, const std::string& heading) {
  std::vector<std::string> found;
  std::size_t rank = 0;
  for (const std::string& line : lines_of(markdown)) {
    const auto own = line.starts_with('#') ? line.find_first_not_of('#') : std::string::npos;
    if (rank > 0 && own <= rank) break;
    if (rank > 0) found.push_back(line);
    if (rank == 0 && own != std::string::npos && line.substr(own + 1) == heading) rank = own;
  }
  if (rank == 0) throw std::runtime_error("there is no heading \"" + heading + "\"");
  return found;
}

std::vector<std::string> row_of(const std::string& markdown, const std::string& heading, const std::string& word) {
  for (const std::string& line : below(markdown, heading)) {
    if (!line.starts_with("| `")) continue;
    auto cells = cells_of(line);
    if (cells[0].find("`" + word + "`") != std::string::npos) return cells;
  }
  return {};
}

}  // namespace pehchan

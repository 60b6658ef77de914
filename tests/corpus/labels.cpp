#include "corpus/labels.h"

#include <cstdlib>
#include <fstream>

namespace pehchan {
namespace fs = std::filesystem;
namespace {

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> cells(1);
  bool is_quoted = false;
  for (const char c : line) {
    if (c == '"')
      is_quoted = !is_quoted;
    else if (c == ',' && !is_quoted)
      cells.emplace_back();
    else
      cells.back() += c;
  }
  return cells;
}

}  // namespace

fs::path portraits() {
  const char* given = std::getenv("PEHCHAN_SHARED");
  return (given ? fs::path(given) : fs::path(PEHCHAN_SOURCE) / "../shared") / "portraits";
}

std::vector<Label> read_labels() {
  std::ifstream file(portraits() / "labels.csv");
  std::vector<Label> labels;
  std::string line;
  std::getline(file, line);
  const auto number = [](const std::string& text) { return text.empty() ? 0.0 : std::stod(text); };
  while (std::getline(file, line)) {
    const auto cells = split(line);
    labels.push_back({cells.at(0),
                      cells.at(1),
                      cells.at(17),
                      {{number(cells.at(6)), number(cells.at(7))}, {number(cells.at(8)), number(cells.at(9))}}});
  }
  return labels;
}

std::string skipped_portraits() {
  return "no portraits at " + portraits().string() + "; set PEHCHAN_SHARED to the folder that holds them";
}

}  // namespace pehchan

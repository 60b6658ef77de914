#include "corpus/labels.h"

#include <cstdlib>
#include <fstream>

#include "support/build_paths.h"

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
    const auto place = [&](std::size_t cell) -> std::optional<PicturePoint> {
      if (cells.at(cell).empty()) return std::nullopt;
      return PicturePoint{number(cells.at(cell)), number(cells.at(cell + 1))};
    };
    labels.push_back({.file = cells.at(0),
                      .expected = cells.at(1),
                      .quality = cells.at(17),
                      .kind = cells.at(16),
                      .eyes = {place(6).value_or(PicturePoint()), place(8).value_or(PicturePoint())},
                      .crown = place(10),
                      .chin = place(12)});
  }
  return labels;
}

std::string skipped_portraits() {
  return "no portraits at " + portraits().string() + "; set PEHCHAN_SHARED to the folder that holds them";
}

}  // namespace pehchan

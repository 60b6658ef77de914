#include "docs/fenced_blocks.h"

#include <sstream>

namespace pehchan {
namespace {

constexpr const char* fence = "```";

FencedBlock opened(const std::string& line) {
  std::istringstream words(line.substr(3));
  FencedBlock block;
  words >> block.language;
  for (std::string word; words >> word;) {
    const auto sign = word.find('=');
    block.marks[word.substr(0, sign)] = sign == std::string::npos ? "" : word.substr(sign + 1);
  }
  return block;
}

}  // namespace

std::vector<FencedBlock> fenced_blocks(const std::string& markdown) {
  std::vector<FencedBlock> blocks;
  std::istringstream lines(markdown);
  bool is_inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(fence)) {
      if (!is_inside) blocks.push_back(opened(line));
      is_inside = !is_inside;
    } else if (is_inside) {
      blocks.back().text += line + "\n";
    }
  }
  return blocks;
}

}  // namespace pehchan

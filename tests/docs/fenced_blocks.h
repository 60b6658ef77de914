#pragma once
#include <map>
#include <string>
#include <vector>

namespace pehchan {

/// A fenced block of a Markdown file:
///     ```toml example=circle show=0,10,40,44
/// A mark without "=" has an empty value.
struct FencedBlock {
  std::string language;
  std::map<std::string, std::string> marks;
  std::string text;  ///< its lines, each with its line break

  bool has(const std::string& mark) const { return marks.contains(mark); }
  /// Empty when it has no such mark.
  std::string mark(const std::string& name) const { return has(name) ? marks.at(name) : ""; }
};

/// In their order. Fences stand at the beginning of a line.
std::vector<FencedBlock> fenced_blocks(const std::string& markdown);

}  // namespace pehchan

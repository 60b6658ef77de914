#include "batch/arrangement.h"

#include <fmt/format.h>

namespace pehchan {

std::string group_of(const Member& member, Grouping grouping) {
  if (grouping == Grouping::none) return {};
  std::string group = member[Field::state] + '\n' + member[Field::district] + '\n' + member[Field::block];
  if (grouping == Grouping::booth) group += '\n' + member[Field::booth_no];
  return group;
}

std::vector<std::string> header_lines(const Member& first, Grouping grouping, std::size_t cards) {
  std::vector<std::string> lines;
  if (grouping == Grouping::booth) lines.push_back(fmt::format("बूथ · Booth {}", first[Field::booth_no]));
  if (const std::string& name = first[Field::booth_name]; grouping == Grouping::booth && !name.empty())
    lines.push_back(name);
  if (const std::string& block = first[Field::block]; !block.empty())
    lines.push_back(fmt::format("ब्लॉक · Block {}", block));
  if (const std::string& district = first[Field::district]; !district.empty())
    lines.push_back(fmt::format("ज़िला · District {}", district));
  lines.push_back(fmt::format("{} कार्ड · {} cards", cards, cards));
  return lines;
}

std::string settings_word(const Arrangement& arrangement) {
  if (arrangement == Arrangement{}) return {};
  constexpr const char* fillings[] = {"rows", "columns", "stacks"};
  constexpr const char* groups[] = {"none", "block", "booth"};
  constexpr const char* headers[] = {"none", "slip", "sheet"};
  return fmt::format("{},{},{},{}", fillings[static_cast<int>(arrangement.filling)],
                     groups[static_cast<int>(arrangement.grouping)], headers[static_cast<int>(arrangement.header)],
                     arrangement.start_slot);
}

}  // namespace pehchan

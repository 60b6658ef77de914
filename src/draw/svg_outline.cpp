#include "draw/svg_outline.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace pehchan {
namespace {

constexpr std::string_view space = " \t\r\n";

/// Without what stands between /* and */.
std::string without_comments(std::string css) {
  for (auto from = css.find("/*"); from != std::string::npos; from = css.find("/*", from)) {
    const auto to = css.find("*/", from + 2);
    css.erase(from, to == std::string::npos ? std::string::npos : to + 2 - from);
  }
  return css;
}

/// The last simple selector, when it is only that; else whatever it may match.
std::string last_of(std::string_view selector) {
  const auto end = selector.find_last_not_of(space);
  if (end == std::string_view::npos) return "*";
  selector = selector.substr(0, end + 1);
  const auto start = selector.find_last_of(" \t\r\n>+~");
  if (start != std::string_view::npos) selector.remove_prefix(start + 1);
  if (selector.empty()) return "*";
  const auto more = selector.substr(1).find_first_of(".#:[*");
  return more == std::string_view::npos ? std::string(selector) : "*";
}

}  // namespace

std::vector<std::string> url_ids(const std::string& text) {
  std::vector<std::string> ids;
  for (auto at = text.find('#'); at != std::string::npos; at = text.find('#', at + 1)) {
    const auto open = at == 0 ? std::string::npos : text.find_last_not_of(" \t\r\n'\"", at - 1);
    if (open == std::string::npos || text[open] != '(') continue;
    const auto end = text.find_first_of(")'\"", at);
    ids.push_back(text.substr(at + 1, end == std::string::npos ? end : end - at - 1));
  }
  return ids;
}

std::size_t filter_functions(const std::string& text) {
  constexpr std::array names = {"blur(",       "drop-shadow(", "brightness(", "contrast(", "grayscale(",
                                "hue-rotate(", "invert(",      "opacity(",    "saturate(", "sepia("};
  std::size_t count = 0;
  for (const std::string_view name : names)
    for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) ++count;
  return count;
}

bool marks_points(const std::string& text) {
  return text.find("marker-mid") != std::string::npos || text.find("marker:") != std::string::npos;
}

std::vector<SvgRule> rules_of(const std::string& css) {
  const std::string text = without_comments(css);
  std::vector<SvgRule> rules;
  std::size_t start = 0;
  for (auto open = text.find('{'); open != std::string::npos; open = text.find('{', start)) {
    const auto close = std::min(text.find('}', open), text.size());
    const std::string body = text.substr(open, close - open);
    SvgRule rule{"*", url_ids(body), filter_functions(body), marks_points(body)};
    if (!rule.refers.empty() || rule.filter_functions > 0) {
      for (std::size_t from = start; from < open;) {
        const auto comma = std::min(text.find(',', from), open);
        rule.selector = last_of(std::string_view(text).substr(from, comma - from));
        rules.push_back(rule);
        from = comma + 1;
      }
    }
    start = std::min(close + 1, text.size());
  }
  return rules;
}

}  // namespace pehchan

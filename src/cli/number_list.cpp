#include "cli/number_list.h"

#include <fmt/format.h>

#include <charconv>
#include <string_view>

namespace pehchan {
namespace {

constexpr std::size_t largest = 1'000'000;

/// Takes a number off the front; 0 when there is none.
std::size_t take_number(std::string_view& text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number > largest) return 0;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> parse_number_list(const CommandLine& line, const std::string& option,
                                                                   const std::string& text, const char* example) {
  std::vector<std::pair<std::size_t, std::size_t>> list;
  const auto refuse = [&] { refuse_usage(line, fmt::format("--{} must be a list such as {}", option, example)); };
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t first = take_number(rest);
    std::size_t last = first;
    if (rest.starts_with('-')) {
      rest.remove_prefix(1);
      last = take_number(rest);
    }
    if (first == 0 || last < first) refuse();
    list.emplace_back(first, last);
    if (rest.empty()) break;
    if (!rest.starts_with(',') || rest.size() == 1) refuse();
    rest.remove_prefix(1);
  }
  return list;
}

}  // namespace pehchan

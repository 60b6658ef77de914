#include "batch/verifier_page.h"

#include <string_view>

namespace pehchan {
namespace {

constexpr std::string_view place = "{{keys}}", element = R"(<script type="application/json" id="keys">)";

/// Nothing in the keys may end the element that they stand in.
std::string without_tags(const std::string& jwks) {
  std::string safe;
  for (const char c : jwks) safe += c == '<' ? std::string("\\u003c") : std::string(1, c);
  return safe;
}

}  // namespace

std::string verifier_page(std::string page, const std::string& jwks) {
  if (const auto at = page.find(place); at != std::string::npos)
    return page.replace(at, place.size(), without_tags(jwks));
  const auto begin = page.find(element);
  if (begin == std::string::npos) return page;
  const auto from = begin + element.size(), to = page.find('<', from);
  return to == std::string::npos ? page : page.replace(from, to - from, without_tags(jwks));
}

}  // namespace pehchan

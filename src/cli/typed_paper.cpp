#include "cli/typed_paper.h"

#include <array>
#include <regex>
#include <string_view>

namespace pehchan {
namespace {

struct NamedPaper {
  std::string_view name;
  Size size;
};
constexpr std::array papers = {NamedPaper{"a4", {{210}, {297}}}, NamedPaper{"a3", {{297}, {420}}},
                               NamedPaper{"letter", {{215.9}, {279.4}}}, NamedPaper{"legal", {{215.9}, {355.6}}},
                               NamedPaper{"cr80", {{85.6}, {53.98}}}};

}  // namespace

Size typed_paper(const CommandLine& line, const std::string& typed) {
  for (const NamedPaper& paper : papers)
    if (paper.name == typed) return paper.size;
  static const std::regex shape("([0-9]{2,3}(?:[.][0-9]{1,2})?)(?:x|×)([0-9]{2,3}(?:[.][0-9]{1,2})?)");
  std::smatch parts;
  if (!std::regex_match(typed, parts, shape))
    refuse_usage(line, "--paper must be a4, a3, letter, legal, cr80, or mm such as 200x300");
  return {{std::stod(parts[1])}, {std::stod(parts[2])}};
}

}  // namespace pehchan

#pragma once
#include <algorithm>
#include <string>

namespace pehchan {

/// The folders of templates/ that are cards.
inline constexpr const char* shipped_templates[] = {"member", "member-portrait", "office-bearer", "booth-worker",
                                                    "plain"};

/// GoogleTest allows no hyphens in a test's name.
inline std::string in_test_name(std::string name) {
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

}  // namespace pehchan

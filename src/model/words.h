#pragma once
#include <string>

namespace pehchan {

/// The same thing said to the clerk in both languages, in plain words. Never holds a member's personal data.
struct Words {
  std::string hi, en;
  bool operator==(const Words&) const = default;
};

}  // namespace pehchan

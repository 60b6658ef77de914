#pragma once

namespace pehchan {

/// sRGB, each part 0 to 1.
struct Colour {
  double r = 0, g = 0, b = 0;
  bool operator==(const Colour&) const = default;
};

}  // namespace pehchan

#pragma once
#include <cstddef>
#include <string>

namespace pehchan {

/// A polling booth that does not exist, in a state that does not exist.
struct Booth {
  std::string number, name, block, district, state;
  std::string district_code;  ///< three capital letters, for member numbers
};

/// How many booths there are.
std::size_t booth_count();
/// `index` below booth_count().
Booth booth_at(std::size_t index);

}  // namespace pehchan

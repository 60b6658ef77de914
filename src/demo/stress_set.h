#pragma once
#include <string>
#include <vector>

#include "model/card_number.h"
#include "model/member.h"

namespace pehchan {

/// "XXX-000-000000-X": as long as most card numbers and no card's, since those count from 1.
CardNumber sample_number();

/// An invented member who tries a template in one way. Every field is as a roll's reader would leave it: valid, NFC.
struct StressCase {
  std::string name;   ///< for people to ask for it: "ol-chiki"
  std::string about;  ///< one line for --help
  Member member;
  CardNumber number;      ///< as plainly a sample as sample_number
  bool is_woman = false;  ///< what portrait to draw
};

/// "typical"; "longest" and "longest-telugu", with names, places and offices as long as real ones are; "missing", with
/// nothing but what a roll must have; then one for each Indian script beside Latin that fonts/ sets, with name_local,
/// booth_name, block, district and state in that script. Always the same, in this order.
std::vector<StressCase> stress_set();

}  // namespace pehchan

#pragma once
#include <string>

#include "calibration/readings.h"
#include "cli/command_line.h"

namespace pehchan {

/// "A=1.5 B=1.25 C=-0.5 D=-0.5 E=181.8 F=269.2", blanks or commas between; E and F may be left out. Throws RunError
/// (usage) naming `option` and what is missing or wrong.
Readings typed_readings(const CommandLine& line, const std::string& option, const std::string& typed);

/// Asks for them one by one; `side` is what the sheet calls it. Throws RunError (usage) at the end of the input.
Readings asked_readings(const CommandLine& line, const CalibrationTarget& target, const std::string& side);

}  // namespace pehchan

#pragma once
#include <string>

#include "model/printer_profile.h"

namespace pehchan {

/// How a side comes out, one line in English and one in Hindi, each with a blank line's indent: "comes out 0.42 mm too
/// far right, 1.10 mm too high, …".
std::string misalignment_words(const Misalignment& error);

}  // namespace pehchan

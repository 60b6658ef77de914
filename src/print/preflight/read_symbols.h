#pragma once
#include <string>
#include <string_view>

#include "print/preflight/preflight.h"

namespace pehchan {

/// Draws each page that has a code or a word, as a stranger would, and reads each code; adds to `found.faults` those
/// that cannot be read, or have not their empty paper, and words that do not stand out from what is beneath them. Where
/// a page is one card (its TrimBox is no larger than 120 mm), it also looks whether words stand too near to the cut.
/// Pages in parallel on `jobs` threads. Throws RunError (internal) when the file cannot be drawn.
void read_symbols(std::string_view bytes, const std::string& file, Preflight& found, unsigned jobs);

}  // namespace pehchan

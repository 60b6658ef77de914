#pragma once
#include <string_view>

namespace pehchan {

/// Whether a dictionary's key says how something is drawn (ISO 32000-1, 7.10 to 11: functions, XObjects, pictures,
/// patterns, shadings, colour spaces, graphics states, soft masks, fonts). Names that a designer chose, as of resources
/// and spot colours, are not asked for. /Interpolate is none: PDF/A forbids it.
bool is_drawing_key(std::string_view key);

}  // namespace pehchan

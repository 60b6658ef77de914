#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "batch/preview_options.h"
#include "demo/stress_set.h"

namespace pehchan {

/// Who a preview shows: cases of the stress set, or a member of a roll as a case of its own, named by its number and
/// with the sample's card number: no preview is anybody's card. Throws RunError: usage for a set that nobody knows,
/// bad_input when the roll has no such confirmed member (naming why, as far as the roll tells), else as read_roll.
std::vector<StressCase> shown_members(const PreviewOptions& options);

}  // namespace pehchan

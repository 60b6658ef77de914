#pragma once
#include <string_view>

#include "base/geometry.h"
#include "model/problem.h"
#include "model/words.h"

namespace pehchan {

/// A problem of lay_out_card as told to whoever draws the template, who does not shorten what a member is called: which
/// element (`"{block}"`) in which box, and what to change in card.toml. Else the problem's own words.
Words designer_words(const Problem& problem, std::string_view element, const Rect& box);

}  // namespace pehchan

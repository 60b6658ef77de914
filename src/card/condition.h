#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/card_template.h"
#include "model/condition.h"
#include "model/member.h"

namespace pehchan {

/// `office`: the member has an office. `channel = receipt`: the field is this word, as the roll is after it has been
/// normalised (dates as 2029-03-31, channel and status as their canonical words). Or what is wrong and what would be
/// right.
Result<Condition, std::string> parse_condition(std::string_view text);

/// A word is compared without regard to the case of A to Z.
bool holds(const Condition& condition, const Member& member);

/// Whether an element is drawn for this member.
bool is_drawn_for(const Visibility& visibility, const Member& member);

/// Whether there can be no member for whom both are drawn: what one asks for rules the other out.
bool are_never_together(const Visibility& one, const Visibility& other);

}  // namespace pehchan

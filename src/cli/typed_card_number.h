#pragma once
#include <optional>
#include <string>

#include "cli/command_line.h"
#include "model/card_number.h"

namespace pehchan {

/// A card number as people type or scan it: digits and dashes of any script, small letters, and blanks where a dash
/// should be or none should. Nothing when a character is wrong or missing. Any text may be asked about.
std::optional<CardNumber> typed_card_number(const std::string& typed);

/// Whether somebody seems to have meant a card number: four parts, the third of them a number. Any text may be asked
/// about.
bool looks_like_card_number(const std::string& typed);

/// The same as typed_card_number, refused as wrong usage when it is none.
CardNumber card_number_or_refuse(const CommandLine& line, const std::string& typed);

/// A member's own number as the roll would have it written. Throws RunError (usage) when it is not UTF-8.
std::string typed_member_no(const CommandLine& line, const std::string& typed);

}  // namespace pehchan

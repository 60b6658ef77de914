#pragma once
#include <initializer_list>
#include <string>

#include "cli/command_line.h"
#include "model/card_record.h"

namespace pehchan {

/// The reason that a person gave, one of these. Throws RunError (usage) naming them.
CardReason read_reason(const CommandLine& line, const std::string& word, std::initializer_list<CardReason> allowed);

}  // namespace pehchan

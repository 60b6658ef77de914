#pragma once
#include <string>

#include "batch/arrangement.h"
#include "batch/work_order.h"
#include "cli/command_line.h"

namespace pehchan {

/// How cards are laid on sheets, as it is typed.
struct TypedArrangement {
  std::string filling = "rows", grouping = "none", header = "none", spare = "0";
  std::size_t start_slot = 1;
  double sheets_per_minute = 0;
};

void add_arrangement_options(CommandLine& line, TypedArrangement& typed);

/// Throws RunError (usage) for words that it does not know, or that contradict each other.
Arrangement arrangement_of(const CommandLine& line, const TypedArrangement& typed);
WorkRates rates_of(const CommandLine& line, const TypedArrangement& typed);

/// "4,812 cards = 482 sheets (+3 % spare: 15 more), 96 booths; at 9 sheets/min about 54 min", in both languages.
std::string told(const WorkOrder& order, const WorkRates& rates);

}  // namespace pehchan

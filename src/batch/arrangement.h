#pragma once
#include <cstddef>
#include <string>

#include "model/member.h"
#include "sheet/arrange.h"

namespace pehchan {

/// Whose cards begin on a sheet of their own.
enum class Grouping { none, block, booth };

/// What says whose cards follow where a group begins.
enum class GroupHeader {
  none,
  slip,   ///< in the first slot, before its cards
  sheet,  ///< on a sheet of its own
};

/// How a run lays its cards on sheets.
struct Arrangement {
  Filling filling = Filling::rows;
  Grouping grouping = Grouping::none;
  GroupHeader header = GroupHeader::none;
  std::size_t start_slot = 1;  ///< of the job's first sheet, from 1 in the order of filling: those before were used

  /// Whether where a card comes to lie depends on those that follow it.
  bool waits() const { return filling == Filling::stacks || grouping != Grouping::none; }
  bool operator==(const Arrangement&) const = default;
};

/// What the members of one group have in common and no other group has; empty without groups.
std::string group_of(const Member& member, Grouping grouping);

/// The lines of a header over so many cards: booth and block, or block, in both languages; district; how many.
std::vector<std::string> header_lines(const Member& first, Grouping grouping, std::size_t cards);

/// As the job's settings keep it; empty for the usual one, so that jobs of old stay what they are.
std::string settings_word(const Arrangement& arrangement);

}  // namespace pehchan

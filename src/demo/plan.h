#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "demo/mistakes.h"
#include "model/member.h"

namespace pehchan {

/// What becomes of one invented member.
struct DemoFate {
  enum class Status { confirmed, pending, declined } status = Status::confirmed;
  std::optional<Mistake> mistake;
  std::size_t twin = 0;  ///< index of the other row, for the kinds that come in pairs
};

/// Who is pending (8 %), declined (3 %) and wrong (12 %, and from 60 members on each kind at least once); by chance,
/// but in exact numbers. Mistakes are only made in confirmed rows.
std::vector<DemoFate> plan_fates(std::size_t members, std::uint64_t seed, bool all_good);

/// One invented member, as a row of the roll would have them, with the mistake (but for those of the CSV itself: wrong
/// field count, unclosed quote, bad UTF-8). Equal arguments, equal member.
struct DemoMember {
  Member row;
  bool woman = false;
};
DemoMember invent_member(std::size_t index, std::uint64_t seed, const DemoFate& fate);

}  // namespace pehchan

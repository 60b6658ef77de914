#pragma once
#include <string>
#include <vector>

#include "batch/issue_options.h"
#include "model/member.h"

namespace pehchan {

/// Whether the filter takes this member. A field that could not be read is not held against it.
bool takes(const MemberFilter& filter, const Member& member);

/// Booth order: district, block, booth, member number, numbers inside them as numbers.
bool comes_before(const Member& a, const Member& b);

/// The members that the filter takes, by district, block, booth and member number, so that a booth's cards come off the
/// guillotine together. Numbers inside them sort as numbers: booth 9 before booth 10.
std::vector<Member> order_members(std::vector<Member> members, const MemberFilter& filter);

/// The latest confirmed_on; 2000-01-01 when no member has one.
std::string latest_confirmation(const std::vector<Member>& members);

}  // namespace pehchan

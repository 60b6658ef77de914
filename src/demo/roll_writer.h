#pragma once
#include <string>

#include "demo/plan.h"

namespace pehchan {

/// The header of the demo's roll: the canonical columns, with its line end.
std::string roll_header();

/// One row as CSV (RFC 4180, UTF-8, LF), broken as the fate's mistake says where it is a mistake of the CSV itself.
std::string roll_row(const DemoMember& member, const DemoFate& fate);

}  // namespace pehchan

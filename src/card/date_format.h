#pragma once
#include <string>
#include <string_view>

#include "base/result.h"

namespace pehchan {

enum class MonthNames { english, hindi };

/// How a date is written, in the letters of Unicode's date patterns (UTS 35, part 4): d or dd, M or MM, MMM (Mar),
/// MMMM (March), yy or yyyy, and spaces and signs between them. Month names are CLDR 42's, kept here so that a card is
/// the same on any machine.
struct DateFormat {
  std::string pattern = "dd-MM-yyyy";
  MonthNames names = MonthNames::english;
  bool operator==(const DateFormat&) const = default;
};

/// Or what is wrong with the pattern and what is allowed.
Result<DateFormat, std::string> parse_date_format(std::string_view pattern, MonthNames names);

/// `iso` is YYYY-MM-DD; anything else, as a member may lack a date, comes back as it is.
std::string written_date(const DateFormat& format, const std::string& iso);

}  // namespace pehchan

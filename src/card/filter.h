#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "base/result.h"
#include "card/date_format.h"

namespace pehchan {

struct Upper {
  bool operator==(const Upper&) const = default;
};

struct Lower {
  bool operator==(const Lower&) const = default;
};

struct Mask {
  std::size_t shown = 0;  ///< the last letters, each with its signs; 20 at most
  bool operator==(const Mask&) const = default;
};

struct Digits {
  char32_t zero = U'0';  ///< of the script
  bool operator==(const Digits&) const = default;
};

/// What changes a value before it is shown:
///   upper, lower       letters that have cases; Indian scripts have none and stay as they are
///   date               2029-03-31 as 31-03-2029; what is no date stays as it is
///   date:d MMMM yyyy   31 March 2029 (see DateFormat)
///   date-hindi:FORMAT  31 मार्च 2029
///   digits-SCRIPT      0 to 9 in the script's own digits: hindi, bengali, gujarati, gurmukhi, kannada, malayalam,
///                      meitei, odia, ol-chiki, tamil, telugu, urdu
///   mask:4             only the last four letters, each with its signs, × for each of the others; a mobile number
///   without
///                      its +91
using Filter = std::variant<DateFormat, Upper, Lower, Mask, Digits>;

/// Or what is wrong with it and what would be right.
Result<Filter, std::string> parse_filter(std::string_view written);

/// The value as the filter shows it.
std::string filtered(const Filter& filter, const std::string& value);

}  // namespace pehchan

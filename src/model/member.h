#pragma once
#include <array>
#include <cstddef>
#include <string>

#include "model/field.h"

namespace pehchan {

/// One row of the roll, normalised: NFC, trimmed, numbers in ASCII digits, mobile as +91XXXXXXXXXX, dates as
/// YYYY-MM-DD, status and channel as their canonical words. A field the roll has not got is empty.
struct Member {
  std::size_t row = 0;  ///< as a spreadsheet numbers it: the header is row 1
  std::array<std::string, field_count> values;

  std::string& operator[](Field field) { return values[static_cast<std::size_t>(field)]; }
  const std::string& operator[](Field field) const { return values[static_cast<std::size_t>(field)]; }
};

}  // namespace pehchan

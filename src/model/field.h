#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace pehchan {

/// The columns of a roll that Pehchan knows, in their canonical order.
enum class Field : std::size_t {
  member_no,
  name,
  name_local,
  mobile,
  epic_no,
  booth_no,
  booth_name,
  block,
  district,
  state,
  photo,
  channel,
  receipt_no,
  enrolled_on,
  status,
  confirmed_on,
  office,
  valid_until,
};

inline constexpr std::size_t field_count = static_cast<std::size_t>(Field::valid_until) + 1;

/// Canonical column names, in the order of Field.
inline constexpr std::array<std::string_view, field_count> field_names = {
    "member_no",  "name",        "name_local", "mobile",       "epic_no", "booth_no",
    "booth_name", "block",       "district",   "state",        "photo",   "channel",
    "receipt_no", "enrolled_on", "status",     "confirmed_on", "office",  "valid_until"};

constexpr std::string_view name_of(Field field) { return field_names[static_cast<std::size_t>(field)]; }

/// The field with this canonical name, if there is one.
std::optional<Field> field_named(std::string_view name);

}  // namespace pehchan

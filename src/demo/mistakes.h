#pragma once
#include <array>
#include <cstddef>
#include <string_view>

namespace pehchan {

/// Every way in which a demo row or its photo is wrong.
enum class Mistake : std::size_t {
  missing_name,
  unknown_status,
  bad_epic,
  bad_mobile,
  duplicate_member_no,  ///< the next row with a mistake has the same
  duplicate_epic,       ///< the same as the row with a mistake before it
  photo_escapes,        ///< its path leaves the folder
  photo_missing,
  photo_empty,
  photo_truncated,
  photo_not_a_picture,
  photo_of_nobody,
  photo_of_two,
  photo_too_small,
  wrong_field_count,
  unclosed_quote,
  bad_utf8,
  impossible_date,
  receipt_without_number,
  name_too_long,
  name_not_in_any_font,
  photo_given_twice,  ///< the next row with a mistake has the same
  photo_of_another,   ///< that of the row with a mistake before it
};

inline constexpr std::size_t mistake_count = static_cast<std::size_t>(Mistake::photo_of_another) + 1;

/// The kinds by name, in the order of Mistake.
inline constexpr std::array<std::string_view, mistake_count> mistake_names = {"missing_name",
                                                                              "unknown_status",
                                                                              "bad_epic",
                                                                              "bad_mobile",
                                                                              "duplicate_member_no",
                                                                              "duplicate_epic",
                                                                              "photo_escapes",
                                                                              "photo_missing",
                                                                              "photo_empty",
                                                                              "photo_truncated",
                                                                              "photo_not_a_picture",
                                                                              "photo_of_nobody",
                                                                              "photo_of_two",
                                                                              "photo_too_small",
                                                                              "wrong_field_count",
                                                                              "unclosed_quote",
                                                                              "bad_utf8",
                                                                              "impossible_date",
                                                                              "receipt_without_number",
                                                                              "name_too_long",
                                                                              "name_not_in_any_font",
                                                                              "photo_given_twice",
                                                                              "photo_of_another"};

constexpr std::string_view name_of(Mistake mistake) { return mistake_names[static_cast<std::size_t>(mistake)]; }

}  // namespace pehchan

#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pehchan {

/// How long a card counts: "5y", "18m", "90d".
struct ValidFor {
  int years = 0, months = 0, days = 0;
  bool operator==(const ValidFor&) const = default;
};

/// One number from 1 to 999 and one of y, m, d; nothing for anything else.
std::optional<ValidFor> parse_valid_for(std::string_view text);

/// Midnight UTC at which the day YYYY-MM-DD begins, in seconds since 1970. Nothing for what is no day from 1970 to
/// 9998.
std::optional<std::int64_t> day_begins(std::string_view iso_day);

/// When a card whose last day is YYYY-MM-DD no longer counts (claim 4): the midnight UTC that ends it.
std::optional<std::int64_t> day_ends(std::string_view iso_day);

/// The last day, YYYY-MM-DD, of a card made on this day: the same day of a later month, or its last one where it has
/// not so many. Nothing for what is no day, or lies beyond 9998.
std::optional<std::string> last_day(std::string_view iso_day, const ValidFor& how_long);

/// The day in UTC that this moment lies in, YYYY-MM-DD.
std::string day_of(std::int64_t seconds);

}  // namespace pehchan

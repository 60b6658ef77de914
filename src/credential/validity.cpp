#include "credential/validity.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace pehchan {
namespace {

namespace chrono = std::chrono;

constexpr int first_year = 1970, last_year = 9998;

/// Nothing unless every character of the text is a digit.
std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || text[0] == '-' || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<chrono::year_month_day> parse_day(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto year = number(iso.substr(0, 4)), month = number(iso.substr(5, 2)), day = number(iso.substr(8, 2));
  if (!year || !month || !day || *year < first_year || *year > last_year) return std::nullopt;
  const chrono::year_month_day date{chrono::year(*year), chrono::month(static_cast<unsigned>(*month)),
                                    chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return date;
}

std::string written(const chrono::year_month_day& date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::int64_t seconds_to(chrono::sys_days day) { return chrono::seconds(day.time_since_epoch()).count(); }

}  // namespace

std::optional<ValidFor> parse_valid_for(std::string_view text) {
  if (text.size() < 2 || text.size() > 4) return std::nullopt;
  const auto count = number(text.substr(0, text.size() - 1));
  if (!count || *count < 1) return std::nullopt;
  switch (text.back()) {
    case 'y':
      return ValidFor{.years = *count};
    case 'm':
      return ValidFor{.months = *count};
    case 'd':
      return ValidFor{.days = *count};
    default:
      return std::nullopt;
  }
}

std::optional<std::int64_t> day_begins(std::string_view iso) {
  const auto date = parse_day(iso);
  if (!date) return std::nullopt;
  return seconds_to(chrono::sys_days(*date));
}

std::optional<std::int64_t> day_ends(std::string_view iso) {
  const auto date = parse_day(iso);
  if (!date) return std::nullopt;
  return seconds_to(chrono::sys_days(*date) + chrono::days(1));
}

std::optional<std::string> last_day(std::string_view iso, const ValidFor& how_long) {
  const auto made = parse_day(iso);
  if (!made) return std::nullopt;
  auto date = *made + chrono::years(how_long.years) + chrono::months(how_long.months);
  if (!date.ok()) date = date.year() / date.month() / chrono::last;
  date = chrono::sys_days(date) + chrono::days(how_long.days);
  if (static_cast<int>(date.year()) > last_year) return std::nullopt;
  return written(date);
}

std::string day_of(std::int64_t seconds) {
  return written(chrono::floor<chrono::days>(chrono::sys_seconds(chrono::seconds(seconds))));
}

}  // namespace pehchan

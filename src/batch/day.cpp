#include "batch/day.h"

#include <chrono>

#include "base/run_error.h"

namespace pehchan {
namespace {

using namespace std::chrono;

year_month_day day_of(const std::string& date) {
  int y = 0;
  unsigned m = 0, d = 0;
  if (std::sscanf(date.c_str(), "%4d-%2u-%2u", &y, &m, &d) != 3)
    throw RunError(ExitCode::internal, "'" + date + "' is not a day");
  return year(y) / month(m) / day(d);
}

std::int64_t seconds_at(const year_month_day& day) {
  return duration_cast<seconds>(sys_days(day).time_since_epoch()).count();
}

}  // namespace

std::int64_t day_start(const std::string& date) { return seconds_at(day_of(date)); }

std::int64_t years_after(const std::string& date, int years) {
  const year_month_day then = day_of(date) + std::chrono::years(years);
  return seconds_at(then.ok() ? then : year_month_day(then.year() / March / 1));
}

}  // namespace pehchan

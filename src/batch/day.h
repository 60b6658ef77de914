#pragma once
#include <cstdint>
#include <string>

namespace pehchan {

inline constexpr std::int64_t seconds_a_day = 86'400;

/// 0:00 UTC of a day (YYYY-MM-DD, as a roll or a job has it), in seconds since 1970.
std::int64_t day_start(const std::string& date);

/// The same day so many years later; 1 March for a 29 February that is not there.
std::int64_t years_after(const std::string& date, int years);

}  // namespace pehchan

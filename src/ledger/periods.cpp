#include "ledger/periods.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "ledger/connection.h"

namespace pehchan {
namespace {

constexpr const char* first_period = "1";

std::vector<std::string> periods_of(Ledger& ledger) {
  std::vector<std::string> periods;
  std::string period;
  reading(ledger.connection(), [&] {
    query(
        ledger.connection(), "select distinct period from card order by period", [&] { periods.push_back(period); },
        soci::into(period));
  });
  return periods;
}

/// Letters and digits alone, small.
std::string likeness(const std::string& period) {
  std::string like;
  for (const char c : period) {
    const bool is_sign = static_cast<unsigned char>(c) < 0x80 && !(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'z') &&
                         !(c >= 'A' && c <= 'Z');
    if (!is_sign) like += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return like;
}

}  // namespace

std::string period_to_use(Ledger& ledger, const std::string& given) {
  const auto periods = periods_of(ledger);
  if (given.empty()) {
    if (periods.size() > 1)
      throw RunError(ExitCode::usage, fmt::format("the ledger has several periods, {} and others", periods.front()),
                     "Say with --period which one is meant.");
    return periods.empty() ? first_period : periods.front();
  }
  if (std::ranges::find(periods, given) != periods.end()) return given;
  for (const std::string& period : periods)
    if (likeness(period) == likeness(given))
      throw RunError(ExitCode::usage, fmt::format("the ledger's period is written '{}', not '{}'", period, given),
                     "Write it as the ledger does: in a new period everybody would get a new card.");
  return given;
}

}  // namespace pehchan

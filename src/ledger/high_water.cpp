#include "ledger/high_water.h"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>

#include "base/atomic_file.h"
#include "base/file.h"
#include "ledger/connection.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

fs::path mark_of(const Ledger& ledger) { return ledger.name() + ".mark"; }

long long count_events(Ledger& ledger) {
  long long events = 0;
  reading(ledger.connection(), [&] {
    ledger.connection().sql << "select cast(coalesce(sum(events), 0) as bigint) from job", soci::into(events);
  });
  return events;
}

}  // namespace

void refuse_older(Ledger& ledger) {
  if (ledger.is_shared() || !fs::is_regular_file(mark_of(ledger))) return;
  constexpr std::uintmax_t largest = 100;
  const std::string text = read_file(mark_of(ledger), largest);
  long long marked = 0;
  std::from_chars(text.data(), text.data() + text.size(), marked);
  if (const long long events = count_events(ledger); events < marked)
    throw RunError(
        ExitCode::bad_input,
        fmt::format("the ledger {} is older than it was: it has {} events and had {}", ledger.name(), events, marked),
        "An old copy was put back: cards would be given twice. Put the newest copy back; if this is the newest "
        "there is, read 'Backup and restoring' in docs/operations.md first.");
}

void raise_mark(Ledger& ledger) {
  if (!ledger.is_shared()) write_file(mark_of(ledger), fmt::format("{}\n", count_events(ledger)));
}

}  // namespace pehchan

#include "ledger/backup.h"

#include "base/atomic_file.h"
#include "ledger/connection.h"

namespace pehchan {
namespace fs = std::filesystem;

void back_up(Ledger& ledger, const fs::path& file) {
  if (ledger.is_shared())
    throw RunError(ExitCode::usage, "this ledger is a PostgreSQL database", "Back it up with pg_dump.");
  if (fs::exists(file))
    throw RunError(ExitCode::cannot_create, file.string() + " is there already", "Name a new file.");
  const fs::path part = file.string() + ".part";
  std::error_code ignored;
  fs::remove(part, ignored);
  // A value bound to `sql <<` must outlive the statement, which runs when that expression's first temporary dies.
  const std::string copy = part.string();
  reading(ledger.connection(), [&] { ledger.connection().sql << "vacuum into :file", soci::use(copy, "file"); });
  fs::permissions(part, fs::perms::owner_read | fs::perms::owner_write);
  publish(part, file);
}

}  // namespace pehchan

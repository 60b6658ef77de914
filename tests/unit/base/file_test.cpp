#include "base/file.h"

#include <gtest/gtest.h>

#include "base/atomic_file.h"
#include "base/run_error.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

ExitCode refusal(const fs::path& path, std::uintmax_t limit) {
  try {
    read_file(path, limit);
  } catch (const RunError& error) {
    return error.code;
  }
  return ExitCode::ok;
}

TEST(ReadFile, RefusesWhatIsAbsentAFolderOrTooLarge) {
  const ScratchFolder folder;
  write_file(folder / "ten", "0123456789");
  EXPECT_EQ(refusal(folder / "ten", 10), ExitCode::ok);
  EXPECT_EQ(refusal(folder / "ten", 9), ExitCode::bad_input);
  EXPECT_EQ(refusal(folder / "absent", 9), ExitCode::missing_input);
  EXPECT_EQ(refusal(folder, 9), ExitCode::missing_input);
}

}  // namespace
}  // namespace pehchan

#include "batch/job_folder.h"

#include <unistd.h>

#include "office.h"
#include "support/postgres_server.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

class JobFolder : public Office {
 protected:
  std::string both_ways(const fs::path& path) {
    const std::string name = job_folder(ledger, path);
    EXPECT_EQ(fs::weakly_canonical(folder_path(ledger, name) / "x"), fs::weakly_canonical(path / "x")) << name;
    return name;
  }
};

TEST_F(JobFolder, BelowTheLedgerIsToldFromThere) {
  EXPECT_EQ(both_ways(folder / "cards"), "cards");
  EXPECT_EQ(both_ways(folder / "a" / "b"), "a/b");
}

TEST_F(JobFolder, OneFolderHasOneNameHoweverItIsWritten) {
  const std::string name = job_folder(ledger, folder / "cards");
  for (const fs::path& path : {folder / "cards/", folder / "./cards", folder / "cards/../cards", folder / "cards/."})
    EXPECT_EQ(both_ways(path), name) << path;
  fs::create_directory_symlink(folder / "cards", folder / "link");
  EXPECT_EQ(job_folder(ledger, folder / "link"), name);
}

TEST_F(JobFolder, TheLedgersOwnFolderIsADot) {
  EXPECT_EQ(both_ways(folder.path()), ".");
  EXPECT_EQ(both_ways(folder / ""), ".");
}

TEST_F(JobFolder, ElsewhereItIsTheWholePath) {
  const ScratchFolder other;
  EXPECT_EQ(both_ways(other / "cards"), fs::weakly_canonical(other / "cards").string());
  EXPECT_EQ(both_ways(other / "cards/"), fs::weakly_canonical(other / "cards").string());
}

TEST_F(JobFolder, LedgerAndFolderMayBeMovedTogether) {
  const std::string name = job_folder(ledger, folder / "cards");
  const ScratchFolder other;
  fs::copy(folder.path(), other / "moved", fs::copy_options::recursive);
  const Ledger moved(other / "moved" / "ledger.db");
  EXPECT_EQ(folder_path(moved, name), fs::weakly_canonical(other / "moved" / "cards"));
}

TEST_F(JobFolder, InASharedLedgerTheMachineIsNamed) {
  const PostgresServer server;
  const Ledger shared(server.url());
  char host[256] = {};
  ::gethostname(host, sizeof host - 1);
  const std::string name = job_folder(shared, folder / "cards"), whole = fs::weakly_canonical(folder / "cards");
  EXPECT_EQ(name, std::string(host) + ":" + whole);
  EXPECT_EQ(job_folder(shared, folder / "cards/"), name);
  EXPECT_EQ(folder_path(shared, name), whole);
  EXPECT_EQ(code_of([&] { folder_path(shared, "not-" + name); }), ExitCode::missing_input);
}

}  // namespace
}  // namespace pehchan

#include "cli/demo_folder.h"

#include <memory>

#include "support/scratch_folder.h"

namespace pehchan {
namespace fs = std::filesystem;

namespace {
std::unique_ptr<ScratchFolder> scratch;
}

fs::path WithDemo::home, WithDemo::mixed, WithDemo::good;

void WithDemo::SetUpTestSuite() {
  make_good();
  mixed = home / "mixed";
  ASSERT_EQ(run_program({"demo", mixed.string(), "--members", "60"}).code, 0);
}

void WithDemo::make_good() {
  scratch = std::make_unique<ScratchFolder>();
  home = scratch->path();
  good = home / "good";
  ASSERT_EQ(run_program({"demo", good.string(), "--members", "24", "--all-good"}).code, 0);
}

void WithDemo::TearDownTestSuite() { scratch.reset(); }

std::vector<std::string> WithDemo::issue(const fs::path& demo, const fs::path& out,
                                         const std::vector<std::string>& more) {
  std::vector<std::string> words{
      "issue",      "--roll", (demo / "roll.csv").string(), "--photos", (demo / "photos").string(), "--out",
      out.string(), "--quiet"};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

std::vector<std::string> WithDemo::issue_roll(const fs::path& roll, const fs::path& out) {
  return {"issue", "--roll", roll.string(), "--photos", (good / "photos").string(), "--out", out.string(), "--quiet"};
}

}  // namespace pehchan

#include "batch/folder_state.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "support/run_program.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

class FolderOfATemplate : public testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(folder_);
    write_bytes(folder_ / "card.toml", "one");
  }
  FolderState seen() const { return state_of(folder_); }

  ScratchFolder scratch_;
  fs::path folder_ = scratch_ / "card";
};

TEST_F(FolderOfATemplate, ShowsASaveByRenameOfEqualSize) {
  const FolderState before = seen();
  write_bytes(folder_ / ".card.toml.new", "two");
  EXPECT_EQ(seen(), before) << "an editor's own file";
  fs::rename(folder_ / ".card.toml.new", folder_ / "card.toml");
  EXPECT_NE(seen(), before);
}

TEST_F(FolderOfATemplate, ShowsASaveInPlaceAndFilesThatComeAndGo) {
  const FolderState first = seen();
  write_bytes(folder_ / "card.toml", "two and more");
  const FolderState second = seen();
  EXPECT_NE(second, first);
  write_bytes(folder_ / "logo.svg", "<svg/>");
  EXPECT_NE(seen(), second);
  fs::remove(folder_ / "logo.svg");
  EXPECT_EQ(seen(), second);
}

TEST_F(FolderOfATemplate, DoesNotShowWhatIsNotOfTheTemplate) {
  const FolderState before = seen();
  write_bytes(folder_ / "card.toml~", "backup");
  write_bytes(folder_ / ".card.toml.swp", "editor");
  fs::create_directories(folder_ / "output");
  write_bytes(folder_ / "output" / "card-front.png", "picture");
  EXPECT_EQ(seen(), before);
}

TEST_F(FolderOfATemplate, IsWaitedForUntilItHasChanged) {
  const FolderState before = seen();
  std::jthread editor([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(150));
    write_bytes(folder_ / ".new", "two");
    fs::rename(folder_ / ".new", folder_ / "card.toml");
  });
  const auto after = wait_for_change(folder_, before, {});
  ASSERT_TRUE(after);
  EXPECT_NE(*after, before);
}

TEST_F(FolderOfATemplate, IsNotWaitedForWhenItChangedBefore) {
  const FolderState before = seen();
  write_bytes(folder_ / "card.toml", "saved while it was being drawn");
  EXPECT_TRUE(wait_for_change(folder_, before, {}));
}

TEST_F(FolderOfATemplate, MayGoAndComeBack) {
  const FolderState before = seen();
  fs::rename(folder_, scratch_ / "elsewhere");
  const auto gone = wait_for_change(folder_, before, {});
  ASSERT_TRUE(gone);
  EXPECT_TRUE(gone->empty());
  fs::rename(scratch_ / "elsewhere", folder_);
  EXPECT_EQ(wait_for_change(folder_, *gone, {}), before);
}

TEST_F(FolderOfATemplate, IsNoLongerWaitedForWhenAskedToStop) {
  std::stop_source stop;
  stop.request_stop();
  EXPECT_FALSE(wait_for_change(folder_, seen(), stop.get_token()));
}

}  // namespace
}  // namespace pehchan

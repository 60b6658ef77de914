#include "cli/demo_folder.h"
#include "crash/good_roll.h"
#include "support/build_paths.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

class PlainCard : public WithDemo {};

TEST_F(PlainCard, WithoutAPortraitIsMadeWithoutPhotos) {
  const fs::path none = home / "no-photos", out = home / "plain-out";
  fs::create_directories(none);
  const GoodRoll roll{good / "roll.csv", none};
  const std::string ledger = (out / "ledger.db").string();
  EXPECT_EQ(run_program(roll.issue(out, ledger, plain_card)).code, 0);
  EXPECT_TRUE(fs::exists(out / "sheets-0001.pdf"));
}

TEST_F(PlainCard, WithoutAPortraitIsMadeAgainWhenItWasSpoilt) {
  const fs::path out = home / "plain-spoilt-out";
  const GoodRoll roll{good / "roll.csv", good / "photos"};
  const std::string ledger = (out / "ledger.db").string();
  run_program(roll.issue(out, ledger, plain_card));
  const Finished spoilt = run_program({"spoilt", "J0001", "--sheet", "1", "--slots", "2", "--ledger", ledger});
  EXPECT_EQ(spoilt.code, 0) << spoilt.err;
  EXPECT_TRUE(fs::exists(out / "remake-0001.pdf"));
}

TEST_F(PlainCard, WithoutAPortraitDoesNotMindAnotherPhoto) {
  const fs::path out = home / "plain-photo-out", photos = home / "other-photos";
  const std::string ledger = (out / "ledger.db").string();
  fs::copy(good / "photos", photos, fs::copy_options::recursive);
  const GoodRoll roll{good / "roll.csv", photos};
  run_program(roll.issue(out, ledger, plain_card));
  for (const auto& photo : fs::directory_iterator(photos)) write_bytes(photo.path(), "another one");
  EXPECT_EQ(run_program(roll.issue(out, ledger, plain_card)).code, 0);
  EXPECT_EQ(bytes_of(out / "report.json").find("changed_since_card"), std::string::npos);
}

// A card that hangs upright lies across in the slots of the same sheet.
TEST_F(PlainCard, ThatHangsUprightIsIssuedAndMadeAgainWhenItWasSpoilt) {
  const fs::path out = home / "upright-out";
  const GoodRoll roll{good / "roll.csv", good / "photos"};
  const std::string ledger = (out / "ledger.db").string();
  const Finished issued =
      run_program(roll.issue(out, ledger, {"--template", PEHCHAN_SOURCE "/tests/unit/print/lanyard"}));
  EXPECT_EQ(issued.code, 0) << issued.err;
  const Finished spoilt = run_program({"spoilt", "J0001", "--sheet", "1", "--slots", "2,3", "--ledger", ledger});
  EXPECT_EQ(spoilt.code, 0) << spoilt.err;
  EXPECT_TRUE(fs::exists(out / "remake-0001.pdf"));
}

}  // namespace
}  // namespace pehchan

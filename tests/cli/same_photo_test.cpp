// One photo for two members: neither gets a card with it, everybody else does.
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "base/file.h"
#include "crash/good_roll.h"
#include "support/resent.h"
#include "support/run_program.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

class SamePhoto : public testing::Test {
 protected:
  using Rows = std::set<std::size_t>;

  static void SetUpTestSuite() {
    scratch = new ScratchFolder;
    all = make_good_roll(scratch->path() / "roll", 6);
  }
  static void TearDownTestSuite() { delete scratch; }
  void SetUp() override {
    roll = {home / "roll.csv", home / "photos"};
    fs::copy(all.photos, roll.photos);
    write_bytes(roll.roll, bytes_of(all.roll));
  }

  Finished issue(const std::vector<std::string>& more = {}) const {
    return run_program(roll.issue(home / "out", home / "ledger.db", more));
  }
  Finished say(std::vector<std::string> words) const {
    words.insert(words.end(), {"--ledger", home / "ledger.db"});
    return run_program(words);
  }
  /// The cell of a row of the roll; row 2 is the first member's, as the clerk counts.
  std::string cell(std::size_t row, std::size_t column) const {
    std::string text = bytes_of(roll.roll);
    for (std::size_t i = 1; i < row; ++i) text.erase(0, text.find('\n') + 1);
    for (std::size_t i = 0; i < column; ++i) text.erase(0, text.find(',') + 1);
    return text.substr(0, text.find(','));
  }
  std::string member(std::size_t row) const { return cell(row, 0); }
  std::string photo_of(std::size_t row) const {
    const std::string text = bytes_of(roll.roll);
    return "IMG_" + member(row).substr(member(row).rfind('/') + 1) + ".jpg";
  }
  void give_photo(std::size_t row, const std::string& now) const {
    std::string text = bytes_of(roll.roll);
    const std::string own = photo_of(row);
    write_bytes(roll.roll, text.replace(text.find(own), own.size(), now));
  }
  std::string bytes_of_photo(std::size_t row) const { return bytes_of(roll.photos / photo_of(row)); }
  void write_photo(const std::string& name, const std::string& bytes) const { write_bytes(roll.photos / name, bytes); }

  nlohmann::json report() const { return nlohmann::json::parse(bytes_of(home / "out" / "report.json")); }
  Rows rows_withheld() const {
    Rows rows;
    const auto told = report();
    for (const auto& problem : told["problems"]) {
      EXPECT_EQ(problem["code"], "photo_same");
      EXPECT_EQ(problem["field"], "photo");
      rows.insert(problem["row"].get<std::size_t>());
    }
    return rows;
  }

  static inline ScratchFolder* scratch = nullptr;
  static inline GoodRoll all;
  ScratchFolder home;
  GoodRoll roll;
};

TEST_F(SamePhoto, NamedInTwoRowsHoldsBothAndTheOthersGetTheirCards) {
  give_photo(4, photo_of(2));
  EXPECT_EQ(issue().code, 1);
  EXPECT_EQ(rows_withheld(), (Rows{2, 4}));
  EXPECT_EQ(report()["issued"], 4);
  const std::string page = bytes_of(home / "out" / "report.html"), rows = bytes_of(home / "out" / "withheld.csv");
  EXPECT_NE(rows.find("This photo is in row 4, too."), std::string::npos) << rows;
  EXPECT_NE(rows.find("This photo is in row 2, too."), std::string::npos) << rows;
  EXPECT_NE(rows.find("पंक्ति 4"), std::string::npos) << rows;
}

TEST_F(SamePhoto, CopiedUnderAnotherNameHoldsBoth) {
  write_photo("copy.jpg", bytes_of_photo(3));
  give_photo(7, "copy.jpg");
  EXPECT_EQ(issue().code, 1);
  EXPECT_EQ(rows_withheld(), (Rows{3, 7}));
}

TEST_F(SamePhoto, SentAgainSmallerAndALittleCutHoldsBoth) {
  write_photo("again.jpg", resent(bytes_of_photo(3), {.quality = 50, .scale = 0.5, .brightness = 1, .cut = 0.02}));
  give_photo(5, "again.jpg");
  EXPECT_EQ(issue().code, 1);
  EXPECT_EQ(rows_withheld(), (Rows{3, 5}));
  EXPECT_NE(bytes_of(home / "out" / "withheld.csv").find("looks like the same picture, sent again, is in row 5"),
            std::string::npos);
}

TEST_F(SamePhoto, OfThreeMembersHoldsAllThree) {
  write_photo("copy.jpg", bytes_of_photo(2));
  write_photo("again.jpg", resent(bytes_of_photo(2), {}));
  give_photo(3, "copy.jpg");
  give_photo(4, "again.jpg");
  EXPECT_EQ(issue().code, 1);
  EXPECT_EQ(rows_withheld(), (Rows{2, 3, 4}));
}

TEST_F(SamePhoto, PutRightBothGetTheirCards) {
  const std::string roll_that_is_right = bytes_of(roll.roll);
  give_photo(4, photo_of(2));
  EXPECT_EQ(issue().code, 1);
  write_bytes(roll.roll, roll_that_is_right);
  EXPECT_EQ(issue().code, 0);
  EXPECT_EQ(card_facts(home / "ledger.db").live, 6U);
}

TEST_F(SamePhoto, OfACardMadeBeforeHoldsTheOneWhoComesLater) {
  EXPECT_EQ(issue({"--member", member(2)}).code, 0);
  write_photo("copy.jpg", bytes_of_photo(2));
  write_photo("again.jpg", resent(bytes_of_photo(2), {.quality = 60, .scale = 0.7}));
  give_photo(3, "copy.jpg");
  EXPECT_EQ(issue({"--member", member(3)}).code, 1);
  EXPECT_EQ(rows_withheld(), (Rows{3}));
  const std::string found = say({"find", member(2)}).out;
  const std::string card = found.substr(0, found.find(' '));
  EXPECT_NE(bytes_of(home / "out" / "withheld.csv").find(card), std::string::npos) << card;
  give_photo(4, "again.jpg");
  EXPECT_EQ(issue({"--member", member(4)}).code, 1);
  EXPECT_EQ(rows_withheld(), (Rows{4}));
  EXPECT_NE(bytes_of(home / "out" / "withheld.csv").find(card), std::string::npos) << "looks like it";
  EXPECT_EQ(card_facts(home / "ledger.db").live, 1U) << "no number is given to them";
}

TEST_F(SamePhoto, OfACardWhosePhotoIsGoneIsStillKnownByItsPrint) {
  EXPECT_EQ(issue({"--member", member(2)}).code, 0);
  write_photo("again.jpg", resent(bytes_of_photo(2), {.quality = 80}));
  fs::remove(roll.photos / photo_of(2));
  give_photo(4, "again.jpg");
  EXPECT_EQ(issue({"--member", member(4)}).code, 1);
  EXPECT_EQ(rows_withheld(), (Rows{4}));
}

TEST_F(SamePhoto, OfAMembersOwnEarlierCardDoesNotCount) {
  EXPECT_EQ(issue().code, 0);
  EXPECT_EQ(say({"replace", member(2), "--reason", "lost"}).code, 0);
  EXPECT_EQ(issue().code, 0);
  EXPECT_EQ(card_facts(home / "ledger.db").live, 6U);
}

TEST_F(SamePhoto, IsFreeOnceTheWrongCardIsReplaced) {
  const std::string right = bytes_of(roll.roll), of_row_2 = photo_of(2);
  give_photo(3, of_row_2);
  EXPECT_EQ(issue({"--member", member(3)}).code, 0) << "nobody knows yet";
  EXPECT_EQ(issue({"--member", member(2)}).code, 1);
  write_bytes(roll.roll, right);
  EXPECT_EQ(say({"replace", member(3), "--reason", "correction"}).code, 0);
  EXPECT_EQ(issue({"--member", member(2), "--member", member(3)}).code, 0);
  EXPECT_EQ(card_facts(home / "ledger.db").live, 2U);
}

TEST_F(SamePhoto, ThatCannotBeOpenedHasItsOwnWords) {
  give_photo(2, "gone.jpg");
  give_photo(3, "gone.jpg");
  write_photo("empty.jpg", "");
  give_photo(4, "empty.jpg");
  give_photo(5, "empty.jpg");
  EXPECT_EQ(issue().code, 1);
  const auto told = report();
  std::multiset<std::string> codes;
  for (const auto& problem : told["problems"]) codes.insert(problem["code"].get<std::string>());
  EXPECT_EQ(codes, (std::multiset<std::string>{"photo_empty", "photo_empty", "photo_missing", "photo_missing"}));
}

TEST_F(SamePhoto, MattersNotToACardWithoutAPortrait) {
  give_photo(4, photo_of(2));
  EXPECT_EQ(issue(plain_card).code, 0);
}

TEST_F(SamePhoto, IsNotSeenInThreeHundredPeople) {
  const GoodRoll many = make_good_roll(home / "many", 300);
  const Finished run = run_program(many.issue(home / "out", home / "ledger.db", {}));
  EXPECT_EQ(run.code, 0) << report()["problems"].dump(1);
}

}  // namespace
}  // namespace pehchan

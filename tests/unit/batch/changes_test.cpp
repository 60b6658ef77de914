#include "batch/changes.h"

#include "base/sha256.h"
#include "batch/card_hashes.h"
#include "ledger/after_print.h"
#include "ledger/placing.h"
#include "ledger/retention.h"
#include "office.h"
#include "support/run_program.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

class Changes : public Office {
 protected:
  fs::path photos = folder / "photos";
  Design design{.sheet = {}, .hash = "design", .fields_shown = {Field::name, Field::name_local, Field::booth_no}};
  std::vector<Member> members = people(3);

  Changes() {
    fs::create_directories(photos);
    for (const Member& member : members) write_bytes(photos / member[Field::photo], "photo of " + member[Field::name]);
    issue();
  }
  void issue() {
    const auto numbers = numbers_of(members);
    JobFile file{.id = 0,
                 .job = job().id,
                 .name = "sheets-0001.pdf",
                 .folder = "cards",
                 .sha256 = {},
                 .first_sheet = 1,
                 .sheets = 2,
                 .cards = members.size()};
    std::vector<PlacedCard> placed;
    for (std::size_t i = 0; i < members.size(); ++i) {
      const fs::path photo = photos / members[i][Field::photo];
      placed.push_back(
          {numbers[i],
           members[i],
           {row_hash(design.fields_shown, members[i]), sha256_of_file(photo.string()), photo_stamp(photo), design.hash},
           i / 2 + 1,
           i % 2 + 1,
           1});
    }
    Lease lease(ledger, 60);
    lease.claim(numbers);
    release_file(ledger, prepare_file(ledger, lease, file, placed));
  }
  /// "row:field" of each note.
  std::string noted() {
    std::string all;
    for (const Problem& note : changes_since(ledger, members, latest_cards(ledger, "1", members), design, photos))
      all += std::to_string(note.row) + ":" + note.field + " ";
    return all;
  }
};

TEST_F(Changes, WhatIsAsItWasIsNotNoted) { EXPECT_EQ(noted(), ""); }

TEST_F(Changes, EachFieldThatTheCardShowsIsNotedByRow) {
  members[2][Field::name] = "Corrected";
  members[1][Field::name_local] = "बदला";
  members[1][Field::booth_no] = "9";
  EXPECT_EQ(noted(), "3:name_local 3:booth_no 4:name ");
}

TEST_F(Changes, ANoteNamesTheCardAndBothLanguages) {
  members[0][Field::name] = "Corrected";
  const auto cards = latest_cards(ledger, "1", members);
  const auto notes = changes_since(ledger, members, cards, design, photos);
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0].code, "changed_since_card");
  EXPECT_NE(notes[0].reason.en.find(cards[0].number.text), std::string::npos);
  EXPECT_NE(notes[0].reason.hi.find(cards[0].number.text), std::string::npos);
}

TEST_F(Changes, AFieldThatTheCardDoesNotShowIsNot) {
  members[0][Field::mobile] = "+919999999999";
  EXPECT_EQ(noted(), "");
}

TEST_F(Changes, AnotherPhotoIsNoted) {
  write_bytes(photos / "2.jpg", "another photo altogether");
  EXPECT_EQ(noted(), "3:photo ");
}

TEST_F(Changes, TheSamePhotoWithAnotherTimeIsNot) {
  fs::last_write_time(photos / "2.jpg", fs::last_write_time(photos / "2.jpg") + std::chrono::hours(1));
  EXPECT_EQ(noted(), "");
}

TEST_F(Changes, APhotoOfTheSameSizeAndTimeIsNotRead) {
  const auto time = fs::last_write_time(photos / "2.jpg");
  write_bytes(photos / "2.jpg", "PHOTO of Sample Member 2");
  fs::last_write_time(photos / "2.jpg", time);
  EXPECT_EQ(noted(), "") << "reading a hundred thousand photos at each run would take minutes";
}

TEST_F(Changes, APhotoThatIsGoneIsNoChange) {
  fs::remove(photos / "1.jpg");
  fs::remove(photos / "2.jpg");
  fs::create_directory(photos / "2.jpg");
  EXPECT_EQ(noted(), "");
}

TEST_F(Changes, OnlyReleasedCardsAreCompared) {
  void_card(ledger, latest_cards(ledger, "1", members)[0].number, CardReason::withdrawn);
  replace_card(ledger, "M2", "1", CardReason::lost);
  for (Member& member : members) member[Field::name] = "Corrected";
  EXPECT_EQ(noted(), "4:name ");
}

TEST_F(Changes, AfterAPurgeOnlyHashesAreLeftToCompare) {
  mark_printed(ledger, job(), {});
  mark_handed_over(ledger, job(), {});
  forget_people(ledger, job());
  EXPECT_EQ(noted(), "");
  members[1][Field::name] = "Corrected";
  EXPECT_EQ(noted(), "3: ") << "which field it is nobody knows any more";
  design.hash = "another";
  EXPECT_EQ(noted(), "") << "another template shows other fields";
}

TEST(VoidedNotes, NameWhoGetsNoneByThemselves) {
  const auto members = people(3);
  const std::vector<LatestCard> cards{{{"A"}, CardState::rendered}, {{"B"}, CardState::voided}, {{}, {}}};
  const auto notes = voided_notes(members, cards);
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0].row, 3U);
  EXPECT_EQ(notes[0].code, "card_void");
}

}  // namespace
}  // namespace pehchan

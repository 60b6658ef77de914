#include "ledger/photo_holders.h"

#include "ledger/after_print.h"
#include "ledger/retention.h"
#include "ledger_fixture.h"

namespace pehchan {
namespace {

/// Members' cards made from photos "sha1", "sha2", … with the prints "print1", …
class PhotoHolders : public LedgerTest {
 protected:
  void SetUp() override {
    made = make(people(3));
    for (std::size_t i = 0; i < 3; ++i) {
      const std::string n = std::to_string(i + 1);
      run("update card set photo_hash = 'sha" + n + "', photo_print = 'print" + n + "' where number = '" +
          made.cards[i] + "'");
    }
  }
  std::vector<std::string> who(const std::vector<std::string>& photos, const std::string& period = "1") {
    std::vector<std::string> members;
    for (const PhotoHolder& holder : photo_holders(ledger, period, photos)) members.push_back(holder.member_no);
    return members;
  }
  std::vector<std::string> prints() {
    std::vector<std::string> all;
    each_photo_print(ledger, "1", [&](const PhotoHolder& holder) { all.push_back(holder.photo_print); });
    return all;
  }

  Made made;
};
INSTANTIATE_TEST_SUITE_P(On, PhotoHolders, both_databases, database_name);

TEST_P(PhotoHolders, AreFoundByTheirPhoto) {
  const auto holders = photo_holders(ledger, "1", std::vector<std::string>{"sha2", "sha9", ""});
  ASSERT_EQ(holders.size(), 1U);
  EXPECT_EQ(holders[0].member_no, "M2");
  EXPECT_EQ(holders[0].card.text, made.cards[1]);
  EXPECT_EQ(holders[0].photo_sha256, "sha2");
  EXPECT_EQ(holders[0].photo_print, "print2");
  EXPECT_TRUE(who({"sha2"}, "2").empty()) << "of another period";
}

TEST_P(PhotoHolders, AreToldInTheOrderOfTheirCards) {
  EXPECT_EQ(prints(), (std::vector<std::string>{"print1", "print2", "print3"}));
  run("update card set photo_print = '' where number = '" + made.cards[1] + "'");
  EXPECT_EQ(prints(), (std::vector<std::string>{"print1", "print3"}));
}

TEST_P(PhotoHolders, AreNotThoseWhoseCardIsVoid) {
  replace_card(ledger, "M2", "1", CardReason::lost);
  EXPECT_TRUE(who({"sha2"}).empty());
  EXPECT_EQ(prints(), (std::vector<std::string>{"print1", "print3"}));
}

TEST_P(PhotoHolders, AreThoseOnASheetThatIsNotReleasedYetAndNotOnOneThatWasLost) {
  const std::vector<Member> one{person(9)};
  const long long file = prepare(made.job, one);
  EXPECT_EQ(who({"photo"}), std::vector<std::string>{"M9"});
  forget_file(ledger, file);
  EXPECT_TRUE(who({"photo"}).empty());
}

TEST_P(PhotoHolders, StayKnownWhenThePersonIsForgotten) {
  forget_people(ledger, made.job);
  run("update card set state = 'handed_over'");
  forget_people(ledger, made.job);
  EXPECT_EQ(text("select name_key from card where number = '" + made.cards[0] + "'"), "");
  EXPECT_EQ(who({"sha1"}), std::vector<std::string>{"M1"});
  EXPECT_EQ(prints().size(), 3U);
}

TEST_P(PhotoHolders, AreManyMoreThanAPage) {
  run(ledger.is_shared()
          ? "insert into card (number, member, period, district, state, reason, ordered_at, photo_print) select 'X' || "
            "i, 'X' || i, '1', 'd', 'rendered', 'first', 1, 'many' from generate_series(1, 20500) as i"
          : "insert into card (number, member, period, district, state, reason, ordered_at, photo_print) with "
            "recursive "
            "n(i) as (select 1 union all select i + 1 from n where i < 20500) select 'X' || i, 'X' || i, '1', 'd', "
            "'rendered', 'first', 1, 'many' from n");
  EXPECT_EQ(prints().size(), 20503U);
}

TEST_P(PhotoHolders, ThePrintIsKeptWithTheCard) {
  const std::vector<Member> one{person(9)};
  Lease lease(ledger, 60);
  const auto cards = order(one);
  lease.claim(cards);
  PlacedCard card{cards[0], one[0], {"row", "photo", "stamp", "template", "seen"}, 3, 1, 1};
  release_file(ledger, prepare_file(ledger, lease, file_of(made.job, 1), {&card, 1}));
  EXPECT_EQ(prints().back(), "seen");
}

TEST(MemberNumber, IsTheSameWithASlashOrADash) {
  EXPECT_TRUE(is_same_member("UP/12/3", "UP-12-3"));
  EXPECT_FALSE(is_same_member("UP/12/3", "UP/12/4"));
}

}  // namespace
}  // namespace pehchan

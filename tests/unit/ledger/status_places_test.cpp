#include "ledger/status_places.h"

#include <algorithm>
#include <set>
#include <thread>

#include "ledger/after_print.h"
#include "ledger/lookup.h"
#include "ledger_fixture.h"

namespace pehchan {
namespace {

class StatusPlaces : public LedgerTest {
 protected:
  std::vector<std::string> cards = order(people(12));
  std::vector<std::string> some(std::size_t first, std::size_t count) {
    return {cards.begin() + static_cast<long>(first), cards.begin() + static_cast<long>(first + count)};
  }
};
INSTANTIATE_TEST_SUITE_P(On, StatusPlaces, both_databases, database_name);

TEST_P(StatusPlaces, EachCardHasOneOfItsOwnAndKeepsIt) {
  const auto first = status_places(ledger, some(3, 4));
  const auto all = status_places(ledger, cards);
  EXPECT_TRUE(std::equal(first.begin(), first.end(), all.begin() + 3));
  EXPECT_EQ(status_places(ledger, cards), all);
  std::set<std::size_t> indices;
  for (const ListPlace& place : all) {
    EXPECT_EQ(place.list, 1U);
    EXPECT_LT(place.index, places_a_list);
    indices.insert(place.index);
  }
  EXPECT_EQ(indices.size(), cards.size());
}

TEST_P(StatusPlaces, TellNothingOfTheOrder) {
  const auto all = status_places(ledger, cards);
  EXPECT_FALSE(std::ranges::is_sorted(all, {}, &ListPlace::index)) << "once in 479 million";
}

TEST_P(StatusPlaces, HalfAFullListIsFollowedByTheNext) {
  std::vector<std::size_t> cards_in(4);
  for (const ListPlace& place : status_places(ledger, cards, 8)) {
    EXPECT_LT(place.index, 8U);
    ++cards_in.at(place.list);
  }
  EXPECT_EQ(cards_in, (std::vector<std::size_t>{0, 4, 4, 4}));
}

TEST_P(StatusPlaces, ACardOfAnotherLedgerHasNone) {
  EXPECT_EQ(code_of([&] { status_places(ledger, std::vector<std::string>{"PCN-001-000099-X"}); }), ExitCode::internal);
  EXPECT_EQ(number("select count(*) from status_place"), 0);
}

TEST_P(StatusPlaces, ProgramsThatAskAtOnceGetTheSame) {
  std::vector<std::vector<ListPlace>> given(4);
  {
    std::vector<std::jthread> programs;
    for (auto& places : given)
      programs.emplace_back([&] {
        Ledger own(where);
        places = status_places(own, cards);
      });
  }
  for (const auto& places : given) EXPECT_EQ(places, given.front());
  EXPECT_EQ(number("select count(*) from status_place"), 12);
}

TEST_P(StatusPlaces, ListsTellStateAndExpiryOfEachCard) {
  const Made made = make(people(3));
  const auto places = status_places(ledger, made.cards);
  const auto replaced = replace_card(ledger, "M2", "1", CardReason::lost);
  const auto next = status_places(ledger, std::vector<std::string>{replaced.ordered.text}).front();
  std::vector<ListedCard> listed;
  each_listed_card(ledger, [&](const ListedCard& card) { listed.push_back(card); });
  ASSERT_EQ(listed.size(), 4U);
  EXPECT_TRUE(std::ranges::is_sorted(listed, {}, [](const ListedCard& one) { return one.place.index; }));
  for (const ListedCard& card : listed) {
    const bool is_void = card.place == places[1], is_new = card.place == next;
    EXPECT_EQ(card.state, is_void ? CardState::voided : is_new ? CardState::ordered : CardState::rendered);
    EXPECT_EQ(card.expires_at, is_new ? 0 : 1'900'000'000);
  }
}

TEST_P(StatusPlaces, TheCodeIsKeptAsItWasPrinted) {
  const Made made = make(people(2));
  EXPECT_EQ(find_cards(ledger, made.cards[1], 1).at(0).qr_text, "CODE OF " + made.cards[1]);
  EXPECT_EQ(sheet_content(ledger, made.job, 1).at(0).card.qr_text, "CODE OF " + made.cards[0]);
  release_file(ledger, prepare_copy(job("remake"), made.cards[1], 2));
  EXPECT_EQ(find_cards(ledger, made.cards[1], 1).at(0).qr_text, "CODE OF " + made.cards[1]);
}

}  // namespace
}  // namespace pehchan

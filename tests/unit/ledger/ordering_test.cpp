#include <set>

#include "ledger/after_print.h"
#include "ledger/order_cards.h"
#include "ledger_fixture.h"

namespace pehchan {
namespace {

class Ordering : public LedgerTest {
 protected:
  std::vector<std::string> order_as(const Numbering& numbering, std::span<const Member> members) {
    std::vector<std::string> numbers;
    for (const LatestCard& card : order_cards(ledger, "1", numbering, members)) numbers.push_back(card.number.text);
    return numbers;
  }
  static std::string numbered(const std::string& code, long long running, const std::string& prefix = "PCN") {
    return make_card_number(prefix, code, running).text;
  }
};
INSTANTIATE_TEST_SUITE_P(On, Ordering, both_databases, database_name);

TEST_P(Ordering, NumbersRunInTheMembersOrderADistrictASeries) {
  const std::vector<Member> members{person(5), person(2, "Sonpur"), person(1), person(4, "Sonpur")};
  EXPECT_EQ(order(members),
            (std::vector<std::string>{numbered("001", 1), numbered("002", 1), numbered("001", 2), numbered("002", 2)}));
}

TEST_P(Ordering, EveryNumberHasThePrefixAndAValidCheck) {
  const auto members = people(3);
  for (const auto& number : order_as({.prefix = "AB1", .district_codes = {}}, members)) {
    EXPECT_TRUE(number.starts_with("AB1-001-00000"));
    EXPECT_TRUE(read_card_number(number)) << number;
  }
}

TEST_P(Ordering, WhoIsOrderedIsNotOrderedAgain) {
  const auto first = order(people(3));
  EXPECT_EQ(order(people(3)), first);
  EXPECT_EQ(number("select count(*) from card"), 3);
  EXPECT_EQ(number("select count(*) from event"), 1) << "nothing happened the second time";
  EXPECT_EQ(order(people(4)).back(), numbered("001", 4)) << "the series goes on";
}

TEST_P(Ordering, AnotherPeriodIsAnotherCard) {
  EXPECT_EQ(order(people(1)).front(), numbered("001", 1));
  EXPECT_EQ(order(people(1), "2").front(), numbered("001", 2));
}

TEST_P(Ordering, OverABlockNumbersHaveNoGapAndNoDouble) {
  const auto numbers = order(people(2'500));
  for (std::size_t i = 0; i < numbers.size(); ++i)
    ASSERT_EQ(numbers[i], numbered("001", static_cast<long long>(i) + 1));
  EXPECT_EQ(number("select count(*) from work"), 2'500);
  EXPECT_EQ(number("select count(*) from event"), 3) << "a thousand a transaction";
}

TEST_P(Ordering, KilledBetweenTwoBlocksTheNextCallNumbersTheRestTheSame) {
  const auto all = people(1'500);
  order(std::span(all).first(1'000));
  EXPECT_EQ(order(all).back(), numbered("001", 1'500));
}

TEST_P(Ordering, AGivenCodeIsUsedAndFreeOnesPassItOver) {
  const Numbering numbering{.prefix = "PCN", .district_codes = {{"Sonpur", "001"}, {"Tarapur", "TP"}}};
  const std::vector<Member> members{person(1, "Elsewhere"), person(2, "Sonpur"), person(3, "Tarapur")};
  EXPECT_EQ(order_as(numbering, members),
            (std::vector<std::string>{numbered("002", 1), numbered("001", 1), numbered("TP", 1)}));
}

TEST_P(Ordering, ACodeOnceUsedStaysWhateverTheListOfPlacesSaysLater) {
  order(people(1));
  const auto members = people(2);
  EXPECT_EQ(order_as({.prefix = "PCN", .district_codes = {{"Tarapur", "099"}}}, members).back(), numbered("001", 2));
}

TEST_P(Ordering, WhatWasVoidIsNeverGivenAgain) {
  std::set<std::string> given;
  for (const auto& number : order(people(2))) given.insert(number);
  EXPECT_TRUE(void_card(ledger, {*given.rbegin()}, CardReason::withdrawn));
  for (int i = 0; i < 3; ++i) {
    const auto replaced = replace_card(ledger, "M2", "1", CardReason::lost);
    EXPECT_TRUE(given.insert(replaced.ordered.text).second) << replaced.ordered.text;
    EXPECT_TRUE(void_card(ledger, replaced.ordered, CardReason::withdrawn));
  }
  EXPECT_TRUE(given.insert(order(people(3)).back()).second);
}

TEST_P(Ordering, AMemberWhoseCardIsVoidGetsNoneByThemselves) {
  const auto number_before = order(people(1)).front();
  void_card(ledger, {number_before}, CardReason::withdrawn);
  const auto members = people(1);
  const auto latest = order_cards(ledger, "1", {}, members).front();
  EXPECT_EQ(latest.number.text, number_before);
  EXPECT_EQ(latest.state, CardState::voided);
  EXPECT_EQ(number("select count(*) from card"), 1);
}

TEST_P(Ordering, LatestCardsOnlyLooks) {
  const auto members = people(2);
  EXPECT_EQ(latest_cards(ledger, "1", members).at(1).number.text, "");
  EXPECT_EQ(number("select count(*) from card"), 0);
  const auto numbers = order(members);
  EXPECT_EQ(latest_cards(ledger, "1", members).at(1).number.text, numbers[1]);
  EXPECT_EQ(latest_cards(ledger, "2", members).at(1).number.text, "");
}

TEST_P(Ordering, NobodyToOrderIsNoTrouble) { EXPECT_TRUE(order({}).empty()); }

}  // namespace
}  // namespace pehchan

#include "ledger/lookup.h"

#include <algorithm>

#include "ledger/after_print.h"
#include "ledger_fixture.h"

namespace pehchan {
namespace {

class Lookup : public LedgerTest {
 protected:
  /// Member numbers of what is found, sorted.
  std::string found(const std::string& typed, std::size_t limit = 9) {
    std::vector<std::string> numbers;
    for (const CardRecord& card : find_cards(ledger, typed, limit)) numbers.push_back(card.member[Field::member_no]);
    std::sort(numbers.begin(), numbers.end());
    std::string all;
    for (const auto& number : numbers) all += number + " ";
    return all;
  }
  static Member named(std::size_t number, const std::string& name, const std::string& local = {}) {
    Member member = person(number);
    member[Field::name] = name;
    member[Field::name_local] = local;
    return member;
  }
};
INSTANTIATE_TEST_SUITE_P(On, Lookup, both_databases, database_name);

TEST_P(Lookup, FindsByEveryKeyAsPeopleTypeIt) {
  auto cards = order(people(3));
  std::string typed = cards[1];
  std::replace(typed.begin(), typed.end(), 'P', 'p');
  for (const std::string& key :
       {typed, std::string("M2"), std::string("m2"), std::string("+917000000002"), std::string("70000 00002"),
        std::string("07000000002"), std::string("XYZ0000002"), std::string("xyz0000002")})
    EXPECT_EQ(found(key), "M2 ") << key;
  EXPECT_EQ(found("M4"), "");
  EXPECT_EQ(found("XYZ000000"), "") << "a part of a number is nobody's";
}

TEST_P(Lookup, FindsAPartOfANameInEitherScriptAndAnyCase) {
  order({{named(1, "ASHA Devi", "आशा देवी"), named(2, "Ravi Kumar", "रवि कुमार")}});
  EXPECT_EQ(found("asha"), "M1 ");
  EXPECT_EQ(found("DEV"), "M1 ");
  EXPECT_EQ(found("देवी"), "M1 ");
  EXPECT_EQ(found("कुमा"), "M2 ");
  EXPECT_EQ(found("a"), "M1 M2 ");
  EXPECT_EQ(found("asha  devi"), "");
}

TEST_P(Lookup, PercentUnderscoreAndBackslashAreLiteral) {
  order({{named(1, "A%B"), named(2, "A_B"), named(3, "A\\B"), named(4, "AxB"), named(5, "A'B\"")}});
  EXPECT_EQ(found("a%b"), "M1 ");
  EXPECT_EQ(found("a_b"), "M2 ");
  EXPECT_EQ(found("a\\b"), "M3 ");
  EXPECT_EQ(found("%"), "M1 ");
  EXPECT_EQ(found("a'b\""), "M5 ");
}

TEST_P(Lookup, GivesNoMoreThanAskedFor) { EXPECT_EQ((order(people(5)), find_cards(ledger, "sample", 3).size()), 3U); }

TEST_P(Lookup, NewestComeFirst) {
  order({{person(1)}});
  order({{person(1)}}, "2");
  run("update card set ordered_at = ordered_at - 100 where period = '1'");
  EXPECT_EQ(find_cards(ledger, "M1", 9).front().period, "2");
}

TEST_P(Lookup, IssuedFactsAreOfReleasedCardsOnly) {
  const Made made = make(people(2));
  auto numbers = made.cards;
  numbers.push_back(order({{person(3)}}).front());
  void_card(ledger, {made.cards[1]}, CardReason::withdrawn);
  const auto facts = issued_facts(ledger, numbers);
  ASSERT_EQ(facts.size(), 1U);
  EXPECT_EQ(facts[0].number.text, made.cards[0]);
  EXPECT_EQ(facts[0].member.values, person(1).values);
  EXPECT_EQ(facts[0].hashes.row, "row");
  EXPECT_EQ(facts[0].hashes.photo, "photo");
  EXPECT_EQ(facts[0].hashes.photo_stamp, "stamp");
  EXPECT_EQ(facts[0].hashes.card_template, "template");
}

TEST_P(Lookup, ASheetsContentIsWhatLiesOnItAlsoWhenMadeAgainElsewhere) {
  const Made made = make(people(3));
  const Job remake = job("remake");
  release_file(ledger, prepare_copy(remake, made.cards[1], 2));
  const auto sheet = sheet_content(ledger, made.job, 1);
  ASSERT_EQ(sheet.size(), 2U);
  EXPECT_EQ(sheet[1].here.slot, 2U);
  EXPECT_EQ(sheet[1].here.copy, 1U);
  EXPECT_EQ(sheet[1].here.job, made.job.id);
  EXPECT_EQ(sheet[1].here.file, "sheets-0001.pdf");
  EXPECT_EQ(sheet[1].card.number.text, made.cards[1]);
  EXPECT_EQ(sheet[1].card.place->job, remake.id) << "the latest copy";
  EXPECT_EQ(sheet[0].card.place->job, made.job.id);
  EXPECT_EQ(sheet_content(ledger, made.job, 2).size(), 1U);
  EXPECT_TRUE(sheet_content(ledger, made.job, 3).empty());
}

TEST_P(Lookup, CountsAreByPeriodDistrictAndState) {
  make(people(2));
  order({{person(3), person(4, "Sonpur")}});
  std::string all;
  for (const CardCount& count : count_cards(ledger))
    all += count.period + " " + count.district + " " + std::string(word_of(count.state)) + " " +
           std::to_string(count.cards) + "; ";
  EXPECT_EQ(all, "1 Sonpur ordered 1; 1 Tarapur ordered 1; 1 Tarapur rendered 2; ");
}

TEST_P(Lookup, EveryCardComesInTheOrderOfTheNumbers) {
  order({{person(1, "Sonpur"), person(2), person(3, "Sonpur")}});
  std::string members;
  each_card_of(ledger, [&](const CardRecord& card) {
    members += card.member[Field::member_no];
    EXPECT_FALSE(card.place);
  });
  EXPECT_EQ(members, "M1M3M2");
}

class Jobs : public LedgerTest {};
INSTANTIATE_TEST_SUITE_P(On, Jobs, both_databases, database_name);

TEST_P(Jobs, AnOpenJobWithTheSameSettingsGoesOn) {
  const Job first = job();
  EXPECT_EQ(job().id, first.id);
  EXPECT_NE(job("remake").id, first.id);
  EXPECT_EQ(job().id, first.id) << "a remake between does not end it: its sheets go on with the same numbers";
}

TEST_P(Jobs, OtherSettingsEndIt) {
  const Job first = job(), second = job("issue", R"({"sheet":"other"})");
  EXPECT_NE(second.id, first.id);
  EXPECT_FALSE(job_named(ledger, first.name()).is_open);
  close_jobs(ledger, "cards", "issue");
  EXPECT_FALSE(job_named(ledger, second.name()).is_open);
}

TEST_P(Jobs, AreNamedAsPeopleTypeThem) {
  const Job first = job();
  EXPECT_EQ(first.name(), "J0001");
  for (const char* typed : {"J0001", "J 0001", "j1", "1", "0001", "J1 "})
    EXPECT_EQ(job_named(ledger, typed).id, 1) << typed;
  for (const char* typed : {"", "J", "J0", "0", "-1", "J2", "1x", "99999999999999999999", " "})
    EXPECT_EQ(code_of([&] { job_named(ledger, typed); }), ExitCode::missing_input) << typed;
}

}  // namespace
}  // namespace pehchan

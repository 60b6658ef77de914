#include "batch/order.h"

#include <gtest/gtest.h>

namespace pehchan {
namespace {

Member member(const std::string& booth, const std::string& number, const std::string& block = "A") {
  Member m;
  m[Field::district] = "D";
  m[Field::block] = block;
  m[Field::booth_no] = booth;
  m[Field::member_no] = number;
  return m;
}

std::string numbers(const std::vector<Member>& members) {
  std::string all;
  for (const Member& m : members) all += m[Field::member_no] + " ";
  return all;
}

TEST(Order, BoothNineComesBeforeBoothTen) {
  EXPECT_EQ(numbers(order_members({member("10", "M1"), member("9", "M2"), member("9", "M10"), member("9", "M9")}, {})),
            "M2 M9 M10 M1 ");
}

TEST(Order, ABlocksBoothsStayTogether) {
  EXPECT_EQ(numbers(order_members({member("1", "M1", "B"), member("2", "M2", "A"), member("1", "M3", "A")}, {})),
            "M3 M2 M1 ");
}

TEST(Order, DoesNotDependOnTheRollsOrder) {
  std::vector<Member> there{member("2", "M1"), member("1", "M2"), member("12", "M3")};
  std::vector<Member> back{there.rbegin(), there.rend()};
  EXPECT_EQ(numbers(order_members(there, {})), numbers(order_members(back, {})));
}

TEST(Order, AFilterTakesWhatEveryOneOfItsListsTakes) {
  const MemberFilter filter{.districts = {"D"}, .blocks = {"A", "B"}, .booths = {"2"}, .members = {}};
  EXPECT_EQ(numbers(order_members({member("1", "M1"), member("2", "M2"), member("2", "M3", "C")}, filter)), "M2 ");
}

TEST(Order, AFieldThatCouldNotBeReadDoesNotHideAWithheldRow) {
  EXPECT_TRUE(takes({.districts = {"D"}, .blocks = {}, .booths = {}, .members = {}}, Member{}));
}

TEST(Order, ThePdfsDateIsTheLatestConfirmation) {
  Member early = member("1", "M1"), late = member("1", "M2");
  early[Field::confirmed_on] = "2026-03-01";
  late[Field::confirmed_on] = "2026-04-01";
  EXPECT_EQ(latest_confirmation({late, early}), "2026-04-01");
  EXPECT_EQ(latest_confirmation({}), "2000-01-01");
}

}  // namespace
}  // namespace pehchan

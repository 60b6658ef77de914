#include "roll/places.h"

#include <gtest/gtest.h>

#include "base/atomic_file.h"
#include "support/scratch_folder.h"
#include "unit/roll/rolls.h"

namespace pehchan {
namespace {
using namespace testing_rolls;

constexpr const char* list =
    "state,district,block,booth_no,booth_name,district_code\n"
    "Uttar Pradesh,Jhansi,Bandi,1,School,JH\n"
    "Uttar Pradesh,Jhansi,Bandi,012,School,JH\n"
    "Uttar Pradesh,झाँसी नगर,चंदनपुर,3,School,JN\n"
    "Bihar,Gaya,Bodh Gaya,1,School,\n";

PlaceList places(const std::string& text = list) {
  std::istringstream csv(text);
  return PlaceList(csv, "places.csv");
}

std::string told(const std::string& state, const std::string& district, const std::string& block,
                 const std::string& booth) {
  Member member;
  member[Field::state] = state;
  member[Field::district] = district;
  member[Field::block] = block;
  member[Field::booth_no] = booth;
  const auto problem = places().problem_of(member, "roll.csv");
  return problem ? problem->code + " " + problem->field + " " + problem->reason.en : "";
}

ExitCode refused(const std::string& text) {
  try {
    places(text);
  } catch (const RunError& error) {
    return error.code;
  }
  return ExitCode::ok;
}

TEST(Places, NamesAreComparedAsPeopleMeanThem) {
  EXPECT_EQ(told("UTTAR  PRADESH", "jhansi", "Bandi", "12"), "");
  EXPECT_EQ(told("", "Jhansi", "Bandi", "0001"), "") << "without a state it is looked for in all";
  EXPECT_EQ(told("", "झांसी नगर", "चन्दनपुर", "3").substr(0, 19), "place_unknown block");
  EXPECT_EQ(told("", "झांसी नगर", "चंदनपुर", "3"), "") << "candrabindu and anusvara are one";
}

TEST(Places, TheLargestWrongPlaceIsToldWithTheNameMeant) {
  const auto expect = [](const std::string& told_, const char* field, const char* name) {
    EXPECT_TRUE(told_.starts_with(std::string("place_unknown ") + field)) << told_;
    EXPECT_NE(told_.find(name), std::string::npos) << told_;
  };
  expect(told("Utar Pradesh", "x", "y", "9"), "state", "'Uttar Pradesh'");
  expect(told("Uttar Pradesh", "Jhanshi", "y", "9"), "district", "'Jhansi'");
  expect(told("Bihar", "Jhansi", "Bandi", "1"), "district", "not in the list");
  expect(told("", "झाँसी नागर", "चंदनपुर", "3"), "district", "'झाँसी नगर'");
  expect(told("", "Jhansi", "Bandii", "1"), "block", "'Bandi'");
  expect(told("", "Jhansi", "Bandi", "77"), "booth_no", "Compare it with the list");
}

TEST(Places, AMemberOfAnUnknownPlaceIsWithheld) {
  const ScratchFolder folder;
  write_file(folder / "places.csv", list);
  write_file(folder / "roll.csv", header +
                                      "UP-1,A,12,Bandi,Jhansi,a.jpg,confirmed,,\n"
                                      "UP-2,A,12,Bandi,Jhanssi,a.jpg,confirmed,,\n"
                                      "UP-3,A,12,,Jhansi,a.jpg,confirmed,,\n"
                                      "UP-4,A,99,Nowhere,Jhansi,a.jpg,pending,,\n");
  const Roll roll = read_roll({.where = (folder / "roll.csv").string(), .places = folder / "places.csv"});
  EXPECT_EQ(numbers(roll), Lines{"UP-1"});
  EXPECT_EQ(testing_rolls::told(roll), (Lines{"3 district place_unknown", "4 block empty"}));
  EXPECT_EQ(roll.pending, 1U);
  EXPECT_NE(roll.withheld[0].problems[0].reason.hi.find("'Jhansi'"), std::string::npos);
}

TEST(Places, CodesAreOfTheDistrictsThatHaveThem) {
  EXPECT_EQ(places().district_codes(), (std::map<std::string, std::string>{{"Jhansi", "JH"}, {"झाँसी नगर", "JN"}}));
  EXPECT_EQ(district_code(places().district_codes(), "JHANSI"), "JH");
  EXPECT_EQ(district_code(places().district_codes(), "झांसी नगर"), "JN");
  EXPECT_EQ(district_code(places().district_codes(), "Gaya"), "");
}

TEST(Places, ABadOrDoubleCodeIsBadInput) {
  const std::string head = "state,district,block,booth_no,district_code\n";
  EXPECT_EQ(refused(head + "S,D,B,1,DD\nS,D,B,2,DD\n"), ExitCode::ok);
  EXPECT_EQ(refused(head + "S,D,B,1,D/D\n"), ExitCode::bad_input);
  EXPECT_EQ(refused(head + "S,D,B,1,DDDDDDDDD\n"), ExitCode::bad_input) << "nine letters";
  EXPECT_EQ(refused(head + "S,D,B,1,DD\nS,D,B,2,DE\n"), ExitCode::bad_input) << "two codes of a district";
  EXPECT_EQ(refused(head + "S,D,B,1,DD\nS,E,B,2,DD\n"), ExitCode::bad_input) << "two districts of a code";
}

TEST(Places, AListThatWillNotDoIsBadInput) {
  EXPECT_EQ(refused(""), ExitCode::bad_input);
  EXPECT_EQ(refused("state,district,block\n"), ExitCode::bad_input);
  EXPECT_EQ(refused("state,district,block,booth_no\nS,,B,1\n"), ExitCode::bad_input);
  EXPECT_EQ(refused("state,district,block,booth_no\nS,D,B\n"), ExitCode::bad_input);
  EXPECT_EQ(refused("state,district,block,booth_no\nS,D\xff,B,1\n"), ExitCode::bad_input);
}

}  // namespace
}  // namespace pehchan

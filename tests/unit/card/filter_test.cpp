#include "card/filter.h"

#include <gtest/gtest.h>

namespace pehchan {
namespace {

std::string shown(std::string_view filter, const std::string& value) {
  const auto parsed = parse_filter(filter);
  return parsed ? filtered(*parsed, value) : "mistake: " + parsed.error();
}

std::string mistake(std::string_view filter) {
  const auto parsed = parse_filter(filter);
  return parsed ? "accepted" : parsed.error();
}

TEST(Filter, WritesADateInTheLettersAskedFor) {
  EXPECT_EQ(shown("date", "2029-03-31"), "31-03-2029");
  EXPECT_EQ(shown("date:d MMMM yyyy", "2029-03-01"), "1 March 2029");
  EXPECT_EQ(shown("date:dd.MM.yy", "2029-03-01"), "01.03.29");
  EXPECT_EQ(shown("date:MMM yyyy", "2029-12-01"), "Dec 2029");
  EXPECT_EQ(shown("date:M/yyyy", "2029-03-01"), "3/2029");
  EXPECT_EQ(shown("date-hindi:d MMMM yyyy", "2029-03-31"), "31 मार्च 2029");
  EXPECT_EQ(shown("date-hindi:MMM yy", "2029-01-31"), "जन॰ 29");
}

TEST(Filter, LeavesWhatIsNoDateAsItIs) {
  for (const char* value : {"", "142", "2029-13-01", "2029-00-01", "20xx-01-01", "2029/01/01", "2029-03-310"})
    EXPECT_EQ(shown("date:d MMMM yyyy", value), value);
}

TEST(Filter, TellsWhatADateCanBeWrittenAs) {
  for (const char* pattern :
       {"", "DD-MM-YYYY", "d MMMMM yyyy", "y", "yyy", "EEEE d", "d 'of' MMMM", "HH:mm", "---", "ddd"})
    EXPECT_NE(mistake(std::string("date:") + pattern).find("use d or dd, M, MM, MMM or MMMM, yy or yyyy"),
              std::string::npos)
        << pattern;
  EXPECT_NE(mistake("date-hindi").find("as in \"d MMMM yyyy\""), std::string::npos);
}

TEST(Filter, WritesDigitsInTheScriptsOwn) {
  EXPECT_EQ(shown("digits-hindi", "Booth 0129 बूथ"), "Booth ०१२९ बूथ");
  EXPECT_EQ(shown("digits-hindi", ""), "");
  const std::pair<const char*, const char*> scripts[] = {
      {"bengali", "০৯"},   {"gujarati", "૦૯"}, {"gurmukhi", "੦੯"}, {"kannada", "೦೯"},
      {"malayalam", "൦൯"}, {"meitei", "꯰꯹"},   {"odia", "୦୯"},     {"ol-chiki", "᱐᱙"},
      {"tamil", "௦௯"},     {"telugu", "౦౯"},   {"urdu", "۰۹"},
  };
  for (const auto& [script, digits] : scripts) EXPECT_EQ(shown(std::string("digits-") + script, "09"), digits);
}

TEST(Filter, ChangesCaseWhereThereIsOne) {
  EXPECT_EQ(shown("upper", "Zodin-sanga é"), "ZODIN-SANGA É");
  EXPECT_EQ(shown("lower", "A.B. राम"), "a.b. राम");
}

TEST(Filter, TellsTheNearestThereIs) {
  EXPECT_EQ(mistake("uper"), "there is no filter \"uper\"; is it \"upper\"?");
  EXPECT_EQ(mistake("digits-hindhi"), "there is no filter \"digits-hindhi\"; is it \"digits-hindi\"?");
  EXPECT_NE(mistake("shout").find("use upper, lower, date"), std::string::npos);
  EXPECT_EQ(mistake("upper:1"), "\"upper\" takes nothing after a colon");
}

}  // namespace
}  // namespace pehchan

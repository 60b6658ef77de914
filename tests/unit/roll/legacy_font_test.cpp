#include "roll/legacy_font.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "roll/mojibake.h"
#include "support/build_paths.h"
#include "support/legacy_typing.h"
#include "unit/roll/rolls.h"

namespace pehchan {
namespace {
using namespace testing_rolls;

/// The tables were made from other lists: latin_known.txt and hindi_known.txt.
std::vector<std::string> corpus(const char* file) {
  std::ifstream in(std::string(PEHCHAN_SOURCE) + "/tests/corpus/legacy_font/" + file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

struct Counted {
  std::size_t lines = 0, found = 0;
};

template <class Take>
Counted typed_lines(std::string (*typed)(std::string_view), const char* what, Take take) {
  Counted counted;
  for (const std::string& hindi : corpus("hindi.txt")) {
    const std::string line = typed(hindi);
    if (!take(line)) continue;
    ++counted.lines;
    if (is_in_legacy_font(line))
      ++counted.found;
    else
      std::printf("not found: %s (%s)\n", line.c_str(), hindi.c_str());
  }
  std::printf("%s: %zu of %zu found\n", what, counted.found, counted.lines);
  return counted;
}

bool has_words(const std::string& line) { return line.find(' ') != std::string::npos; }

TEST(LegacyFont, KnowsNamesPeopleHaveSent) {
  for (const char* text : {"jke dqekj", "lquhrk nsoh", "mRrj izns'k", "izkFkfed fo|ky;", "Jherh lhrk nsoh",
                           "ÚUæ× ·¤é×æÚU", "âéÙèÌæ Îðßè", "Hkkjr ljdkj"})
    EXPECT_TRUE(is_in_legacy_font(text)) << text;
}

TEST(LegacyFont, NeverTakesANameInLatinLettersForOne) {
  const auto lines = corpus("latin.txt");
  ASSERT_GE(lines.size(), 500u);
  for (const std::string& line : lines) {
    EXPECT_FALSE(is_in_legacy_font(line)) << line;
    EXPECT_FALSE(is_mojibake(line)) << line;
  }
}

TEST(LegacyFont, NeverTakesUnicodeForOne) {
  for (const std::string& line : corpus("hindi.txt")) EXPECT_FALSE(is_in_legacy_font(line)) << line;
  for (const char* line : {"রাম কুমার", "ராம் குமார்", "రామ్ కుమార్", "ᱨᱟᱢ ᱠᱩᱢᱟᱨ", "رام کمار", "राम (Ram) कुमार", ""})
    EXPECT_FALSE(is_in_legacy_font(line)) << line;
}

TEST(LegacyFont, FindsKrutiDevOfTwoWordsAndMore) {
  const auto [lines, found] = typed_lines(in_kruti_dev, "Kruti Dev, two words or more", has_words);
  EXPECT_GE(lines, 250u);
  EXPECT_GE(found * 100, lines * 98);
}

TEST(LegacyFont, FindsMostSingleWordsOfKrutiDev) {
  const auto [lines, found] = typed_lines(in_kruti_dev, "Kruti Dev, one word of 4 characters or more",
                                          [](auto& line) { return !has_words(line) && line.size() >= 4; });
  EXPECT_GE(lines, 150u);
  EXPECT_GE(found * 100, lines * 90);
}

TEST(LegacyFont, FindsChanakya) {
  const auto [lines, found] = typed_lines(in_chanakya, "Chanakya", [](auto&) { return true; });
  EXPECT_GE(lines, 300u);
  EXPECT_GE(found * 100, lines * 99);
}

TEST(LegacyFont, LetsCapitalsPassAsTheReasonPromises) {
  EXPECT_TRUE(is_in_legacy_font("lquhrk"));
  EXPECT_FALSE(is_in_legacy_font("LQUHRK"));
}

TEST(LegacyFont, WithholdsTheRowAndSaysWhy) {
  for (const char* column : {"name", "name_local", "booth_name", "block", "district", "state", "office"})
    EXPECT_EQ(told(read_one({{column, "lquhrk nsoh"}})), Lines{std::string("2 ") + column + " legacy_font"}) << column;
  const Roll roll = read_one({{"name", "\"k\"k jke"}});
  ASSERT_EQ(roll.withheld.size(), 1u);
  const Problem& problem = roll.withheld[0].problems.at(0);
  EXPECT_NE(problem.reason.en.find("Kruti Dev"), std::string::npos);
  EXPECT_NE(problem.reason.hi.find("यूनिकोड"), std::string::npos);
}

TEST(LegacyFont, LeavesNumbersAlone) { EXPECT_EQ(told(read_one({{"receipt_no", "lquhrk nsoh"}})), Lines{}); }

}  // namespace
}  // namespace pehchan

#include "digital/token.h"

#include <gtest/gtest.h>

#include <set>

namespace pehchan {
namespace {

TEST(Token, IsTwentyTwoLettersThatMayStandInAnAddress) {
  for (int i = 0; i < 1000; ++i) {
    const std::string token = new_token();
    EXPECT_TRUE(is_token(token)) << token;
    EXPECT_EQ(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
              std::string::npos);
    // 128 bits end within the last letter: its lower four are 0, as in base64url.
    EXPECT_NE(std::string("AQgw").find(token.back()), std::string::npos) << token;
  }
}

TEST(Token, EveryBitIsSometimesSet) {
  std::set<std::pair<std::size_t, char>> seen;
  for (int i = 0; i < 20000; ++i) {
    const std::string token = new_token();
    for (std::size_t at = 0; at < token.size(); ++at) seen.insert({at, token[at]});
  }
  EXPECT_EQ(seen.size(), 62U + 20 * 64 + 4) << "it begins with neither '-' nor '_'";
}

TEST(Token, NeverComesTwice) {
  std::set<std::string> all;
  for (int i = 0; i < 10000; ++i) all.insert(new_token());
  EXPECT_EQ(all.size(), 10000U);
}

TEST(Token, NothingElseIsOne) {
  for (const char* text : {"", "abc", "../../../../../../etc/", "AAAAAAAAAAAAAAAAAAAAA.", "AAAAAAAAAAAAAAAAAAAAAAA"})
    EXPECT_FALSE(is_token(text)) << text;
}

}  // namespace
}  // namespace pehchan

// Whose link is in which list, over sites, addresses and periods.
#include <algorithm>

#include "cli/digital_office.h"
#include "cli/office.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

class DigitalLists : public Office {
 protected:
  void SetUp() override { roll_ = make_plain_roll(home_ / "roll", 4); }

  Finished digital(const Words& more = {}, const std::string& base_url = "https://cards.example") const {
    Words words{"digital", "--base-url", base_url, "--quiet"};
    if (std::ranges::find(more, "--organisation") == more.end())
      words.insert(words.end(), {"--organisation", "Jan Dal"});
    if (std::ranges::find(more, "--out") == more.end()) words.insert(words.end(), {"--out", site_.string()});
    words.insert(words.end(), more.begin(), more.end());
    return say(words);
  }
  std::size_t rows_of(const std::string& list) const {
    return fs::exists(home_ / list) ? lines_of(home_ / list).size() - 1 : 0;
  }

  fs::path site_ = home_ / "site";
};

TEST_F(DigitalLists, WhoWasInNoListIsNewInTheNext) {
  const fs::path own = plain_card_with_code(home_ / "own", "25");
  ASSERT_EQ(run_program(roll_.issue(out_, ledger_, {"--template", own.string()})).code, 0);
  ASSERT_EQ(digital({}, "https://old.example").code, 0);
  const std::string toml = bytes_of(own / "card.toml");
  write_bytes(own / "card.toml", toml + "\n# another\n");
  const Words elsewhere{"--out", (home_ / "site2").string()};
  EXPECT_EQ(digital(elsewhere, "https://new.example").code, 1);
  EXPECT_EQ(rows_of("links.csv"), 0U);
  write_bytes(own / "card.toml", toml);
  const Finished run = digital(elsewhere, "https://new.example");
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(rows_of("links.csv"), 4U);
  EXPECT_EQ(rows_of("links-new-0002.csv"), 4U) << "they never got the new address";
}

TEST_F(DigitalLists, ASiteOfTwoPeriodsListsBothAndTakesOffVoidCardsOfBoth) {
  ASSERT_EQ(issue({"--period", "2026"}).code, 0);
  ASSERT_EQ(digital({"--period", "2026"}).code, 0);
  const std::string gone = number_of("PP/TST/000001");
  const auto tokens = names_in(site_ / "c");
  out_ = home_ / "out2";
  ASSERT_EQ(issue({"--period", "2027"}).code, 0);
  ASSERT_EQ(digital({"--period", "2027"}).code, 0);
  EXPECT_EQ(rows_of("links.csv"), 8U);
  EXPECT_EQ(rows_of("links-new-0002.csv"), 4U);
  expect(0, {"void", gone, "--reason", "withdrawn"});
  const Finished run = digital({"--period", "2027"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_NE(run.out.find("1 void"), std::string::npos) << run.out;
  EXPECT_EQ(rows_of("links.csv"), 7U);
  EXPECT_EQ(
      std::ranges::count_if(tokens, [&](const auto& token) { return fs::exists(site_ / "c" / token / "card.pdf"); }),
      3);
}

TEST_F(DigitalLists, AnotherSiteListsItsOwnCardsAloneAndGetsNoTombstonesOfOtherPeriods) {
  ASSERT_EQ(issue({"--period", "2026"}).code, 0);
  ASSERT_EQ(digital({"--period", "2026"}).code, 0);
  expect(0, {"void", number_of("PP/TST/000001"), "--reason", "withdrawn"});
  out_ = home_ / "out2";
  ASSERT_EQ(issue({"--period", "2027"}).code, 0);
  ASSERT_EQ(digital({"--period", "2027", "--out", (home_ / "site2").string()}).code, 0);
  EXPECT_EQ(rows_of("links.csv"), 4U);
  EXPECT_EQ(cards_in(home_ / "site2").size(), 4U);
}

TEST_F(DigitalLists, ANumberOfAListIsNeverGivenAgain) {
  ASSERT_EQ(issue().code, 0);
  ASSERT_EQ(digital().code, 0);
  ASSERT_EQ(rows_of("links-new-0001.csv"), 4U);
  fs::remove(home_ / "links-new-0001.csv");
  expect(0, {"replace", "PP/TST/000001", "--reason", "lost"});
  ASSERT_EQ(issue().code, 0);
  ASSERT_EQ(digital().code, 0);
  EXPECT_FALSE(fs::exists(home_ / "links-new-0001.csv")) << "it was sent";
  EXPECT_EQ(rows_of("links-new-0002.csv"), 1U);
}

TEST_F(DigitalLists, TheFolderOfCardsHasAPageThatListsNone) {
  ASSERT_EQ(issue().code, 0);
  ASSERT_EQ(digital().code, 0);
  EXPECT_EQ(bytes_of(site_ / "c" / "index.html"), bytes_of(site_ / "404.html"));
  EXPECT_NE(bytes_of(site_ / "c" / "index.html").find("noindex"), std::string::npos);
}

TEST_F(DigitalLists, AnOrganisationIsOneLine) {
  ASSERT_EQ(issue().code, 0);
  for (const char* name : {"A\nB", "A\tB", "A\xC2\x85"}) EXPECT_EQ(digital({"--organisation", name}).code, 64);
}

TEST_F(DigitalLists, HelpTellsTheExitCodes) {
  const std::string help = run_program({"digital", "--help"}).out;
  for (const char* code : {"Exit codes: 0 ", "· 1 ", "· 64 ", "· 66 ", "· 70 ", "· 73 ", "· 75 ", "· 78 "})
    EXPECT_NE(help.find(code), std::string::npos) << code;
}

}  // namespace
}  // namespace pehchan

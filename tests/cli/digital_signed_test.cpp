// Digital cards and what their codes say: who signed them, until when, and for whom.
#include <algorithm>

#include "cli/digital_office.h"
#include "cli/office.h"
#include "ledger/lookup.h"
#include "support/signing_office.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

class DigitalSigned : public Office {
 protected:
  void SetUp() override {
    roll_ = make_plain_roll(home_ / "roll", 2);
    for (const char* kid : {"2026a", "other"}) {
      const Finished made = run_program({"keys", "new", "--kid", kid, "--keys", (home_ / kid).string()});
      ASSERT_EQ(made.code, 0) << made.err;
    }
  }

  void issue_signed() const {
    const fs::path card = plain_card_with_code(home_ / "card", "30");
    const Finished run =
        run_program(roll_.issue(out_, ledger_,
                                {"--template", card.string(), "--key", (home_ / "2026a" / "2026a.pem").string(),
                                 "--credential", write_credential_toml(home_).string()}));
    ASSERT_EQ(run.code, 0) << run.err;
  }
  Finished digital(const Words& more = {}) const {
    Words words{"digital", "--out", site_.string(), "--base-url", "https://cards.example", "--quiet"};
    words.insert(words.end(), {"--organisation", "Jan Dal"});
    words.insert(words.end(), more.begin(), more.end());
    return say(words);
  }
  CardRecord card_of(const std::string& member) const {
    Ledger ledger(ledger_);
    return find_cards(ledger, member, 1).at(0);
  }
  std::string any_page() const { return bytes_of(site_ / "c" / cards_in(site_).front() / "index.html"); }

  fs::path site_ = home_ / "site";
};

TEST_F(DigitalSigned, AVerifierThatCannotKnowItsCardsIsTold) {
  issue_signed();
  const Finished none = digital();
  EXPECT_EQ(none.code, 0) << none.err;
  EXPECT_NE(none.err.find("2 cards are signed by the key 2026a, which the site's checking page lacks"),
            std::string::npos)
      << none.err;
  EXPECT_NE(none.out.find("2026a"), std::string::npos) << none.out;
  EXPECT_NE(none.out.find("जाँच पेज"), std::string::npos) << none.out;
  EXPECT_NE(digital({"--keys", (home_ / "other").string()}).err.find("2026a"), std::string::npos);
  const Finished known = digital({"--keys", (home_ / "2026a").string()});
  EXPECT_EQ(known.err, "");
  EXPECT_EQ(known.out.find("2026a"), std::string::npos) << known.out;
}

TEST_F(DigitalSigned, APageTellsTheEarlierOfTheRollsDayAndTheCodes) {
  issue_signed();
  ASSERT_EQ(digital().code, 0);
  EXPECT_NE(any_page().find("31-12-2028"), std::string::npos) << "the roll's, which is earlier than five years";
}

TEST_F(DigitalSigned, APageTellsWhenACodeEndsThoughTheRollSaysNoDay) {
  for (int row = 0; row < 2; ++row) change_roll(",2028-12-31", ",");
  issue_signed();
  ASSERT_EQ(digital().code, 0);
  EXPECT_NE(any_page().find("27-03-2031"), std::string::npos) << "five years from the day that is printed";
}

TEST_F(DigitalSigned, OnlyACodeThatIsSignedIsSaidToBeOneThatAnybodyCanCheck) {
  const std::string section = R"(data-shown="")", shown = R"(data-shown="signed")";
  issue_signed();
  ASSERT_EQ(digital().code, 0);
  EXPECT_NE(any_page().find(shown), std::string::npos);
  site_ = home_ / "site2", ledger_ = home_ / "ledger2.db", out_ = home_ / "out2";
  ASSERT_EQ(issue().code, 0);
  const Finished run = digital();
  ASSERT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(any_page().find(shown), std::string::npos);
  EXPECT_NE(any_page().find(section), std::string::npos);
}

TEST_F(DigitalSigned, ACodeOfAnotherCardIsNotPublished) {
  issue_signed();
  const std::string one = card_of("PP/TST/000001").number.text, other = card_of("PP/TST/000002").number.text;
  const std::string change = "update card set qr_text = (select qr_text from card where number = '" + other +
                             "') where number = '" + one + "'";
  ASSERT_EQ(std::system(("sqlite3 '" + ledger_ + "' \"" + change + "\"").c_str()), 0);
  const Finished run = digital();
  EXPECT_EQ(run.code, 70);
  EXPECT_NE(run.out.find("its QR code is another card's (first: " + one), std::string::npos) << run.out;
  EXPECT_EQ(cards_in(site_).size(), 1U);
}

}  // namespace
}  // namespace pehchan

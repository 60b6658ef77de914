#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <csignal>

#include "cli/digital_office.h"
#include "crash/good_roll.h"
#include "ledger/lookup.h"
#include "support/build_paths.h"
#include "support/postgres_server.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

TEST_F(Digital, EveryMemberHasAPageWithTheCardAsPdfAndPictures) {
  ASSERT_TRUE(have_site());
  EXPECT_EQ(lines_of(office_ / "links.csv").front(), "member_no,mobile,name,link,token");
  const auto all = links();
  ASSERT_GE(all.size(), 20U);
  EXPECT_EQ(names_in(site_ / "c").size(), all.size());
  for (const auto& [member, cells] : all) {
    EXPECT_EQ(cells[1].substr(0, 3), "+91");
    EXPECT_EQ(cells[3], "https://cards.example/c/" + cells[4] + "/");
    EXPECT_EQ(names_in(card(cells[4])), (Words{"back.png", "card.pdf", "front.png", "index.html", "share.jpg"}));
    EXPECT_LE(fs::file_size(card(cells[4]) / "share.jpg"), 200'000U);
    const std::string page = bytes_of(card(cells[4]) / "index.html");
    EXPECT_NE(page.find(cells[2]), std::string::npos) << "the member's name";
    EXPECT_NE(page.find("Jan &lt;Dal&gt;"), std::string::npos);
    EXPECT_EQ(page.find("{{"), std::string::npos);
    EXPECT_NE(page.find("noindex"), std::string::npos);
    EXPECT_EQ(page.find("Jan <Dal>"), std::string::npos);
  }
}

TEST_F(Digital, TheFilesAreWhatTheyAreSaidToBe) {
  ASSERT_TRUE(have_site());
  const fs::path one = card(token_of(first_member()));
  const Finished proof = run_program({"proof", (one / "card.pdf").string(), "--profile", "archive"});
  EXPECT_EQ(proof.code, 0) << proof.out;
  EXPECT_NE(proof.out.find("codes      1"), std::string::npos) << proof.out;
  for (const char* name : {"front.png", "back.png"}) {
    const std::string png = bytes_of(one / name);
    EXPECT_EQ(png.substr(16, 8), std::string("\0\0\x03\xF3\0\0\x02\x7E", 8)) << "1011 × 638 px";
  }
  EXPECT_EQ(bytes_of(site_ / "robots.txt"), "User-agent: *\nDisallow: /\n");
  for (const char* name : {"index.html", "404.html", "assets/card.css"}) EXPECT_TRUE(fs::exists(site_ / name)) << name;
}

TEST_F(Digital, NothingElseOfTheSiteNamesACardAndTheListIsNotInIt) {
  ASSERT_TRUE(have_site());
  const auto all = links();
  for (const auto& entry : fs::recursive_directory_iterator(site_)) {
    if (!entry.is_regular_file()) continue;
    const std::string bytes = bytes_of(entry.path());
    for (const auto& [member, cells] : all) EXPECT_EQ(bytes.find(cells[4]), std::string::npos) << entry.path();
  }
  EXPECT_EQ(names_in(site_),
            (Words{".lock", ".organisation", "404.html", "assets", "c", "index.html", "robots.txt", "verify"}));
  for (const char* name : {"links.csv", "links-new-0001.csv"}) {
    struct stat found {};
    ASSERT_EQ(::stat((office_ / name).c_str(), &found), 0) << name;
    EXPECT_EQ(found.st_mode & 0777, 0600U) << name;
  }
}

TEST_F(Digital, ASecondRunTouchesNothing) {
  ASSERT_TRUE(have_site());
  const auto before = state_of(site_);
  const Finished again = make();
  EXPECT_EQ(again.code, 0) << again.err;
  EXPECT_NE(again.out.find("0 digital cards made"), std::string::npos) << again.out;
  EXPECT_EQ(state_of(site_), before);
  EXPECT_FALSE(fs::exists(office_ / "links-new-0002.csv")) << "nobody's link is new";
}

TEST_F(Digital, UnchangedCardsNeedNoReleasedFile) {
  ASSERT_TRUE(have_site());
  for (const auto& entry : fs::directory_iterator(office_ / "out"))
    if (entry.path().extension() == ".pdf") fs::remove(entry.path());
  EXPECT_EQ(make().code, 0);
  fs::remove(card(token_of(first_member())) / "front.png");
  const Finished gone = make();
  EXPECT_EQ(gone.code, 1) << gone.out;
  EXPECT_NE(gone.out.find("is gone"), std::string::npos) << gone.out;
}

TEST_F(Digital, AFileThatIsMissingOrCutOffIsMadeAgainWithTheSameBytes) {
  ASSERT_TRUE(have_site());
  const fs::path one = card(token_of(first_member()));
  const std::string whole = bytes_of(one / "back.png"), pdf = bytes_of(one / "card.pdf");
  write_bytes(one / "back.png", whole.substr(0, 1000));
  const Finished run = make();
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_NE(run.out.find("1 digital cards made"), std::string::npos) << run.out;
  EXPECT_TRUE(bytes_of(one / "back.png") == whole);
  EXPECT_TRUE(bytes_of(one / "card.pdf") == pdf);
}

TEST_F(Digital, AReplacedCardHasANewAddressAndItsOldOneSaysSo) {
  ASSERT_TRUE(have_site());
  const std::string member = first_member(), old = token_of(member);
  say({"replace", member, "--reason", "lost"});
  ASSERT_EQ(make().code, 0);
  EXPECT_EQ(names_in(card(old)), Words{"index.html"});
  const std::string tomb = bytes_of(card(old) / "index.html");
  EXPECT_NE(tomb.find("no longer valid"), std::string::npos);
  EXPECT_NE(tomb.find("मान्य नहीं"), std::string::npos);
  EXPECT_FALSE(links().contains(member));
  ASSERT_EQ(run_program(issue(good, office_ / "out", {"--ledger", ledger()})).code, 0);
  const Finished run = make();
  ASSERT_EQ(run.code, 0) << run.err;
  EXPECT_NE(run.out.find("1 digital cards made"), std::string::npos) << run.out;
  EXPECT_NE(token_of(member), old);
  EXPECT_EQ(links("links-new-0002.csv").size(), 1U);
  EXPECT_EQ(names_in(card(old)), Words{"index.html"});
  const auto before = state_of(site_);
  ASSERT_EQ(make().code, 0);
  EXPECT_EQ(state_of(site_), before);
}

TEST_F(Digital, AVoidCardBecomesATombstone) {
  ASSERT_TRUE(have_site());
  const std::string member = first_member(), token = token_of(member);
  const std::string found = run_program({"find", member, "--ledger", ledger()}).out;
  say({"void", found.substr(0, found.find(' ')), "--reason", "withdrawn"});
  const Finished run = make();
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_NE(run.out.find("1 void"), std::string::npos) << run.out;
  EXPECT_EQ(names_in(card(token)), Words{"index.html"});
}

TEST_F(Digital, AnotherPageChangesPagesAndNoPicture) {
  ASSERT_TRUE(have_site());
  const fs::path one = card(token_of(first_member()));
  const auto drawn = fs::last_write_time(one / "front.png");
  const Finished run = make({"--organisation", "Another"});
  ASSERT_EQ(run.code, 0) << run.err;
  EXPECT_NE(run.out.find("with a new page only"), std::string::npos) << run.out;
  EXPECT_NE(bytes_of(one / "index.html").find("Another"), std::string::npos);
  EXPECT_EQ(fs::last_write_time(one / "front.png"), drawn);
}

TEST_F(Digital, WithOneThreadOrFourTheBytesAreTheSame) {
  ASSERT_TRUE(have_site()) << "by four";
  const std::string four = fingerprint(site_);
  fs::remove_all(site_);
  ASSERT_EQ(make({"--jobs", "1"}).code, 0);
  EXPECT_EQ(fingerprint(site_), four);
}

TEST_F(Digital, AChangedTemplateIsToldAndTheSiteStays) {
  const fs::path own = here_ / "template";
  fs::copy(fs::path(PEHCHAN_SOURCE) / "templates" / "member", own, fs::copy_options::recursive);
  const std::string book = (here_ / "own.db").string();
  Words issuing = issue_roll(roll_of({"Asha Devi", "Meera Bai"}), here_ / "own");
  issuing.insert(issuing.end(), {"--ledger", book, "--template", own.string()});
  ASSERT_EQ(run_program(issuing).code, 0);
  const Words words{"digital", "--out", site_.string(), "--ledger", book, "--quiet", "--organisation", "Jan Dal"};
  ASSERT_EQ(run_program(words).code, 0);
  write_bytes(own / "card.toml", bytes_of(own / "card.toml") + "\n# another\n");
  const auto before = state_of(site_);
  EXPECT_EQ(run_program(words).code, 0) << "nothing is to be drawn";
  EXPECT_EQ(state_of(site_), before);
  fs::remove_all(site_ / "c");
  const Finished run = run_program(words);
  EXPECT_EQ(run.code, 1);
  EXPECT_NE(run.out.find("has changed since"), std::string::npos) << run.out;
  EXPECT_TRUE(names_in(site_ / "c").empty());
}

TEST_F(Digital, AReleasedFileThatIsNotWhatItWasGivesNobodysPicture) {
  const fs::path pdf = office_ / "out" / "sheets-0001.pdf";
  write_bytes(pdf, bytes_of(pdf) + " ");
  const Finished run = make();
  EXPECT_EQ(run.code, 1);
  EXPECT_NE(run.out.find("is not the file that was released"), std::string::npos) << run.out;
  EXPECT_TRUE(names_in(site_ / "c").empty());
  EXPECT_TRUE(links().empty());
}

TEST_F(Digital, AWrongPageIsToldBeforeAnythingIsMade) {
  const fs::path pages = here_ / "pages";
  fs::copy(fs::path(PEHCHAN_SOURCE) / "web" / "site", pages, fs::copy_options::recursive);
  write_bytes(pages / "card.html", "<p>\n{{mobile}}</p>");
  const Finished run = make({"--pages", pages.string()});
  EXPECT_EQ(run.code, 78);
  EXPECT_NE(run.err.find("card.html:2: there is no place {{mobile}}"), std::string::npos) << run.err;
  EXPECT_TRUE(names_in(site_ / "c").empty());
}

TEST_F(Digital, WhatMustNotBeServedIsRefused) {
  const Finished around = run_program({"digital", "--out", office_.string(), "--ledger", ledger()});
  EXPECT_EQ(around.code, 64);
  EXPECT_NE(around.err.find("the ledger would lie in the folder that is served"), std::string::npos) << around.err;
  EXPECT_EQ(run_program({"digital", "--out", (office_ / "out").string(), "--ledger", ledger()}).code, 64);
  EXPECT_EQ(make({"--links", (site_ / "links.csv").string()}).code, 64);
  for (const char* url : {"cards.example", "javascript:alert(1)", "https://x/\"><script>", "https://cards.example/?a"})
    EXPECT_EQ(run_program({"digital", "--out", site_.string(), "--ledger", ledger(), "--base-url", url}).code, 64)
        << url;
}

TEST_F(Digital, TheVerifierKnowsThePublicKeysAndNoPrivateOne) {
  const fs::path keys = here_ / "keys";
  ASSERT_EQ(run_program({"keys", "new", "--kid", "2026a", "--keys", keys.string()}).code, 0);
  ASSERT_TRUE(have_site());
  ASSERT_EQ(make({"--keys", keys.string()}).code, 0);
  const std::string jwks = bytes_of(site_ / ".well-known" / "jwks.json");
  EXPECT_NE(jwks.find("2026a"), std::string::npos);
  EXPECT_TRUE(fs::exists(site_ / ".well-known" / "cose-keys.cbor"));
  EXPECT_NE(bytes_of(site_ / "verify" / "index.html").find(jwks), std::string::npos);
  for (const auto& entry : fs::recursive_directory_iterator(site_))
    if (entry.is_regular_file()) {
      EXPECT_EQ(bytes_of(entry.path()).find("PRIVATE KEY"), std::string::npos) << entry.path();
    }
  const auto before = state_of(site_);
  ASSERT_EQ(make().code, 0);
  EXPECT_EQ(state_of(site_), before) << "a run without --keys keeps them";
  fs::copy(keys, site_ / "keys", fs::copy_options::recursive);
  EXPECT_EQ(make({"--keys", (site_ / "keys").string()}).code, 64);
  fs::create_directory_symlink(site_ / "keys", here_ / "link");
  EXPECT_EQ(make({"--keys", (here_ / "link").string()}).code, 64);
}

TEST_F(Digital, SheetsAreNotMadeInASite) {
  ASSERT_TRUE(have_site());
  const auto before = state_of(site_);
  fs::create_directory_symlink(site_ / "c", here_ / "link");
  for (const fs::path& out : {site_, site_ / "sheets" / "new", here_ / "link" / "sheets"}) {
    const Finished run = run_program(issue(good, out, {"--ledger", ledger()}));
    EXPECT_EQ(run.code, 64) << out;
    EXPECT_NE(run.err.find("lies in a site, which is served"), std::string::npos) << run.err;
  }
  EXPECT_EQ(state_of(site_), before);
}

TEST_F(Digital, TwoRunsAtOnceAreNotLetIn) {
  RunningProgram first(
      {"digital", "--out", site_.string(), "--ledger", ledger(), "--quiet", "--jobs", "1", "--organisation", "J"});
  while (!fs::exists(site_ / ".part" / "ground.pdf") && !first.has_ended()) {
  }
  first.signal(SIGSTOP);
  EXPECT_EQ(make().code, 75);
  first.signal(SIGCONT);
  EXPECT_EQ(first.wait().code, 0);
}

TEST_F(Digital, AHostileNameIsTextOnThePage) {
  const std::string book = (here_ / "own.db").string();
  Words words = issue_roll(roll_of({"Asha <script>x</script>"}), here_ / "own");
  words.insert(words.end(), {"--ledger", book});
  ASSERT_LE(run_program(words).code, 1);
  ASSERT_EQ(run_program({"digital", "--out", site_.string(), "--ledger", book, "--quiet", "--organisation", "J"}).code,
            0);
  const auto tokens = names_in(site_ / "c");
  ASSERT_FALSE(tokens.empty());
  for (const std::string& token : tokens) {
    const std::string page = bytes_of(card(token) / "index.html");
    EXPECT_EQ(page.find("<script"), std::string::npos);
    EXPECT_NE(page.find("Asha &lt;script&gt;x&lt;/script&gt;"), std::string::npos);
  }
}

TEST_F(Digital, NoNameInTheListIsAFormula) {
  const std::string book = (office_ / "own.db").string();
  Words words = issue_roll(roll_of({"=HYPERLINK(A1&B2)", "@SUM(1+1)", "-2+3 Asha", "+91 Asha"}), here_ / "own");
  words.insert(words.end(), {"--ledger", book});
  ASSERT_LE(run_program(words).code, 1);
  ASSERT_EQ(run_program({"digital", "--out", site_.string(), "--ledger", book, "--quiet", "--base-url",
                         "https://cards.example", "--organisation", "Jan Dal"})
                .code,
            0);
  for (const char* list : {"links.csv", "links-new-0001.csv"}) {
    const auto all = links(list);
    ASSERT_EQ(all.size(), 4U);
    for (const auto& [member, cells] : all) {
      EXPECT_EQ(cells[2].front(), '\'') << cells[2];
      EXPECT_EQ(cells[1].substr(0, 3), "+91") << "the gateway needs it";
      EXPECT_EQ(std::string("=+-@_").find(cells[4].front()), std::string::npos) << cells[4];
    }
  }
}

TEST_F(Digital, ARunForAnotherAddressMakesNobodysLinkNew) {
  ASSERT_TRUE(have_site());
  const Words elsewhere{"--base-url", "https://trial.example", "--links", (here_ / "trial.csv").string()};
  Words words{"digital", "--out", site_.string(), "--ledger", ledger(), "--quiet"};
  words.insert(words.end(), elsewhere.begin(), elsewhere.end());
  ASSERT_EQ(run_program(words).code, 0);
  EXPECT_TRUE(fs::exists(here_ / "trial-new-0001.csv")) << "that address is new";
  ASSERT_EQ(make().code, 0);
  EXPECT_FALSE(fs::exists(office_ / "links-new-0002.csv")) << "nobody gets the SMS twice";
}

TEST_F(Digital, TheOrganisationIsNamedOnceAndKept) {
  const Words nameless{"digital", "--out", site_.string(), "--ledger", ledger(), "--quiet"};
  const Finished first = run_program(nameless);
  EXPECT_EQ(first.code, 64);
  EXPECT_NE(first.err.find("--organisation"), std::string::npos) << first.err;
  EXPECT_FALSE(fs::exists(site_));
  ASSERT_TRUE(have_site());
  const auto before = state_of(site_);
  EXPECT_EQ(run_program(nameless).code, 0);
  EXPECT_EQ(state_of(site_), before);
}

TEST_F(Digital, WhatAKilledRunLeftOfItsListIsSwept) {
  ASSERT_TRUE(have_site());
  const fs::path part = office_ / "links-new-0007.csv.part", other = office_ / "other.part";
  write_bytes(part, "mobiles");
  write_bytes(other, "not ours");
  ASSERT_EQ(make().code, 0);
  EXPECT_FALSE(fs::exists(part));
  EXPECT_TRUE(fs::exists(other));
  EXPECT_TRUE(fs::exists(office_ / "links-new-0001.csv"));
  const Finished purged = run_program({"purge", "--ledger", ledger()});
  EXPECT_NE(purged.out.find((office_ / "links-new-0001.csv").string() + ": names and mobiles"), std::string::npos)
      << purged.out;
}

TEST_F(Digital, APurgeCountsTheCardsThatMembersStillSee) {
  ASSERT_EQ(make().code, 0);
  const auto all = links();
  const std::string found = run_program({"find", first_member(), "--ledger", ledger()}).out;
  say({"void", found.substr(0, found.find(' ')), "--reason", "withdrawn"});
  ASSERT_EQ(make().code, 0);
  say({"printed", "J0001"});
  say({"handover", "J0001", "--signed"});
  const Words purge{"purge", "--days", "0", "--ledger", ledger()};
  Words trial = purge;
  trial.emplace_back("--dry-run");
  EXPECT_EQ(run_program(trial).out.find("SITE/c/TOKEN"), std::string::npos) << "nobody is purged yet";
  const std::string told =
      "SITE/c/TOKEN of " + std::to_string(all.size() - 1) + " purged cards: members still see them";
  for (int time = 0; time < 2; ++time) {
    const Finished run = run_program(purge);
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_NE(run.out.find(told), std::string::npos) << run.out;
  }
  EXPECT_EQ(names_in(site_ / "c").size(), all.size()) << "a purge leaves the site alone";
}

/// One card's code was damaged in the ledger: no reader gives back bytes that are no text.
class DigitalOfABadCode : public Digital {
 protected:
  void SetUp() override {
    Digital::SetUp();
    Ledger book(ledger());
    each_card_of(book, [&](const CardRecord& card) { bad_ = card; });
  }
  void set_code(const std::string& code) const {
    const std::string change = "update card set qr_text = " + code + " where number = '" + bad_.number.text + "'";
    ASSERT_EQ(std::system(("sqlite3 '" + ledger() + "' \"" + change + "\"").c_str()), 0);
  }
  void damage() const { set_code("cast(x'ff80' as text)"); }
  void mend() const { set_code("'" + bad_.qr_text + "'"); }

  void expect_told(const Finished& run) const {
    EXPECT_EQ(run.code, 70) << run.out << run.err;
    const std::string told =
        "1 cards did not read back and are not published: the QR code of its picture does not read back (first: " +
        bad_.number.text + ")\n1 कार्ड जाँच में सही नहीं पढ़े गए, प्रकाशित नहीं हुए।\n";
    EXPECT_NE(run.out.find(told), std::string::npos) << run.out;
  }

  CardRecord bad_;
};

TEST_F(DigitalOfABadCode, ACardThatDoesNotReadBackIsToldAndItsOldFormAndAllOthersStay) {
  ASSERT_EQ(make().code, 0);
  const auto before = state_of(site_);
  const auto all = links();
  damage();
  expect_told(make());
  EXPECT_EQ(state_of(site_), before);
  EXPECT_EQ(links(), all) << "its link still leads to a card";
  mend();
  EXPECT_EQ(make().code, 0);
  EXPECT_EQ(state_of(site_), before);
}

TEST_F(DigitalOfABadCode, ANewOneIsInNoListAndTheOthersAreMade) {
  damage();
  expect_told(make());
  const auto others = links();
  EXPECT_GE(others.size(), 20U);
  EXPECT_FALSE(others.contains(bad_.member[Field::member_no]));
  EXPECT_EQ(names_in(site_ / "c").size(), others.size());
  EXPECT_FALSE(fs::exists(site_ / ".part"));
  const auto before = state_of(site_ / "c");
  mend();
  const Finished run = make();
  EXPECT_EQ(run.code, 0) << run.out;
  EXPECT_NE(run.out.find("1 digital cards made"), std::string::npos) << run.out;
  EXPECT_TRUE(links().contains(bad_.member[Field::member_no]));
  EXPECT_TRUE(std::ranges::includes(state_of(site_ / "c"), before)) << "the others are as they were";
}

TEST_F(Digital, ASharedLedgerGivesTheSameSite) {
  const PostgresServer server;
  Words issuing = issue_roll(roll_of({"Asha Devi", "Meera Bai", "Ramesh Yadav"}), here_ / "shared");
  issuing.insert(issuing.end(), {"--ledger", server.url()});
  ASSERT_EQ(run_program(issuing).code, 0);
  const Words words{"digital",        "--out",      site_.string(),           "--ledger",
                    server.url(),     "--base-url", "https://cards.example/", "--quiet",
                    "--organisation", "J"};
  const Finished run = run_program(words);
  ASSERT_EQ(run.code, 0) << run.err;
  const auto before = state_of(site_);
  EXPECT_EQ(names_in(site_ / "c").size(), 3U);
  EXPECT_TRUE(fs::exists(here_ / "links.csv"));
  const Finished again = run_program(words);
  EXPECT_EQ(again.code, 0) << again.err;
  EXPECT_EQ(state_of(site_), before);
}

}  // namespace
}  // namespace pehchan

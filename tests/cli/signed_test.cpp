// Cards whose QR codes are signed, from the roll to the list of those that no longer count.
#include <algorithm>
#include <csignal>
#include <set>

#include "cli/office.h"
#include "credential/key_pem.h"
#include "credential/key_sets.h"
#include "credential/status_list.h"
#include "credential/verify.h"
#include "ledger/lookup.h"
#include "support/build_paths.h"
#include "support/codes_on.h"
#include "support/signing_office.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr std::int64_t some_day_later = 1'790'000'000;  ///< 21 September 2026

class SignedCards : public Office {
 protected:
  fs::path design_ = plain_card_with_code(home_ / "card", "30");
  PublicKey public_key_ = make_key(home_ / "keys", "2026a");
  fs::path key_ = home_ / "keys" / "2026a.pem";
  fs::path settings_ = write_credential_toml(home_, office_status);

  Words key_words() const { return {"--key", key_.string(), "--credential", settings_.string()}; }
  Words signed_words(const fs::path& out, const std::string& ledger, const Words& more = {}) const {
    Words how{"--template", design_.string()};
    for (const Words& words : {key_words(), more}) how.insert(how.end(), words.begin(), words.end());
    return roll_.issue(out, ledger, how);
  }
  Finished issue_signed(const Words& more = {}) const { return run_program(signed_words(out_, ledger_, more)); }

  Credential verified(const std::string& code) const {
    const auto credential = verify_credential(code, {public_key_}, some_day_later);
    if (!credential) throw std::runtime_error(code_of(credential.error().why));
    return *credential;
  }
  CardRecord card_of(const std::string& member) const {
    Ledger ledger(ledger_);
    return find_cards(ledger, member, 1).at(0);
  }
  /// `at`: empty for now.
  Finished publish(const std::string& at, const fs::path& site) const {
    Words words{"status", "publish", "--out", site.string()};
    if (!at.empty()) words.insert(words.end(), {"--at", at});
    const Words key = key_words();
    words.insert(words.end(), key.begin(), key.end());
    return say(words);
  }
  StatusList list_in(const fs::path& site, std::int64_t now) const {
    const auto list = read_status_list(bytes_of(site / "status" / "1"), {public_key_}, now);
    if (!list) throw std::runtime_error(code_of(list.error().why));
    return *list;
  }
  int status_of(const std::string& member, const StatusList& list) const {
    const StatusPlace place = verified(card_of(member).qr_text).claims.status.value();
    EXPECT_EQ(place.uri, list.uri);
    return status_at(list, place.index).value_or(-1);
  }
};

TEST_F(SignedCards, EachPrintedCodeVerifiesAndSaysItsMember) {
  const Finished run = issue_signed();
  EXPECT_EQ(run.code, 0) << run.err;
  const auto codes = codes_on(out_ / "sheets-0001.pdf");
  ASSERT_EQ(codes.size(), 25U);
  std::set<std::string> numbers;
  std::set<std::uint64_t> places;
  for (const std::string& code : codes) {
    const CredentialClaims claims = verified(code).claims;
    EXPECT_EQ(claims.issuer, office_issuer);
    EXPECT_EQ(claims.issued_at, 1'774'569'600) << "27 March 2026, when the last was confirmed";
    EXPECT_EQ(claims.expires_at, 1'861'920'000) << "after 31 December 2028";
    EXPECT_TRUE(claims.full_name.starts_with("Asha Test"));
    EXPECT_EQ(claims.second_name, "आशा टेस्ट");
    EXPECT_EQ(claims.language, "hin");
    EXPECT_EQ(claims.location, claims.card_number.substr(4, 3));
    EXPECT_EQ(claims.status.value().uri, std::string(office_issuer) + "/status/1");
    numbers.insert(claims.card_number);
    places.insert(claims.status->index);
    EXPECT_EQ(card_of(claims.card_number).qr_text, code) << "as the ledger keeps it";
  }
  EXPECT_EQ(numbers.size(), 25U);
  EXPECT_EQ(places.size(), 25U);
  EXPECT_EQ(faults_of(ledger_), "");
}

TEST_F(SignedCards, AKeyWhosePublicKeyIsAnotherSignsNothing) {
  const fs::path beside = home_ / "keys" / "2026a.pub.pem";
  write_bytes(beside, public_pem(public_key_.x));
  ASSERT_EQ(issue_signed({"--member", "PP/TST/000001"}).code, 0);
  write_bytes(beside, public_pem(make_key(home_ / "others", "2026a").x));
  for (const Finished& run : {issue_signed(), publish("", home_ / "site")}) {
    EXPECT_EQ(run.code, 78) << run.out;
    EXPECT_NE(run.err.find("2026a.pub.pem is not the public key of"), std::string::npos) << run.err;
  }
}

TEST_F(SignedCards, AFolderOfKeysSignsWithItsCurrentOne) {
  const fs::path keys = home_ / "ring";
  ASSERT_EQ(run_program({"keys", "new", "--kid", "2025a", "--keys", keys.string()}).code, 0);
  ASSERT_EQ(run_program({"keys", "rotate", "--kid", "2026a", "--keys", keys.string()}).code, 0);
  key_ = keys;
  EXPECT_EQ(issue_signed().code, 0);
  EXPECT_EQ(report()["files"][0]["kid"], "2026a");
  EXPECT_EQ(publish("", home_ / "site").code, 0);
  key_ = home_ / "keys";
  EXPECT_EQ(publish("", home_ / "site").code, 66) << "it has no keys.toml";
}

TEST_F(SignedCards, AKeyThatIsNoLongerPublishedSignsNothing) {
  const fs::path keys = home_ / "ring";
  ASSERT_EQ(run_program({"keys", "new", "--kid", "2025a", "--keys", keys.string()}).code, 0);
  ASSERT_EQ(run_program({"keys", "rotate", "--kid", "2026a", "--keys", keys.string()}).code, 0);
  key_ = keys / "2025a.pem";
  EXPECT_EQ(issue_signed().code, 0) << "readers still have it";
  std::string list = bytes_of(keys / "keys.toml");
  const auto retired = list.find("retired");
  write_bytes(keys / "keys.toml", list.insert(retired, "keep_until = \"2026-01-31\"\n"));
  for (const Finished& run : {issue_signed(), publish("", home_ / "site")}) {
    EXPECT_EQ(run.code, 78);
    EXPECT_NE(run.err.find("published until 2026-01-31"), std::string::npos) << run.err;
  }
}

TEST_F(SignedCards, AnotherAddressThanTheCardsHaveIsRefused) {
  ASSERT_EQ(issue_signed().code, 0);
  const fs::path site = home_ / "site";
  ASSERT_EQ(publish("", site).code, 0);
  const std::string published = bytes_of(site / "status" / "1");
  write_credential_toml(home_, "status_uri = \"" + std::string(office_issuer) + "/state\"\n");
  const Finished run = publish("", site);
  EXPECT_EQ(run.code, 78);
  EXPECT_NE(run.err.find("/status, and credential.toml says"), std::string::npos) << run.err;
  EXPECT_EQ(bytes_of(site / "status" / "1"), published);
}

TEST_F(SignedCards, AreInTheFormOfMosipsReadersWhenAsked) {
  EXPECT_EQ(issue_signed({"--wire", "mosip"}).code, 0);
  for (const std::string& code : codes_on(out_ / "sheets-0001.pdf"))
    EXPECT_EQ(verify_credential(code, {public_key_}, some_day_later).value().form, WireForm::mosip);
  EXPECT_EQ(issue_signed({"--wire", "cbor"}).code, 64);
  EXPECT_EQ(say({"issue", "--roll", "x", "--photos", ".", "--wire", "mosip"}).code, 64) << "nothing is signed";
}

TEST_F(SignedCards, TheReportNamesKeyAndIssuerAndUnsignedCardsSaySo) {
  auto words = signed_words(out_, ledger_);
  std::erase(words, "--quiet");
  const Finished run = run_program(words);
  EXPECT_NE(run.out.find("with the key 2026a, issuer " + std::string(office_issuer)), std::string::npos) << run.out;
  EXPECT_EQ(report()["qr_signed"], true);
  EXPECT_EQ(report()["files"][0]["kid"], "2026a");
  EXPECT_NE(bytes_of(out_ / "report.html").find("signed with the key 2026a"), std::string::npos);
  EXPECT_EQ(bytes_of(out_ / "report.html").find("not signed"), std::string::npos);

  const fs::path plain_out = home_ / "plain-out";
  auto plain = roll_.issue(plain_out, home_ / "plain.db", plain_card);
  std::erase(plain, "--quiet");
  EXPECT_NE(run_program(plain).out.find("unsigned"), std::string::npos);
  EXPECT_NE(bytes_of(plain_out / "report.html").find("not signed"), std::string::npos);
  EXPECT_NE(bytes_of(plain_out / "report.html").find("हस्ताक्षर नहीं है"), std::string::npos);
  EXPECT_EQ(nlohmann::json::parse(bytes_of(plain_out / "report.json"))["qr_signed"], false);
}

TEST_F(SignedCards, TheSameBytesOnOneThreadOrFourAndAfterKills) {
  write_credential_toml(home_);
  const fs::path one = home_ / "one", four = home_ / "four", broken = home_ / "broken";
  const auto run = [&](const fs::path& out, const char* jobs) {
    return signed_words(out, out.string() + ".db", {"--sheets-per-file", "1", "--jobs", jobs});
  };
  EXPECT_EQ(run_program(run(one, "1")).code, 0);
  EXPECT_EQ(run_program(run(four, "4")).code, 0);
  EXPECT_EQ(fingerprint(one), fingerprint(four));
  int kills = 0;
  for (const int moment : {100, 250, 400, 600, 900})
    kills += run_and_signal(run(broken, "2"), SIGKILL, moment).code == 128 + SIGKILL ? 1 : 0;
  EXPECT_GE(kills, 1);
  EXPECT_EQ(run_program(run(broken, "2")).code, 0);
  EXPECT_EQ(fingerprint(broken), fingerprint(one));
}

TEST_F(SignedCards, AKilledRunGivesNoCardASecondPlace) {
  for (const int moment : {150, 300, 500, 800}) run_and_signal(signed_words(out_, ledger_), SIGKILL, moment);
  EXPECT_EQ(issue_signed().code, 0);
  for (const std::string& code : codes_on(out_ / "sheets-0001.pdf")) {
    const auto claims = verified(code).claims;
    EXPECT_EQ(card_of(claims.card_number).qr_text, code);
  }
  EXPECT_EQ(publish("2026-09-21T00:00:00Z", home_ / "site").out.find("25 cards: 0 void"), 0U);
}

TEST_F(SignedCards, ARemakeCarriesTheSameCodeWithoutAKey) {
  ASSERT_EQ(issue_signed().code, 0);
  const auto codes = codes_on(out_ / "sheets-0001.pdf");
  fs::remove_all(home_ / "keys");
  fs::remove(settings_);
  expect(0, {"spoilt", "J0001", "--sheet", "2", "--slots", "4"});
  const auto again = codes_on(out_ / "remake-0001.pdf");
  ASSERT_EQ(again.size(), 1U);
  EXPECT_NE(std::ranges::find(codes, again[0]), codes.end());
  expect(0, {"spoilt", "J0002", "--sheet", "1"});
  EXPECT_EQ(codes_on(out_ / "remake-0002.pdf"), again);
  EXPECT_EQ(faults_of(ledger_), "");
}

TEST_F(SignedCards, ACodeThatWasChangedInTheLedgerIsNotPrinted) {
  ASSERT_EQ(issue_signed().code, 0);
  const std::string own = card_of("PP/TST/000001").qr_text, other = card_of("PP/TST/000003").qr_text;
  const std::string change =
      "update card set qr_text = (select qr_text from card where member = 'PP/TST/000003') where "
      "member = 'PP/TST/000001'";
  ASSERT_EQ(std::system(("sqlite3 '" + ledger_ + "' \"" + change + "\"").c_str()), 0);
  const Finished remake = say({"spoilt", "J0001", "--sheet", "1"});
  EXPECT_EQ(remake.code, 70) << remake.out;
  EXPECT_NE(remake.err.find("signed for another card"), std::string::npos) << remake.err;
  EXPECT_FALSE(fs::exists(out_ / "remake-0001.pdf"));
  EXPECT_NE(faults_of(ledger_), "");
  EXPECT_NE(own, other);
}

TEST_F(SignedCards, WhoIsReplacedIsRevokedByTheNextList) {
  ASSERT_EQ(issue_signed().code, 0);
  const fs::path site = home_ / "site";
  const std::string old = card_of("PP/TST/000002").qr_text;
  ASSERT_EQ(publish("2026-09-21T00:00:00Z", site).code, 0);
  const StatusList first = list_in(site, some_day_later);
  EXPECT_EQ(status_of("PP/TST/000002", first), 0);
  expect(0, {"replace", "PP/TST/000002", "--reason", "lost"});
  const std::string withdrawn = card_of("PP/TST/000005").number.text;
  expect(0, {"void", withdrawn, "--reason", "withdrawn"});
  const Finished second = publish("2026-09-21T06:00:00Z", site);
  EXPECT_NE(second.out.find("25 cards: 2 void or replaced, 0 expired, 23 count"), std::string::npos)
      << second.out << second.err;
  const StatusList next = list_in(site, some_day_later + 21'600);
  EXPECT_EQ(next.issued_at, first.issued_at + 21'600);
  EXPECT_EQ(next.expires_at.value(), next.issued_at + 7 * 86'400);
  EXPECT_EQ(next.ttl.value(), 12 * 3600);
  EXPECT_EQ(status_at(next, verified(old).claims.status->index), 1);
  EXPECT_EQ(status_of("PP/TST/000005", next), 1);
  EXPECT_EQ(status_of("PP/TST/000003", next), 0);
  EXPECT_EQ(publish("2026-09-20T00:00:00Z", site).code, 65) << "a clock is wrong";
  EXPECT_EQ(list_in(site, some_day_later + 21'600).issued_at, next.issued_at);
}

TEST_F(SignedCards, AnOlderCopyOfTheLedgerPublishesNothing) {
  ASSERT_EQ(issue_signed().code, 0);
  const std::string lost = card_of("PP/TST/000002").number.text;
  fs::copy_file(ledger_, home_ / "copy.db");
  expect(0, {"void", lost, "--reason", "lost"});
  fs::remove(ledger_ + "-wal");
  fs::copy_file(home_ / "copy.db", ledger_, fs::copy_options::overwrite_existing);
  const Finished older = publish("", home_ / "site");
  EXPECT_EQ(older.code, 65) << older.out;
  EXPECT_NE(older.err.find("older than it was"), std::string::npos) << older.err;
  EXPECT_FALSE(fs::exists(home_ / "site"));
  expect(65, {"void", lost, "--reason", "lost"});
}

TEST_F(SignedCards, WhoeverVerifiesAPhotoOfAReplacedCardIsToldThatItIsRevoked) {
  ASSERT_EQ(issue_signed().code, 0);
  write_bytes(home_ / "jwks.json", jwks_of({public_key_}));
  const std::string code = card_of("PP/TST/000002").qr_text;
  const auto verify = [&](const std::string& what) {
    return run_program(
        {"verify", what, "--keys", (home_ / "jwks.json").string(), "--status", (home_ / "site" / "status").string()});
  };
  ASSERT_EQ(publish("", home_ / "site").code, 0);
  EXPECT_EQ(verify((out_ / "sheets-0001.pdf").string()).code, 0);
  expect(0, {"replace", "PP/TST/000002", "--reason", "lost"});
  EXPECT_EQ(verify(code).code, 0) << "nobody has published it yet";
  ASSERT_EQ(publish("", home_ / "site").code, 0);
  EXPECT_EQ(verify(code).code, 1);
  EXPECT_EQ(verify((out_ / "sheets-0001.pdf").string()).code, 1) << "one of its cards";
}

TEST_F(SignedCards, PastTheirDayAllAreExpired) {
  ASSERT_EQ(issue_signed().code, 0);
  EXPECT_NE(publish("2028-12-31T23:59:59Z", home_ / "site").out.find("0 expired"), std::string::npos);
  EXPECT_NE(publish("2029-01-01T00:00:00Z", home_ / "site").out.find("25 expired, 0 count"), std::string::npos);
}

TEST_F(SignedCards, AnotherKeyOnTheWayIsAnotherJob) {
  ASSERT_EQ(issue_signed({"--booth", "1", "--member", "PP/TST/000001"}).code, 0);
  make_key(home_ / "keys", "2027a");
  key_ = home_ / "keys" / "2027a.pem";
  ASSERT_EQ(issue_signed().code, 0);
  std::set<std::string> kids;
  const auto told = report();
  for (const auto& file : told["files"]) kids.insert(file["job"].get<std::string>() + file["kid"].get<std::string>());
  EXPECT_EQ(kids, (std::set<std::string>{"J00012026a", "J00022027a"}));
}

TEST_F(SignedCards, WhoseDayIsPastIsWithheld) {
  change_roll("2028-12-31", "2026-04-30");
  EXPECT_EQ(issue_signed({"--date", "2026-05-01"}).code, 1);
  EXPECT_EQ(report()["problems"][0]["code"], "valid_until_past");
  EXPECT_EQ(report()["issued"], 24);
}

TEST_F(SignedCards, NothingPrivateIsLeftAnywhere) {
  make_key(home_ / "keys", "2026b", "open sesame 42");
  key_ = home_ / "keys" / "2026b.pem";
  write_bytes(home_ / "words", "open sesame 42\n");
  fs::permissions(home_ / "words", fs::perms::owner_read);
  const Finished run =
      issue_signed({"--passphrase-file", (home_ / "words").string(), "--metrics", (out_ / "metrics.prom").string()});
  ASSERT_EQ(run.code, 0) << run.err;
  const std::string pem = bytes_of(key_);
  const std::string secret = pem.substr(pem.find('\n') + 1, 40);
  std::string all = run.out + run.err + bytes_of(ledger_);
  if (fs::exists(ledger_ + "-wal")) all += bytes_of(ledger_ + "-wal");
  for (const auto& entry : fs::recursive_directory_iterator(out_))
    if (entry.is_regular_file()) all += bytes_of(entry.path());
  for (const std::string& word : {secret, std::string("open sesame"), key_.string(), (home_ / "words").string()})
    EXPECT_EQ(all.find(word), std::string::npos) << word;
}

TEST_F(SignedCards, AWithdrawnKeySignsNothing) {
  const fs::path ring = home_ / "ring";
  const auto keys = [&](Words words) {
    words.insert(words.begin(), "keys");
    words.insert(words.end(), {"--keys", ring.string()});
    ASSERT_EQ(run_program(words).code, 0);
  };
  keys({"new", "--kid", "2026a"});
  keys({"rotate", "--kid", "2026b"});
  key_ = ring / "2026a.pem";
  ASSERT_EQ(issue_signed({"--member", "PP/TST/000001"}).code, 0) << "a retired key may end its job";
  keys({"withdraw", "2026a"});
  fs::create_symlink(key_, home_ / "2026a.pem");
  for (const fs::path& named : {ring / "2026a.pem", home_ / "2026a.pem"}) {
    key_ = named;
    for (const Finished& run : {issue_signed(), publish("", home_ / "site")}) {
      EXPECT_EQ(run.code, 78) << run.out;
      EXPECT_NE(run.err.find("the key 2026a was withdrawn on "), std::string::npos) << run.err;
      EXPECT_NE(run.err.find("2026b.pem; or make another one: 'pehchan keys rotate'"), std::string::npos) << run.err;
    }
  }
  EXPECT_FALSE(fs::exists(out_ / "sheets-0002.pdf"));
  EXPECT_FALSE(fs::exists(home_ / "site"));
  key_ = ring / "2026b.pem";
  EXPECT_EQ(issue_signed().code, 0);
  EXPECT_EQ(publish("", home_ / "site").code, 0);
}

TEST_F(SignedCards, CardsThatLieTurnedOnTheirSheetAllVerify) {
  const GoodRoll roll = make_good_roll(home_ / "photographed", 7);
  write_bytes(home_ / "jwks.json", jwks_of({public_key_}));
  Words how{"--template", "member-portrait", "--sheet", "a4-2x5"};
  const Words signing = key_words();
  how.insert(how.end(), signing.begin(), signing.end());
  const Finished run = run_program(roll.issue(out_, ledger_, how));
  ASSERT_EQ(run.code, 0) << run.err;
  const Finished verified =
      run_program({"verify", (out_ / "sheets-0001.pdf").string(), "--keys", (home_ / "jwks.json").string(), "--json"});
  EXPECT_EQ(verified.code, 0) << verified.out;
  const auto json = nlohmann::json::parse(verified.out);
  EXPECT_EQ(json["totals"]["codes"], 7);
  EXPECT_EQ(json["totals"]["valid"], 7);
  std::set<std::string> numbers;
  for (const auto& one : json["results"]) numbers.insert(one["claims"]["card_number"].get<std::string>());
  EXPECT_EQ(numbers.size(), 7U);
}

TEST_F(SignedCards, WhatWouldNotBeSignedIsRefusedBeforeAnythingIsMade) {
  const auto issued = [&](const Words& more) {
    Words words = roll_.issue(out_, ledger_, {"--template", design_.string()});
    words.insert(words.end(), more.begin(), more.end());
    return run_program(words);
  };
  EXPECT_EQ(issued({"--key", key_.string()}).code, 64);
  EXPECT_EQ(issued({"--credential", settings_.string()}).code, 64);
  const Finished open_key =
      issued({"--key", (home_ / "keys" / "2026a.pub.pem").string(), "--credential", settings_.string()});
  EXPECT_EQ(open_key.code, 78);
  EXPECT_NE(open_key.err.find("Give the private one, " + key_.string()), std::string::npos) << open_key.err;
  fs::permissions(key_, fs::perms::group_read, fs::perm_options::add);
  EXPECT_EQ(issued(key_words()).code, 78) << "others may read the key";
  fs::permissions(key_, fs::perms::group_read, fs::perm_options::remove);
  Words small = key_words();
  small.insert(small.end(), {"--template", plain_card_with_code(home_ / "small", "24").string()});
  const Finished dense = run_program(roll_.issue(out_, ledger_, small));
  EXPECT_EQ(dense.code, 78);
  EXPECT_NE(dense.err.find("it needs 25 mm"), std::string::npos) << dense.err;
  EXPECT_FALSE(fs::exists(out_ / "sheets-0001.pdf"));
  EXPECT_FALSE(fs::exists(ledger_));
}

TEST(StatusHelp, HasExamplesInBothLanguagesAndNamesTheNearestWord) {
  const Finished help = run_program({"status", "publish", "--help"});
  EXPECT_EQ(help.code, 0);
  EXPECT_EQ(run_program({"help", "status"}).out, help.out);
  EXPECT_NE(help.out.find("Examples:\n  pehchan status publish"), std::string::npos);
  EXPECT_NE(help.out.find("\u0915"), std::string::npos) << "no word of Hindi";
  EXPECT_EQ(run_program({"status"}).code, 64);
  EXPECT_EQ(run_program({"status", "publish"}).code, 64) << "no key";
  EXPECT_NE(run_program({"status", "publsh"}).err.find("Is 'pehchan status publish' meant?"), std::string::npos);
}

}  // namespace
}  // namespace pehchan

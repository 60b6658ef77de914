#include "batch/publish_status.h"

#include "batch/signing_json.h"
#include "credential/status_list.h"
#include "ledger/after_print.h"
#include "ledger/connection.h"
#include "ledger/status_places.h"
#include "office.h"
#include "support/run_program.h"
#include "support/signing_office.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

struct PublishStatus : Office {
  fs::path site = folder / "site";
  PublicKey key = make_key(folder.path(), "2026a");
  Signing signing{SigningKey::read(folder / "2026a.pem", Passphrase()),
                  read_credential_settings(write_credential_toml(folder.path(), office_status))};
  StatusTimes times{.at = 1'790'000'000, .ttl = 3600, .valid_for = 86'400};

  std::string file() const { return bytes_of(site / "status" / "1"); }
};

TEST_F(PublishStatus, WithoutPlacesThereIsNothingToPublish) {
  release(people(2));
  EXPECT_TRUE(publish_status(ledger, signing, site, times).files.empty());
  EXPECT_FALSE(fs::exists(site));
}

TEST_F(PublishStatus, OnlyWhatNoLongerCountsIsOne) {
  release(people(4));
  const auto cards = numbers_of(people(4));
  const auto places = status_places(ledger, cards);
  void_card(ledger, {cards[2]}, CardReason::withdrawn);
  const StatusSummary summary = publish_status(ledger, signing, site, times);
  EXPECT_EQ(summary.cards, 4U);
  EXPECT_EQ(summary.voided, 1U);
  const auto list = read_status_list(file(), {key}, times.at).value();
  EXPECT_EQ(list.uri, std::string(office_issuer) + "/status/1");
  std::size_t ones = 0;
  for (std::size_t i = 0; i < places_a_list; ++i) ones += status_at(list, i) == 1 ? 1U : 0U;
  EXPECT_EQ(ones, 1U);
  EXPECT_EQ(status_at(list, places[2].index), 1);
  EXPECT_FALSE(status_at(list, places_a_list));
}

TEST_F(PublishStatus, SaysWhenItWasMadeAndHowLongItIsGood) {
  release(people(1));
  status_places(ledger, numbers_of(people(1)));
  publish_status(ledger, signing, site, times);
  const auto list = read_status_list(file(), {key}, times.at).value();
  EXPECT_EQ(list.issued_at, times.at);
  EXPECT_EQ(list.ttl, 3600);
  EXPECT_EQ(list.expires_at, times.at + 86'400);
  EXPECT_FALSE(read_status_list(file(), {key}, times.at + 86'400));
}

TEST_F(PublishStatus, IsNotTakenBackByAWrongClock) {
  release(people(1));
  status_places(ledger, numbers_of(people(1)));
  publish_status(ledger, signing, site, times);
  const std::string published = file();
  for (const std::int64_t earlier : {std::int64_t{1}, std::int64_t{30 * 86'400}}) {
    StatusTimes wrong = times;
    wrong.at -= earlier;
    EXPECT_THROW(publish_status(ledger, signing, site, wrong), RunError);
    EXPECT_EQ(file(), published);
  }
}

TEST_F(PublishStatus, NoCardThatWasRevokedCountsAgain) {
  release(people(2));
  const auto places = status_places(ledger, numbers_of(people(2)));
  StatusList newer = empty_status_list(std::string(office_issuer) + "/status/1", places_a_list);
  newer.issued_at = times.at - 86'400;
  newer.expires_at = times.at - 3'600;
  set_invalid(newer, places[1].index);
  make_key(folder.path(), "2025a");
  fs::create_directories(site / "status");
  write_bytes(site / "status" / "1", encode_status_list(newer, SigningKey::read(folder / "2025a.pem", Passphrase())));
  const std::string published = file();
  EXPECT_THROW(publish_status(ledger, signing, site, times), RunError) << "an old copy of the ledger, or another one";
  EXPECT_EQ(file(), published);
  void_card(ledger, {numbers_of(people(2))[1]}, CardReason::lost);
  EXPECT_EQ(publish_status(ledger, signing, site, times).voided, 1U);
  EXPECT_NE(file(), published);
}

/// The settings of a job whose cards name this address.
struct PublishStatusOfSigned : PublishStatus {
  void order_signed() {
    nlohmann::ordered_json settings;
    keep_signing(settings, signing);
    const std::string text = settings.dump();
    ledger.connection().sql << "update job set settings = :settings where id > 0", soci::use(text, "settings");
  }
};

TEST_F(PublishStatusOfSigned, AnAddressThatNoCardNamesIsRefusedAndBothAreTold) {
  release(people(2));
  status_places(ledger, numbers_of(people(2)));
  order_signed();
  publish_status(ledger, signing, site, times);
  const std::string published = file();
  signing.settings.status_uri = "https://cards.membership.example/state";
  for (const fs::path& to : {site, folder / "elsewhere"}) try {
      publish_status(ledger, signing, to, times);
      ADD_FAILURE() << to;
    } catch (const RunError& error) {
      EXPECT_EQ(error.code, ExitCode::bad_config);
      EXPECT_NE(std::string(error.what()).find(std::string(office_issuer) + "/status, "), std::string::npos);
      EXPECT_NE(std::string(error.what()).find("/state\""), std::string::npos) << error.what();
    }
  EXPECT_EQ(file(), published);
  for (const std::string& card : numbers_of(people(2))) void_card(ledger, {card}, CardReason::lost);
  EXPECT_EQ(publish_status(ledger, signing, folder / "elsewhere", times).voided, 2U) << "nobody needs the other one";
}

TEST_F(PublishStatus, TheListOfAnotherAddressIsNotReplaced) {
  release(people(1));
  status_places(ledger, numbers_of(people(1)));
  publish_status(ledger, signing, site, times);
  const std::string published = file();
  signing.settings.status_uri = "https://cards.membership.example/state";
  EXPECT_EQ(code_of([&] { publish_status(ledger, signing, site, times); }), ExitCode::bad_config);
  EXPECT_EQ(file(), published);
}

TEST_F(PublishStatus, WhatIsNoListIsReplaced) {
  release(people(1));
  status_places(ledger, numbers_of(people(1)));
  fs::create_directories(site / "status");
  write_bytes(site / "status" / "1", "no list");
  EXPECT_EQ(publish_status(ledger, signing, site, times).files.size(), 1U);
  EXPECT_TRUE(read_status_list(file(), {key}, times.at));
}

TEST_F(PublishStatus, SettingsWithoutAListAreRefused) {
  signing.settings.status_uri.clear();
  EXPECT_THROW(publish_status(ledger, signing, site, times), RunError);
}

}  // namespace
}  // namespace pehchan

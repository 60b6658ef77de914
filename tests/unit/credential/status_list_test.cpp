#include "credential/status_list.h"

#include <gtest/gtest.h>

#include "credential/cbor_writer.h"
#include "credential/cose_sign1.h"
#include "credential/made_credential.h"
#include "credential/sign.h"
#include "credential/zlib_stream.h"

namespace pehchan {
namespace {

using Why = Refusal::Why;

class Status : public testing::Test {
 protected:
  Status() {
    list_.issued_at = made_issued;
    list_.expires_at = made_issued + 7 * 86'400;
    list_.ttl = 43'200;
  }
  Why why(const std::string& cwt, std::int64_t now = made_now) const {
    const auto read = read_status_list(cwt, keys_, now);
    return read ? Why::revoked : read.error().why;
  }

  SigningKey key_ = known_key();
  PublicKeys keys_ = public_keys_of(key_);
  StatusList list_ = empty_status_list("https://cards.example.org/status/1", 1 << 20);
};

TEST_F(Status, ComesBackWithEveryPlace) {
  for (const std::uint64_t index : {0U, 7U, 8U, 524'287U, (1U << 20) - 1}) set_invalid(list_, index);
  const auto read = read_status_list(encode_status_list(list_, key_), keys_, made_now);
  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_EQ(read->uri, list_.uri);
  EXPECT_EQ(read->issued_at, list_.issued_at);
  EXPECT_EQ(read->expires_at, list_.expires_at);
  EXPECT_EQ(read->ttl, list_.ttl);
  EXPECT_EQ(read->places, list_.places);
  EXPECT_EQ(status_at(*read, 524'287), 1);
  EXPECT_EQ(status_at(*read, 524'286), 0);
  EXPECT_EQ(status_at(*read, 1 << 20), std::nullopt);
}

// The list of 16 places of the draft, §4.1, and how it is packed there.
TEST_F(Status, PacksPlacesAsTheDraftDoes) {
  StatusList list = empty_status_list("https://example.com/statuslists/1", 16);
  for (const std::uint64_t index : {0U, 3U, 4U, 5U, 7U, 8U, 9U, 13U, 15U}) set_invalid(list, index);
  EXPECT_EQ(to_hex(list.places), "b9a3");
  EXPECT_EQ(to_hex(deflated(list.places)), "78dadbb918000217015d");
}

// The draft's list of two bits, §4.1: 1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3.
TEST_F(Status, ReadsWiderPlaces) {
  StatusList list = empty_status_list("https://example.com/statuslists/1", 0);
  list.bits = 2;
  list.places = from_hex("c944f9");
  const int expected[] = {1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3};
  for (std::uint64_t i = 0; i < 12; ++i) EXPECT_EQ(status_at(list, i), expected[i]) << i;
  EXPECT_EQ(status_at(list, 12), std::nullopt);
}

// The draft's token, §5.2: its keys are in no order, and its signature is another algorithm's; ours is put beneath it.
TEST_F(Status, ReadsTheClaimsOfTheDraftsExample) {
  const std::string payload = from_hex(
      "a502782168747470733a2f2f6578616d706c652e636f6d2f7374617475736c697374732f31061a648c5bea041a8898dfea19fffe19a8c0"
      "19fffda2646269747301636c73744a78dadbb918000217015d");
  const auto read = read_status_list(sign_cose(payload, key_, "application/statuslist+cwt"), keys_, made_now);
  for (const char* type : {"", "application/statuslist+jwt", "statuslist+cwt"})
    EXPECT_EQ(why(sign_cose(payload, key_, type)), Why::wrong_content) << "not signed as a list: " << type;
  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_EQ(read->uri, "https://example.com/statuslists/1");
  EXPECT_EQ(read->issued_at, 1'686'920'170);
  EXPECT_EQ(read->expires_at, 2'291'720'170);
  EXPECT_EQ(read->ttl, 43'200);
  EXPECT_EQ(to_hex(read->places), "b9a3");
}

TEST_F(Status, EveryFlippedBitIsRefused) {
  const std::string good = encode_status_list(list_, key_);
  ASSERT_EQ(why(good), Why::revoked) << "valid";
  for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
    std::string bad = good;
    bad[bit / 8] = static_cast<char>(static_cast<unsigned char>(bad[bit / 8]) ^ 1U << bit % 8);
    ASSERT_FALSE(read_status_list(bad, keys_, made_now)) << "bit " << bit;
  }
}

TEST_F(Status, ACardPassesForNoListAndAnOldListForNone) {
  EXPECT_EQ(why(sign_credential(made_claims(), key_, WireForm::standard)), Why::wrong_content);
  const std::string cwt = encode_status_list(list_, key_);
  EXPECT_EQ(why(cwt, *list_.expires_at), Why::expired);
  EXPECT_EQ(why(cwt, made_issued - 2 * 86'400), Why::not_yet_valid);
  EXPECT_FALSE(read_status_list(cwt, public_keys_of(known_key("other")), made_now));
  EXPECT_EQ(why(encode_status_list(list_, {"2026a", new_ed25519()})), Why::bad_signature);
}

TEST_F(Status, ABombIsRefused) {
  list_.places = std::string(100'000'000, '\0');
  EXPECT_EQ(why(encode_status_list(list_, key_)), Why::wrong_content);
  list_.places = std::string(1024 * 1024, '\0');
  EXPECT_EQ(why(encode_status_list(list_, key_)), Why::revoked) << "valid";
}

TEST_F(Status, SaysWhetherACardCounts) {
  set_invalid(list_, 42);
  const auto fault = [&](const std::string& uri, std::uint64_t index) {
    return fault_by_status({.uri = uri, .index = index}, list_);
  };
  EXPECT_EQ(fault(list_.uri, 41), std::nullopt);
  EXPECT_EQ(fault(list_.uri, 42), Why::revoked);
  EXPECT_EQ(fault(list_.uri, 1 << 20), Why::revoked) << "the list does not vouch for it";
  EXPECT_EQ(fault("https://cards.example.org/status/2", 41), Why::unknown_status);
}

TEST_F(Status, OfTenMillionCardsWithOneInAHundredRevokedAListStaysSmall) {
  for (std::uint64_t index = 0; index < 1 << 20; index += 100) set_invalid(list_, index);
  EXPECT_LT(encode_status_list(list_, key_).size(), 20'000U);
}

}  // namespace
}  // namespace pehchan

#include <gtest/gtest.h>

#include <random>

#include "credential/base45.h"
#include "credential/base64url.h"
#include "credential/made_credential.h"
#include "credential/sign.h"
#include "credential/wire.h"
#include "credential/zlib_stream.h"

namespace pehchan {
namespace {

// RFC 9285 §4.3 and §4.4.
TEST(Base45, MakesAndReadsTheExamplesOfTheStandard) {
  for (const auto& [bytes, text] :
       {std::pair("AB", "BB8"), std::pair("Hello!!", "%69 VD92EX0"), std::pair("base-45", "UJCLQE7W581"),
        std::pair("ietf!", "QED8WEX0"), std::pair("", "")}) {
    EXPECT_EQ(to_base45(bytes), text);
    EXPECT_EQ(from_base45(text), bytes);
  }
}

TEST(Base45, RefusesWhatNoBytesMake) {
  for (const char* text : {"GGW", ":::", "::", "A", "BB8A", "bb8", "BB\n", "BB8\n", "B_8", "BB8 ", "V5"})
    EXPECT_EQ(from_base45(text), std::nullopt) << text;
  EXPECT_EQ(from_base45("FGW"), "\xFF\xFF");
}

TEST(Base45, EveryPairAndByteComesBackAndEndsInNoSpace) {
  for (unsigned value = 0; value < 0x10000; ++value) {
    const std::string pair{static_cast<char>(value >> 8), static_cast<char>(value & 0xFF)}, text = to_base45(pair);
    ASSERT_EQ(from_base45(text), pair);
    ASSERT_NE(text.back(), ' ');
    if (value < 0x100) {
      ASSERT_EQ(from_base45(to_base45(pair.substr(1))), pair.substr(1));
      ASSERT_NE(to_base45(pair.substr(1)).back(), ' ');
    }
  }
}

TEST(Base64Url, ComesBackAndHasOneFormOnly) {
  for (const char* bytes : {"", "f", "fo", "foo", "foob", "fooba", "foobar"})
    EXPECT_EQ(from_base64url(to_base64url(bytes)), bytes);
  EXPECT_EQ(to_base64url("foob"), "Zm9vYg");
  for (const char* text : {"Zm9vYg==", "Zm9vYh", "Z", "Zm+/", "Zm 9"}) EXPECT_EQ(from_base64url(text), std::nullopt);
}

TEST(Zlib, ABombIsNotUnpacked) {
  const std::string bomb = deflated(std::string(50'000'000, 'a'));
  EXPECT_EQ(inflated(bomb, largest_token), std::nullopt);
  EXPECT_EQ(inflated(deflated(std::string(largest_token, 'a')), largest_token), std::string(largest_token, 'a'));
  EXPECT_EQ(inflated(deflated(std::string(largest_token + 1, 'a')), largest_token), std::nullopt);
}

TEST(Zlib, NothingMayFollowAndNothingMayBeMissing) {
  const std::string packed = deflated("a card");
  EXPECT_EQ(inflated(packed, 100), "a card");
  EXPECT_EQ(inflated(packed + '\0', 100), std::nullopt);
  EXPECT_EQ(inflated(packed + packed, 100), std::nullopt);
  for (std::size_t size = 0; size < packed.size(); ++size)
    EXPECT_EQ(inflated(packed.substr(0, size), 100), std::nullopt) << size;
}

TEST(Zlib, UnusedBitsMustBeZero) {
  // One block with the fixed code and nothing in it: 3 + 7 bits, so that six of the second byte are unused.
  EXPECT_EQ(inflated(from_hex("789c030000000001"), 10), "");
  EXPECT_EQ(inflated(from_hex("789c030400000001"), 10), std::nullopt);
  EXPECT_EQ(inflated(from_hex("789c038000000001"), 10), std::nullopt);
}

TEST(Wire, ACodesTextBeginsAndEndsInNoSpaceAndComesBack) {
  const SigningKey key = known_key();
  CredentialClaims claims = made_claims();
  for (int i = 0; i < 300; ++i) {
    claims.card_number = "PHC-LKO-" + std::to_string(i);
    const std::string cose = sign_credential(claims, key, i % 2 == 0 ? WireForm::standard : WireForm::mosip);
    const std::string text = to_qr_text(cose);
    ASSERT_EQ(from_qr_text(text), cose);
    ASSERT_NE(text.front(), ' ');
    ASSERT_NE(text.back(), ' ');
  }
}

TEST(Wire, RefusesALinkAndWhatIsTooLong) {
  EXPECT_STREQ(from_qr_text("https://cards.example.org/c/PHC-LKO-0000042-7").error(),
               "it is a link, not a signed code");
  EXPECT_FALSE(from_qr_text(""));
  EXPECT_FALSE(from_qr_text(std::string(longest_qr_text + 1, '0')));
  EXPECT_FALSE(from_qr_text("BB8"));
}

}  // namespace
}  // namespace pehchan

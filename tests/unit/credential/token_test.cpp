#include <gtest/gtest.h>

#include "credential/cbor_writer.h"
#include "credential/code_label.h"
#include "credential/cose_sign1.h"
#include "credential/made_credential.h"
#include "credential/sign.h"
#include "credential/verify.h"
#include "credential/wire.h"
#include "credential/zlib_stream.h"

namespace pehchan {
namespace {

using Why = Refusal::Why;

class Token : public testing::Test {
 protected:
  std::string token(WireForm form = WireForm::standard) const { return sign_credential(claims_, key_, form); }
  std::string text(WireForm form = WireForm::standard) const { return to_qr_text(token(form)); }
  /// What is refused of such claims, signed rightly.
  Why why_of_payload(const std::string& payload) const {
    const auto read = verify_token(sign_cose(payload, key_, ""), keys_, made_now);
    return read ? Why::revoked : read.error().why;
  }
  /// Such a header, signed rightly.
  std::string with_header(const std::string& header) const {
    const std::string payload = encode_claims(claims_, WireForm::standard);
    const std::string to_sign[] = {cbor_text("Signature1"), cbor_bytes(header), cbor_bytes(""), cbor_bytes(payload)};
    const std::string parts[] = {cbor_bytes(header), CborMap().encoded(), cbor_bytes(payload),
                                 cbor_bytes(key_.sign(cbor_array(to_sign)))};
    return cbor_tag(18, cbor_array(parts));
  }
  Why why_of_header(const CborMap& header) const {
    const auto read = verify_token(with_header(header.encoded()), keys_, made_now);
    return read ? Why::revoked : read.error().why;
  }

  SigningKey key_ = known_key();
  PublicKeys keys_ = public_keys_of(key_);
  CredentialClaims claims_ = made_claims();
};

TEST_F(Token, ComesBackAsItWasInBothForms) {
  for (const WireForm form : {WireForm::standard, WireForm::mosip}) {
    const auto read = verify_credential(text(form), keys_, made_now);
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(read->claims, claims_);
    EXPECT_EQ(read->kid, "2026a");
    EXPECT_EQ(read->form, form);
  }
}

TEST_F(Token, ClaimsThatAreLeftOutStayOut) {
  claims_ = {.issuer = "https://cards.example.org",
             .issued_at = made_issued,
             .card_number = "7",
             .version = "1",
             .language = "hin",
             .full_name = "Ravi"};
  const auto read = verify_credential(text(), keys_, made_now);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->claims, claims_);
}

TEST_F(Token, TheSameClaimsMakeTheSameBytes) {
  EXPECT_EQ(text(), text());
  EXPECT_EQ(text(WireForm::mosip), text(WireForm::mosip));
}

TEST_F(Token, FitsASmallQrCode) {
  // Alphanumeric, level M: version 14 holds 528 characters.
  EXPECT_LE(text().size(), 528U);
}

TEST_F(Token, EveryFlippedBitIsRefused) {
  for (const WireForm form : {WireForm::standard, WireForm::mosip}) {
    const std::string good = token(form);
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
      std::string bad = good;
      bad[bit / 8] = static_cast<char>(static_cast<unsigned char>(bad[bit / 8]) ^ 1U << bit % 8);
      ASSERT_FALSE(verify_token(bad, keys_, made_now)) << "bit " << bit;
      ASSERT_FALSE(verify_credential(to_qr_text(bad), keys_, made_now)) << "bit " << bit;
    }
  }
}

TEST_F(Token, EveryChangedCharacterOfTheTextIsRefused) {
  for (const WireForm form : {WireForm::standard, WireForm::mosip}) {
    const std::string good = text(form);
    for (std::size_t at = 0; at < good.size(); ++at)
      for (const char c : std::string_view("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:a\n")) {
        if (c == good[at]) continue;
        std::string bad = good;
        bad[at] = c;
        ASSERT_FALSE(verify_credential(bad, keys_, made_now)) << "character " << at << " as " << c;
      }
  }
}

TEST_F(Token, ATextThatLostOrGotACharacterIsRefused) {
  const std::string good = text();
  for (std::size_t at = 0; at < good.size(); ++at) {
    EXPECT_FALSE(verify_credential(good.substr(0, at), keys_, made_now));
    EXPECT_FALSE(verify_credential(std::string(good).erase(at, 1), keys_, made_now));
  }
  EXPECT_FALSE(verify_credential(good + "0", keys_, made_now));
  EXPECT_FALSE(verify_credential(good + "00", keys_, made_now));
  EXPECT_FALSE(verify_credential(" " + good, keys_, made_now));
}

TEST_F(Token, AnotherKeyIsToldFromAWrongSignature) {
  const auto unknown = verify_credential(text(), public_keys_of(known_key("2025a")), made_now);
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().why, Why::unknown_key);
  EXPECT_EQ(unknown.error().kid, "2026a");
  EXPECT_FALSE(unknown.error().claims) << "nothing is said in the name of a key that is not known";
  const SigningKey other("2026a", new_ed25519());
  const auto forged =
      verify_credential(to_qr_text(sign_credential(claims_, other, WireForm::standard)), keys_, made_now);
  ASSERT_FALSE(forged);
  EXPECT_EQ(forged.error().why, Why::bad_signature);
  EXPECT_FALSE(forged.error().claims);
}

TEST_F(Token, CountsFromItsTimeUntilItExpires) {
  const auto why = [&](std::int64_t now) {
    const auto read = verify_credential(text(), keys_, now);
    return read ? Why::revoked : read.error().why;
  };
  EXPECT_EQ(why(made_expires - 1), Why::revoked) << "valid";
  EXPECT_EQ(why(made_expires), Why::expired);
  EXPECT_EQ(why(made_issued - clock_leeway), Why::revoked) << "valid";
  EXPECT_EQ(why(made_issued - clock_leeway - 1), Why::not_yet_valid);
  claims_.not_before = made_now + 1;
  EXPECT_EQ(why(made_now), Why::not_yet_valid);
  EXPECT_EQ(why(made_now + 1), Why::revoked) << "valid";
  const auto expired = verify_credential(text(), keys_, made_expires);
  EXPECT_EQ(expired.error().claims->card_number, claims_.card_number) << "the signature was right: say whose it is";
}

TEST_F(Token, TakenOutOfItsWrapperItIsRefused) {
  const std::string mosip = token(WireForm::mosip), standard = token();
  ASSERT_EQ(mosip.substr(0, 2), "\xD8\x3D");
  EXPECT_FALSE(verify_token(mosip.substr(2), keys_, made_now));
  EXPECT_FALSE(verify_token("\xD8\x3D" + standard, keys_, made_now));
  EXPECT_FALSE(verify_token(standard.substr(1), keys_, made_now)) << "untagged";
  EXPECT_FALSE(verify_token("\xD2" + standard, keys_, made_now)) << "tagged twice";
}

TEST_F(Token, AStatusListPassesForNoCard) {
  const auto read = verify_token(
      sign_cose(encode_claims(claims_, WireForm::standard), key_, "application/statuslist+cwt"), keys_, made_now);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().why, Why::wrong_content);
}

TEST_F(Token, OnlyItsOwnHeadersCount) {
  const std::string kid = cbor_bytes("2026a"), eddsa = cbor_integer(-8);
  CborMap good;
  good.add(1, eddsa);
  good.add(4, kid);
  ASSERT_EQ(why_of_header(good), Why::revoked) << "valid";
  for (const std::string& algorithm : {cbor_integer(-7), cbor_integer(-19), cbor_integer(0), cbor_text("EdDSA")}) {
    CborMap header = good;
    header.add(1, algorithm);
    EXPECT_EQ(why_of_header(header), Why::unreadable);
  }
  CborMap no_kid, no_algorithm, critical = good, text_kid = good, odd_kid = good, further = good;
  no_kid.add(1, eddsa);
  EXPECT_EQ(why_of_header(no_kid), Why::unreadable);
  no_algorithm.add(4, kid);
  EXPECT_EQ(why_of_header(no_algorithm), Why::unreadable);
  const std::string one[] = {cbor_integer(100)};
  critical.add(2, cbor_array(one));
  EXPECT_EQ(why_of_header(critical), Why::unreadable);
  text_kid.add(4, cbor_text("2026a"));
  EXPECT_EQ(why_of_header(text_kid), Why::unreadable);
  odd_kid.add(4, cbor_bytes("../2026a"));
  EXPECT_EQ(why_of_header(odd_kid), Why::unreadable);
  further.add(33, cbor_bytes("x"));
  EXPECT_EQ(why_of_header(further), Why::revoked) << "valid: what is not critical may be passed over";
}

TEST_F(Token, HeadersThatAreNotSignedAreRefused) {
  std::string bytes = token();
  // After the protected header of {1: -8, 4: '2026a'} stands the empty map.
  const auto at = bytes.find("2026a") + 5;
  ASSERT_EQ(bytes[at], '\xA0');
  bytes.replace(at, 1, from_hex("a1044132"));
  const auto read = verify_token(bytes, keys_, made_now);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().why, Why::unreadable);
}

TEST_F(Token, ClaimsOfAnotherTypeAreRefused) {
  CborMap identity;
  identity.add(1, cbor_text("7"));
  CborMap good;
  good.add(1, cbor_text("https://cards.example.org"));
  good.add(6, cbor_integer(made_issued));
  good.add(169, identity.encoded());
  ASSERT_EQ(why_of_payload(good.encoded()), Why::revoked) << "valid";
  const std::string wrong_text[] = {cbor_integer(1), cbor_bytes("x"), cbor_text(""), cbor_text("a\nb"),
                                    cbor_text(std::string(401, 'a'))};
  const std::string wrong_time[] = {cbor_integer(-1), cbor_integer(253402300800), cbor_text("1"),
                                    from_hex("1bffffffffffffffff"), from_hex("c100")};
  const auto expect_refused = [&](std::int64_t key, const std::string& value) {
    CborMap map = good;
    map.add(key, value);
    EXPECT_EQ(why_of_payload(map.encoded()), Why::wrong_content) << key << " " << to_hex(value);
  };
  for (const std::int64_t key : {1, 2})
    for (const std::string& value : wrong_text) expect_refused(key, value);
  for (const std::int64_t key : {4, 5, 6})
    for (const std::string& value : wrong_time) expect_refused(key, value);
  for (const std::int64_t key : {1, 2, 3, 4, 19, 20, 21})
    for (const std::string& value : wrong_text) {
      CborMap map = identity;
      map.add(key, value);
      expect_refused(169, map.encoded());
    }
  expect_refused(169, cbor_bytes(identity.encoded()));
  expect_refused(169, CborMap().encoded());
  expect_refused(65535, CborMap().encoded());
  expect_refused(65535, cbor_integer(1));
}

TEST_F(Token, ClaimsThatAreMissingOrNotInOrderAreRefused) {
  EXPECT_EQ(why_of_payload(CborMap().encoded()), Why::wrong_content);
  EXPECT_EQ(why_of_payload(""), Why::wrong_content);
  EXPECT_EQ(why_of_payload(from_hex("a2061a0000000001617a")), Why::wrong_content);
  EXPECT_EQ(why_of_payload(encode_claims(claims_, WireForm::standard) + '\0'), Why::wrong_content);
}

TEST_F(Token, FurtherClaimsArePassedOver) {
  CborMap identity, map;
  identity.add(1, cbor_text("7"));
  identity.add(62, cbor_bytes("face"));
  map.add(1, cbor_text("https://cards.example.org"));
  map.add(6, cbor_integer(made_issued));
  map.add(7, cbor_bytes("id"));
  map.add(169, identity.encoded());
  EXPECT_TRUE(verify_token(sign_cose(map.encoded(), key_, ""), keys_, made_now));
}

TEST_F(Token, ItsLabelSaysWithoutAKeyWhoSignedItForWhichCard) {
  for (const WireForm form : {WireForm::standard, WireForm::mosip}) {
    const auto label = code_label(text(form));
    ASSERT_TRUE(label);
    EXPECT_EQ(label->kid, "2026a");
    EXPECT_EQ(label->card_number, claims_.card_number);
  }
  for (const std::string& other : {std::string(), "https://cards.example/" + claims_.card_number, text().substr(4)})
    EXPECT_FALSE(code_label(other));
}

}  // namespace
}  // namespace pehchan

#include <gtest/gtest.h>

#include "credential/cbor_reader.h"
#include "credential/claims.h"
#include "credential/cose_sign1.h"
#include "credential/made_credential.h"
#include "credential/sign.h"
#include "credential/wire.h"

namespace pehchan {
namespace {

using Kind = CborValue::Kind;

// RFC 8032 §7.1, tests 1 to 3.
TEST(Ed25519, SignsAndChecksTheExamplesOfTheStandard) {
  struct Example {
    const char *seed, *x, *message, *signature;
  };
  const Example examples[] = {{"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                               "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
                               "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e397"
                               "01cf9b46bd25bf5f0595bbe24"
                               "655141438e7a100b"},
                              {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                               "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
                               "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f361"
                               "3d0f11d8c387b2eaeb4302aee"
                               "b00d291612bb0c00"},
                              {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                               "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
                               "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f76"
                               "0984dc6594a7c15e9716ed28d"
                               "c027beceea1ec40a"}};
  for (const Example& one : examples) {
    const std::string seed = from_hex(one.seed), message = from_hex(one.message);
    const KeyHandle key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr,
                                                     reinterpret_cast<const unsigned char*>(seed.data()), seed.size()));
    const Ed25519Public x = public_part(*key);
    EXPECT_EQ(to_hex({reinterpret_cast<const char*>(x.data()), x.size()}), one.x);
    EXPECT_EQ(to_hex(sign_ed25519(*key, message)), one.signature);
    EXPECT_TRUE(is_signed_by(x, message, from_hex(one.signature)));
    EXPECT_FALSE(is_signed_by(x, message + "x", from_hex(one.signature)));
    EXPECT_FALSE(is_signed_by(x, message, from_hex(one.signature).substr(1)));
  }
}

TEST(Ed25519, AnotherEncodingOfASignatureIsNone) {
  const SigningKey key = known_key();
  std::string signature = key.sign("a card");
  ASSERT_TRUE(is_signed_by(key.public_part(), "a card", signature));
  // S plus the group's order, which stands for the same number.
  const std::string order = from_hex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
  unsigned carry = 0;
  for (std::size_t i = 0; i < 32; ++i) {
    carry += static_cast<unsigned char>(signature[32 + i]);
    carry += static_cast<unsigned char>(order[i]);
    signature[32 + i] = static_cast<char>(carry & 0xFF);
    carry >>= 8;
  }
  EXPECT_FALSE(is_signed_by(key.public_part(), "a card", signature));
}

// The shape of the example in MOSIP's specification of Claim 169, v1.2.1, §3.2.1: 61(18([…])), and in the payload claim
// 169 as a byte string that holds the map. (Its kid is in the header that is not signed; keymanager signs it, as we
// do.)
TEST(Claim169, TheMosipFormHasTheShapeOfItsSpecification) {
  const std::string bytes = sign_credential(made_claims(), known_key(), WireForm::mosip);
  const auto root = read_cbor(bytes, KeyOrder::ascending);
  ASSERT_TRUE(root);
  ASSERT_TRUE(root->is(Kind::tag) && root->number == 61);
  const CborValue& sign1 = root->items[0];
  ASSERT_TRUE(sign1.is(Kind::tag) && sign1.number == 18);
  const CborValue& parts = sign1.items[0];
  ASSERT_EQ(parts.items.size(), 4U);
  EXPECT_EQ(to_hex(parts.items[0].content), "a2012704453230323661") << "{1: -8, 4: '2026a'}";
  const auto payload = read_cbor(parts.items[2].content, KeyOrder::ascending);
  ASSERT_TRUE(payload);
  const CborValue* data = payload->find(169);
  ASSERT_TRUE(data != nullptr && data->is(Kind::bytes));
  const auto map = read_cbor(data->content, KeyOrder::ascending);
  ASSERT_TRUE(map);
  EXPECT_EQ(map->find(4)->content, "Asha Devi Verma");
  EXPECT_EQ(parts.items[3].content.size(), 64U);
}

// The payload of that example, its picture left out: the very bytes of MOSIP's maker are read by us.
TEST(Claim169, ReadsAPayloadAsMosipWritesIt) {
  const std::string identity = from_hex(
      "a7016a33393138353932343338046c4a616e61726468616e204253096131"
      "0a78294e657720486f7573652c204e656172204d6574726f204c696e652c2042656e67616c7572752c204b41"
      "0b756a616e61726468616e406578616d706c652e636f6d0c6d2b3931393837363534333231300d62494e");
  const std::string payload = from_hex("a5016c7777772e6d6f7369702e696f041a6a9160fd051a68b02d7d061a68b02d7d18a958") +
                              static_cast<char>(identity.size()) + identity;
  const auto claims = decode_claims(payload, WireForm::mosip);
  ASSERT_TRUE(claims) << claims.error();
  EXPECT_EQ(claims->issuer, "www.mosip.io");
  EXPECT_EQ(claims->card_number, "3918592438");
  EXPECT_EQ(claims->full_name, "Janardhan BS");
  EXPECT_EQ(claims->expires_at, 0x6a9160fd);
  EXPECT_EQ(claims->not_before, 0x68b02d7d);
}

// A vector that an independent maker (the Rust crate claim169) publishes: signed with the key of RFC 8032's first test,
// claim 169 a plain map. It names no key, so that as a card it is refused.
TEST(Claim169, ReadsWhatAnIndependentMakerSigned) {
  const auto cose = from_qr_text(
      "6BF590B20FFWJWG.FKJ05H7B0XKA8FA9DIWENPEJ/5P$DPQE88EB$CBECP9ERZC04E21DDF3/E96007F3ORAO001KL580 B9%W5*B9C+9%R8646%"
      "86HKESED1/DRTC5UA QE$345$CVQEX.DX88WBK0NG8PB4 O/38TL6XDALLKLPQATHO.3ZPJMUAVQFSB1:+B*21V FWMC6SU439YU774475LJ2U5T"
      "02$VBSIMLQ3:6J.E1-1STM$4");
  ASSERT_TRUE(cose) << cose.error();
  EXPECT_FALSE(read_cose(*cose)) << "no kid";
  const auto root = read_cbor(*cose, KeyOrder::ascending);
  ASSERT_TRUE(root) << root.error();
  ASSERT_TRUE(root->is(Kind::tag) && root->number == 18);
  const CborValue& parts = root->items[0];
  const CoseSign1 message{.protected_bytes = parts.items[0].content,
                          .kid = {},
                          .type = {},
                          .payload = parts.items[2].content,
                          .signature = parts.items[3].content};
  EXPECT_TRUE(is_signed_by(public_keys_of(known_key())[0], message));
  const auto claims = decode_claims(message.payload, WireForm::standard);
  ASSERT_TRUE(claims) << claims.error();
  EXPECT_EQ(claims->card_number, "ID-SIGNED-001");
  EXPECT_EQ(claims->full_name, "Signed Test Person");
  EXPECT_EQ(claims->issuer, "https://mosip.example.org");
  EXPECT_EQ(claims->issued_at, 1'700'000'000);
  EXPECT_EQ(claims->expires_at, 1'800'000'000);
}

// RFC 9052 §4.4: "Signature1", the protected header, nothing from outside, the payload. Made by hand, byte for byte.
TEST(Cose, SignsTheStructureOfTheStandard) {
  const SigningKey key = known_key("11");
  const std::string bytes = sign_cose("This is the content.", key, "");
  EXPECT_EQ(to_hex(bytes).substr(0, 2 * 33), "d28447a2012704423131a054546869732069732074686520636f6e74656e742e58");
  const std::string structure = from_hex(
      "846a5369676e61747572653147a201270442313140"
      "54546869732069732074686520636f6e74656e742e");
  EXPECT_EQ(bytes.substr(bytes.size() - 64), key.sign(structure));
}

}  // namespace
}  // namespace pehchan

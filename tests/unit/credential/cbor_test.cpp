#include <gtest/gtest.h>

#include <limits>

#include "credential/cbor_reader.h"
#include "credential/cbor_writer.h"
#include "credential/made_credential.h"
#include "credential/utf8.h"

namespace pehchan {
namespace {

Result<CborValue, const char*> read_hex(const std::string& bytes) { return read_cbor(bytes, KeyOrder::ascending); }

std::string why(const std::string& hex) {
  const std::string bytes = from_hex(hex);
  const auto value = read_hex(bytes);
  return value ? "" : value.error();
}

// RFC 8949, appendix A.
TEST(Cbor, WritesTheIntegersOfTheStandard) {
  const std::pair<std::int64_t, const char*> examples[] = {{0, "00"},
                                                           {1, "01"},
                                                           {10, "0a"},
                                                           {23, "17"},
                                                           {24, "1818"},
                                                           {25, "1819"},
                                                           {100, "1864"},
                                                           {1000, "1903e8"},
                                                           {1000000, "1a000f4240"},
                                                           {-1, "20"},
                                                           {-10, "29"},
                                                           {-100, "3863"},
                                                           {-1000, "3903e7"},
                                                           {1000000000000, "1b000000e8d4a51000"},
                                                           {255, "18ff"},
                                                           {256, "190100"},
                                                           {65535, "19ffff"},
                                                           {65536, "1a00010000"},
                                                           {4294967295, "1affffffff"},
                                                           {4294967296, "1b0000000100000000"}};
  for (const auto& [value, hex] : examples) {
    EXPECT_EQ(to_hex(cbor_integer(value)), hex);
    const std::string bytes = from_hex(hex);
    const auto read = read_hex(bytes);
    ASSERT_TRUE(read) << hex << ": " << read.error();
    EXPECT_EQ(read->integer(), value);
  }
}

TEST(Cbor, TheOutermostIntegersAreReadAndWrittenWhole) {
  for (const std::int64_t value :
       {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
    const std::string bytes = cbor_integer(value);
    EXPECT_EQ(read_hex(bytes)->integer(), value);
  }
  const std::string beyond[] = {from_hex("1bffffffffffffffff"), from_hex("3bffffffffffffffff")};
  for (const std::string& bytes : beyond) EXPECT_EQ(read_hex(bytes)->integer(), std::nullopt);
}

TEST(Cbor, WritesTheStringsListsMapsAndTagsOfTheStandard) {
  EXPECT_EQ(to_hex(cbor_bytes("")), "40");
  EXPECT_EQ(to_hex(cbor_bytes("\1\2\3\4")), "4401020304");
  EXPECT_EQ(to_hex(cbor_text("IETF")), "6449455446");
  EXPECT_EQ(to_hex(cbor_text("水")), "63e6b0b4");
  const std::string numbers[] = {cbor_integer(1), cbor_integer(2), cbor_integer(3)};
  EXPECT_EQ(to_hex(cbor_array(numbers)), "83010203");
  EXPECT_EQ(to_hex(cbor_tag(1, cbor_integer(1363896240))), "c11a514b67b0");
  CborMap map;
  map.add(3, cbor_integer(4));
  map.add(1, cbor_integer(2));
  EXPECT_EQ(to_hex(map.encoded()), "a201020304");
}

TEST(Cbor, KeysOfAMapGoByTheBytesOfTheirEncoding) {
  // RFC 8949 §4.2.1's own example: 10, 100, -1, "z", "aa", [100], [-1], false.
  CborMap map;
  map.add(cbor_text("aa"), cbor_integer(0));
  map.add(cbor_text("z"), cbor_integer(0));
  map.add(-1, cbor_integer(0));
  map.add(100, cbor_integer(0));
  map.add(10, cbor_integer(0));
  EXPECT_EQ(to_hex(map.encoded()),
            "a50a00186400200061"
            "7a00"
            "62616100");
}

TEST(Cbor, RefusesEveryFormThatIsNotTheShortest) {
  for (const char* hex : {"1817", "190017", "1900ff", "1a0000ffff", "1b00000000ffffffff", "3817", "5800", "780161",
                          "9800", "b800", "d811a0", "580161"})
    EXPECT_NE(why(hex), "") << hex;
}

TEST(Cbor, RefusesIndefiniteLengthsReservedFormsAndFractions) {
  for (const char* hex : {"5f4100ff", "7f6161ff", "9f01ff", "bf0102ff", "ff", "1c", "1d", "1e", "3c", "fc", "f90000",
                          "fa47c35000", "fb3ff199999999999a", "f7", "f0", "f8ff", "f818"})
    EXPECT_NE(why(hex), "") << hex;
}

TEST(Cbor, RefusesKeysTwiceAndKeysOutOfOrder) {
  EXPECT_EQ(why("a201020102"), "a map has a key twice");
  EXPECT_EQ(why("a203040102"), "a map's keys are not in order");
  const std::string unordered = from_hex("a203040102"), twice = from_hex("a3030401020304");
  EXPECT_TRUE(read_cbor(unordered, KeyOrder::any));
  EXPECT_FALSE(read_cbor(twice, KeyOrder::any));
}

TEST(Cbor, RefusesWhatFollowsTheEndAndWhatIsCutOff) {
  EXPECT_EQ(why("0000"), "something follows the end");
  for (const char* hex : {"", "18", "1900", "41", "6261", "81", "a1", "a101", "c1", "9bffffffffffffffff",
                          "5bffffffffffffffff", "bb7fffffffffffffff", "5a7fffffff00"})
    EXPECT_EQ(why(hex), "it ends in the middle of an item") << hex;
}

TEST(Cbor, RefusesItemsThatLieTooDeep) {
  std::string deep(most_cbor_depth - 1, '\x81');
  EXPECT_TRUE(read_hex(deep + '\0')) << "just deep enough";
  EXPECT_FALSE(read_hex('\x81' + deep + '\0'));
  EXPECT_FALSE(read_hex(std::string(100'000, '\xc1')));
}

TEST(Cbor, RefusesMoreItemsThanAnyCodeHas) {
  const std::string many = from_hex("1a00100000"), list = "\x9a" + many.substr(1) + std::string(0x100000, '\0');
  EXPECT_EQ(why(to_hex(list)), "it has too many items");
}

TEST(Cbor, TextMustBeUtf8) {
  for (const char* hex : {"61ff", "62c080", "63eda080", "64f4908080", "61c3", "63e0809f", "64f0808080", "62c328"})
    EXPECT_EQ(why(hex), "a text is not UTF-8") << hex;
  for (const char* good : {"", "a", "é", "आशा", "😀", "\xED\x9F\xBF", "\xF4\x8F\xBF\xBF"}) EXPECT_TRUE(is_utf8(good));
}

TEST(Cbor, ControlCharactersAreSeen) {
  for (const char* bad : {"a\nb", "\x1b[31m", "\x7f", "a\xC2\x85", "\xC2\x9F"}) EXPECT_TRUE(has_controls(bad));
  for (const char* good : {"", "Asha", "आशा देवी", "\xC2\xA0", "é"}) EXPECT_FALSE(has_controls(good)) << good;
}

}  // namespace
}  // namespace pehchan

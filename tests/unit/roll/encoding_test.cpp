#include "roll/encoding.h"

#include <gtest/gtest.h>

#include "unit/roll/rolls.h"

namespace pehchan {
namespace {
using namespace testing_rolls;

const std::u16string hindi_roll =
    u"member_no,name,booth_no,block,district,photo,status\nUP-1,आशा 𑀅,12,बांदी,झाँसी,a.jpg,confirmed\n";

std::string utf16(bool little, bool mark) {
  std::string bytes;
  for (const char16_t c : (mark ? u"\uFEFF" : u"") + hindi_roll) {
    const char low = static_cast<char>(c & 0xFF), high = static_cast<char>(c >> 8);
    bytes += little ? low : high;
    bytes += little ? high : low;
  }
  return bytes;
}

void expect_hindi(const Roll& roll) {
  ASSERT_EQ(numbers(roll), Lines{"UP-1"});
  EXPECT_EQ(roll.confirmed[0][Field::name], "आशा 𑀅");
}

TEST(Encoding, Utf16WithAMarkIsRead) {
  expect_hindi(read(utf16(true, true)));
  expect_hindi(read(utf16(false, true)));
}

TEST(Encoding, Utf16WithoutAMarkIsReadWhenDeclaredAndElseRefused) {
  expect_hindi(read(utf16(true, false), "UTF-16LE"));
  expect_hindi(read(utf16(false, false), "UTF-16BE"));
  const RunError error = refusal(utf16(true, false));
  EXPECT_EQ(error.code, ExitCode::bad_input);
  EXPECT_NE(error.advice.find("UTF-16LE"), std::string::npos);
}

TEST(Encoding, AUtf8MarkIsDroppedAndSurerThanWhatIsDeclared) {
  EXPECT_EQ(numbers(read("\xEF\xBB\xBF" + header + good_row("1"))), Lines{"UP-1"});
  EXPECT_EQ(numbers(read("\xEF\xBB\xBF" + header + good_row("1"), "UTF-16LE")), Lines{"UP-1"});
}

TEST(Encoding, AnOldCodePageIsReadWhenDeclared) {
  const std::string text = header +
                           "UP-1,Ren\xE9"
                           "e,12,Bandi,Jhansi,a.jpg,confirmed,,\n";
  const Roll roll = read(text, "windows-1252");
  ASSERT_EQ(roll.confirmed.size(), 1u);
  EXPECT_EQ(roll.confirmed[0][Field::name], "Renée");
  EXPECT_EQ(told(read(text)), Lines{"2 name bad_utf8"});
}

TEST(Encoding, BadUtf8WithholdsItsRowAlone) {
  for (const std::string bad : {"\xFF", "\xC0\xAF", "\xED\xA0\x80", "\xE0\xA4", "\xF5\x80\x80\x80"}) {
    const Roll roll = read(header + "UP-1,As" + bad + "ha,12,Bandi,Jhansi,a.jpg,confirmed,,\n" + good_row("2"));
    EXPECT_EQ(told(roll), Lines{"2 name bad_utf8"});
    EXPECT_EQ(numbers(roll), Lines{"UP-2"});
  }
}

TEST(Encoding, BadUtf8InAColumnThatIsNotOursIsToldByItsHeading) {
  const Roll roll = read(
      "member_no,name,booth_no,block,district,photo,status,Remarks\n"
      "UP-1,Asha,12,Bandi,Jhansi,a.jpg,confirmed,\xFF\n");
  EXPECT_EQ(told(roll), Lines{"2 Remarks bad_utf8"});
}

TEST(Encoding, AnUnknownNameIsBadInput) {
  const RunError error = refusal(header, "kruti-dev");
  EXPECT_EQ(error.code, ExitCode::bad_input);
  EXPECT_NE(std::string(error.what()).find("kruti-dev"), std::string::npos);
}

TEST(Encoding, PiecesThatCutACharacterAreJoined) {
  std::string text = header;
  for (int i = 0; i < 4000; ++i) text += "UP-" + std::to_string(i) + ",आशा परीक्षा,12,बांदी,झाँसी,a.jpg,confirmed,,\n";
  const Roll roll = read(text);
  EXPECT_EQ(roll.confirmed.size(), 4000u);
  EXPECT_TRUE(roll.withheld.empty());
}

}  // namespace
}  // namespace pehchan

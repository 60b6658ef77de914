#include "roll/normalise.h"

#include <gtest/gtest.h>

namespace pehchan {
namespace {

TEST(Normalise, TextIsTrimmedAndItsBlanksAreSingle) {
  EXPECT_EQ(normalised(Field::name, "  Asha \t  Test\u00A0 "), "Asha Test");
  EXPECT_EQ(normalised(Field::name, " \u00A0\t"), "");
  EXPECT_EQ(normalised(Field::name, "Asha\r\n"), "Asha");
  EXPECT_EQ(normalised(Field::name, "\uFEFFAs\u200Bha"), "Asha");
}

TEST(Normalise, TextIsNfcAndKeepsItsJoiners) {
  EXPECT_EQ(normalised(Field::name, "Rene\u0301e"), "Ren\u00E9e");
  EXPECT_EQ(normalised(Field::name_local, "\u095B"), "\u091C\u093C");
  EXPECT_EQ(normalised(Field::name_local, "क्\u200Dष"), "क्\u200Dष");
}

TEST(Normalise, DevanagariDigitsBecomeAsciiInNumbersButNotInNames) {
  EXPECT_EQ(normalised(Field::booth_no, "१२ क"), "12 क");
  EXPECT_EQ(normalised(Field::member_no, "up–०१/२"), "UP-01/2");
  EXPECT_EQ(normalised(Field::name_local, "आशा २"), "आशा २");
}

TEST(Normalise, AMobileIsReadInEveryUsualWay) {
  for (const char* text : {"9000000001", "09000000001", "919000000001", "+919000000001", "+91 90000 00001",
                           "90000-00001", "९००००००००१", "\u202A+91 90000 00001\u202C"})
    EXPECT_EQ(normalised(Field::mobile, text), "+919000000001") << text;
  for (const char* text : {"5000000001", "900000000", "90000000011", "9.0E+09", "+929000000001", "9000000001/2"})
    EXPECT_EQ(normalised(Field::mobile, text), text);
}

TEST(Normalise, AnEpicIsInCapitalsWithoutSpaces) {
  EXPECT_EQ(normalised(Field::epic_no, " abc 1234567"), "ABC1234567");
  EXPECT_EQ(normalised(Field::epic_no, "up/12/034/१२३४५६"), "UP/12/034/123456");
}

TEST(Normalise, DatesBecomeIso) {
  EXPECT_EQ(normalised(Field::enrolled_on, "05-01-2026"), "2026-01-05");
  EXPECT_EQ(normalised(Field::confirmed_on, "०५/०१/२०२६"), "2026-01-05");
  EXPECT_EQ(normalised(Field::valid_until, "2026-01-05"), "2026-01-05");
  EXPECT_EQ(normalised(Field::valid_until, "5/1/26"), "5/1/26");
  EXPECT_EQ(normalised(Field::valid_until, "05-01/2026"), "05-01/2026");
}

TEST(Normalise, ChoicesBecomeTheirCanonicalWords) {
  for (const char* text : {"Confirmed", "पुष्ट", " CONFIRMED ", "स्वीकृत"})
    EXPECT_EQ(normalised(Field::status, text), "confirmed");
  for (const char* text : {"pending", "लंबित", "लम्बित"}) EXPECT_EQ(normalised(Field::status, text), "pending");
  EXPECT_EQ(normalised(Field::status, "अस्वीकृत"), "declined");
  EXPECT_EQ(normalised(Field::status, "maybe"), "maybe");
  EXPECT_EQ(normalised(Field::channel, "रसीद"), "receipt");
  EXPECT_EQ(normalised(Field::channel, "डिजिटल"), "digital");
}

TEST(Normalise, ThePhotosNameStaysTheNameOfAFile) {
  EXPECT_EQ(normalised(Field::photo, " my  photo\u0301.jpg "), "my  photo\u0301.jpg");
}

}  // namespace
}  // namespace pehchan

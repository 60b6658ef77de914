#include <gtest/gtest.h>

#include "roll/aliases.h"
#include "unit/roll/rolls.h"

namespace pehchan {
namespace {
using namespace testing_rolls;

bool says(const RunError& error, std::string_view words) {
  return std::string_view(error.what()).find(words) != std::string_view::npos;
}

TEST(Header, HindiAndEnglishHeadingsAreKnown) {
  const std::pair<const char*, Field> known[] = {{"Member No.", Field::member_no},
                                                 {"MEMBER_NO", Field::member_no},
                                                 {"सदस्य संख्या", Field::member_no},
                                                 {"नाम", Field::name},
                                                 {"नाम (हिन्दी में)", Field::name_local},
                                                 {"मोबाइल नं.", Field::mobile},
                                                 {"EPIC", Field::epic_no},
                                                 {"मतदाता पहचान पत्र", Field::epic_no},
                                                 {"बूथ संख्या", Field::booth_no},
                                                 {"बूथ का नाम", Field::booth_name},
                                                 {"खंड", Field::block},
                                                 {"ब्लॉक", Field::block},
                                                 {"राज्य", Field::state},
                                                 {"फोटो", Field::photo},
                                                 {"फ़ोटो", Field::photo},
                                                 {"स्थिति", Field::status},
                                                 {"रसीद संख्या", Field::receipt_no},
                                                 {"पद", Field::office}};
  for (const auto& [heading, field] : known) EXPECT_EQ(field_headed(heading), field) << heading;
  EXPECT_FALSE(field_headed("पिता का नाम"));
  EXPECT_FALSE(field_headed(""));
}

TEST(Header, NuktaAndItsWayOfWritingMakeNoDifference) {
  EXPECT_EQ(field_headed("\u091C\u093F\u0932\u093E"), Field::district);
  EXPECT_EQ(field_headed("\u091C\u093C\u093F\u0932\u093E"), Field::district);
  EXPECT_EQ(field_headed("\u095B\u093F\u0932\u093E"), Field::district);
}

TEST(Header, AWholeHindiRollIsRead) {
  const Roll roll = read(
      "सदस्य संख्या;नाम;पिता का नाम;बूथ संख्या;खंड;ज़िला;फ़ोटो;स्थिति\n"
      "UP-१२;आशा परीक्षा;राम;१२;बांदी;झाँसी;asha.jpg;पुष्ट\n");
  ASSERT_EQ(numbers(roll), Lines{"UP-12"});
  EXPECT_EQ(roll.confirmed[0][Field::booth_no], "12");
  EXPECT_EQ(roll.confirmed[0][Field::status], "confirmed");
}

TEST(Header, AllMissingAndDoubleColumnsAreToldTogether) {
  const RunError error = refusal("member_no,name,Name of Member,booth_no,block,photo\n");
  EXPECT_EQ(error.code, ExitCode::bad_input);
  EXPECT_TRUE(says(error, "district, status")) << error.what();
  EXPECT_TRUE(says(error, "name (columns 2 and 3)")) << error.what();
  EXPECT_TRUE(says(error, "roll.csv")) << error.what();
  EXPECT_FALSE(error.advice.empty());
}

TEST(Header, ColumnsThatAreNotOursMayBeDouble) {
  EXPECT_EQ(refusal("member_no,name,booth_no,block,district,photo,status,note,note\n").code, ExitCode::ok);
}

TEST(Header, AHeadingInTwoLanguagesIsKnownWhenBothMeanTheSame) {
  for (const char* heading : {"सदस्य संख्या / Member number", "Member number\n(सदस्य संख्या)", "सदस्य संख्या (Member No.)",
                              "Member No | सदस्य संख्या", "[सदस्य संख्या] Member ID"})
    EXPECT_EQ(field_headed(heading), Field::member_no) << heading;
  EXPECT_EQ(field_headed("नाम (हिंदी में) / Name in Hindi"), Field::name_local);
  for (const char* heading : {"नाम / Block", "Name / father", "/", "()", "Name (of the father)"})
    EXPECT_FALSE(field_headed(heading)) << heading;
}

TEST(Header, IsFoundBelowTitles) {
  const Roll roll = read("Members of the district;;\n\n\"a, b, c\",d\n" + header + good_row("1"));
  EXPECT_EQ(numbers(roll), Lines{"UP-1"});
  EXPECT_EQ(roll.confirmed[0].row, 5U);
  std::string semicolons = header + good_row("1");
  std::replace(semicolons.begin(), semicolons.end(), ',', ';');
  EXPECT_EQ(numbers(read("A title, with, many, commas, in it\n" + semicolons)), Lines{"UP-1"});
}

TEST(Header, BelowTheFirstTwentyRowsItIsNotLookedFor) {
  std::string title;
  for (int i = 0; i < 20; ++i) title += "title\n";
  EXPECT_EQ(refusal(title + header).code, ExitCode::bad_input);
  EXPECT_EQ(refusal(title.substr(6) + header).code, ExitCode::ok);
}

TEST(Header, TheRowGivenIsTakenAndNoOther) {
  const auto read_at = [](const std::string& text, std::size_t row) {
    std::istringstream bytes(text);
    return read_roll(bytes, {.where = "roll.csv", .header_row = row});
  };
  EXPECT_EQ(numbers(read_at("title\n" + header + good_row("1"), 2)), Lines{"UP-1"});
  EXPECT_THROW(read_at("title\n" + header + good_row("1"), 1), RunError);
  EXPECT_THROW(read_at("\n" + header, 1), RunError) << "a blank row";
  EXPECT_THROW(read_at(header, 7), RunError) << "no such row";
  EXPECT_EQ(numbers(read_at("withheld_code," + header + "x," + good_row("1"), 7)), Lines{"UP-1"})
      << "a file of withheld rows is fed back with the options of its roll";
}

TEST(Header, TheRowMostLikeAHeaderIsTheOneToldAbout) {
  const RunError error = refusal("title\nmember_no,name,block\nx,y,z\n");
  EXPECT_TRUE(says(error, "row 2")) << error.what();
}

TEST(Header, AnEmptyOrBlankFileIsBadInput) {
  for (const char* text : {"", "\n\n", " \r\n,,,\n", "\xEF\xBB\xBF"})
    EXPECT_EQ(refusal(text).code, ExitCode::bad_input) << '[' << text << ']';
  EXPECT_EQ(read(header).rows, 0u);
}

TEST(Header, AnUnclosedQuoteInItIsBadInput) {
  EXPECT_EQ(refusal("member_no,\"name,booth_no\n1,2,3\n").code, ExitCode::bad_input);
}

TEST(Header, BytesThatAreNotUtf8AreToldByRowCellAndByte) {
  const RunError error = refusal("member_no,na\xB8me\n");
  EXPECT_EQ(error.code, ExitCode::bad_input);
  EXPECT_TRUE(says(error, "row 1")) << error.what();
  EXPECT_TRUE(says(error, "cell 2")) << error.what();
  EXPECT_TRUE(says(error, "byte 3 (0xB8)")) << error.what();
  EXPECT_NE(error.advice.find("--encoding"), std::string::npos);
}

}  // namespace
}  // namespace pehchan

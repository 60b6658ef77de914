#include "sheet/find_format.h"

#include <gtest/gtest.h>

#include "base/file.h"
#include "base/run_error.h"
#include "base/sha256.h"
#include "sheet/check_format.h"
#include "sheet/impose.h"
#include "sheet/read_format.h"
#include "sheet/write_format.h"
#include "support/build_paths.h"

namespace pehchan {
namespace {

const std::filesystem::path data = PEHCHAN_SOURCE;

ExitCode code_of(const std::string& sheet) {
  try {
    find_sheet_format(sheet, data);
  } catch (const RunError& error) {
    return error.code;
  }
  return ExitCode::ok;
}

// Old cards are known by the hash of the file that they were made with.
TEST(FindSheetFormat, TheFirstFormatStaysWhatItWasByteForByte) {
  EXPECT_EQ(sha256_hex(find_sheet_format("a4-2x5", data).text),
            "2f8d3ed8512d6533fcbcb57edb2b5be04cf3b3395666acff7bc0162754f77ea5");
}

TEST(FindSheetFormat, TakesNamesPathsAndWhatIsTyped) {
  EXPECT_EQ(find_sheet_format("a4-2x5", data).format.name, "a4-2x5");
  EXPECT_EQ(find_sheet_format(PEHCHAN_SOURCE "/templates/sheets/a3.toml", data).format.name, "a3");
  EXPECT_EQ(find_sheet_format("2x5@210x297", data).format.cards_per_sheet(), 10);
}

TEST(FindSheetFormat, TellsTheNearestNameAndThatThereIsNoSuchFile) {
  try {
    find_sheet_format("a4-2x6", data);
    ADD_FAILURE();
  } catch (const RunError& error) {
    EXPECT_NE(std::string(error.what()).find("is it 'a4-2x5'?"), std::string::npos) << error.what();
    EXPECT_EQ(error.code, ExitCode::missing_input);
  }
  EXPECT_EQ(code_of("./nowhere.toml"), ExitCode::missing_input);
  EXPECT_EQ(code_of("../a4-2x5"), ExitCode::missing_input);
}

TEST(ShippedFormats, AreCalledAsTheirFilesAndSayWhatTheyAreInBothLanguages) {
  const auto formats = shipped_formats(data);
  EXPECT_GE(formats.size(), 13u);
  for (const SheetFormat& format : formats) {
    EXPECT_EQ(find_sheet_format(format.name, data).format.name, format.name);
    EXPECT_FALSE(format.title.en.empty() || format.title.hi.empty()) << format.name;
    EXPECT_EQ(format.unverified.en.empty(), format.unverified.hi.empty()) << format.name;
  }
}

TEST(ShippedFormats, HaveAllTheMarksThatTheyAskFor) {
  for (const SheetFormat& format : shipped_formats(data)) {
    const ImposedSide front = impose(format).front;
    EXPECT_EQ(front.crop_marks.empty(), format.mark_length <= 0_mm) << format.name;
    EXPECT_EQ(front.registration.size(), format.has_registration ? 4u : 0u) << format.name;
    EXPECT_EQ(front.colour_bar.has_value(), format.has_colour_bar) << format.name;
    EXPECT_EQ(front.sheet_code.has_value(), format.has_sheet_code) << format.name;
  }
}

TEST(TomlOf, ReadsBackAsTheSameFormat) {
  auto formats = shipped_formats(data);
  formats.push_back(find_sheet_format("3x7@12x18in,gutter=4", data).format);
  for (const SheetFormat& format : formats) {
    const std::string toml = toml_of(format);
    EXPECT_EQ(toml_of(parse_sheet_format(toml, "again.toml")), toml);
    const Imposition before = impose(format), after = impose(parse_sheet_format(toml, "again.toml"));
    ASSERT_EQ(before.back.slots.size(), after.back.slots.size()) << format.name;
    for (std::size_t i = 0; i < before.back.slots.size(); ++i) {
      EXPECT_EQ(before.front.slots[i].trim, after.front.slots[i].trim) << format.name;
      EXPECT_EQ(before.back.slots[i].bleed, after.back.slots[i].bleed) << format.name;
    }
  }
}

TEST(TomlOf, KeepsAnyNameInItsQuotes) {
  auto format = find_sheet_format("a4-2x5", data).format;
  format.name = "a \"quoted\" \\ name\nकार्ड";
  EXPECT_EQ(parse_sheet_format(toml_of(format), "again.toml").name, format.name);
}

}  // namespace
}  // namespace pehchan

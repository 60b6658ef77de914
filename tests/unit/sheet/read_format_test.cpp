#include "sheet/read_format.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/run_error.h"
#include "support/build_paths.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {
std::string shipped() {
  std::ifstream file(PEHCHAN_SOURCE "/templates/sheets/a4-2x5.toml");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The error told for the shipped format with `from` replaced by `to`.
std::string told(const std::string& from, const std::string& to) {
  auto text = shipped();
  text.replace(text.find(from), from.size(), to);
  const ScratchFolder folder;
  const auto path = folder / "format.toml";
  std::ofstream(path) << text;
  try {
    read_sheet_format(path);
  } catch (const RunError& error) {
    EXPECT_EQ(error.code, ExitCode::bad_config);
    return error.what();
  }
  return "accepted";
}

TEST(ReadSheetFormat, ReadsTheShippedFormat) {
  const auto format = read_sheet_format(PEHCHAN_SOURCE "/templates/sheets/a4-2x5.toml");
  EXPECT_EQ(format.name, "a4-2x5");
  EXPECT_EQ(format.cards_per_sheet(), 10);
  EXPECT_EQ(format.duplex, Duplex::long_edge);
  EXPECT_EQ(format.paper, (Size{210_mm, 297_mm}));
}

TEST(ReadSheetFormat, TellsAnUnknownKeyWithItsLine) {
  const auto text = told("gutter = 2.0", "guter = 2.0");
  EXPECT_NE(text.find("no key \"guter\"; is it \"gutter\"?"), std::string::npos) << text;
  EXPECT_NE(text.find(":13:"), std::string::npos) << text;
}

TEST(ReadSheetFormat, TellsAMissingKey) {
  EXPECT_NE(told("gutter = 2.0", "").find("needs the key \"gutter\""), std::string::npos);
}

TEST(ReadSheetFormat, RefusesBleedThatRunsIntoANeighbour) {
  EXPECT_NE(told("inner_bleed = 1.0", "inner_bleed = 1.2").find("half of \"gutter\""), std::string::npos);
}

TEST(ReadSheetFormat, RefusesCardsThatThePrinterCannotReach) {
  EXPECT_NE(told("first = [18.4, 9.55]", "first = [18.4, 5.0]").find("printable area"), std::string::npos);
}

TEST(ReadSheetFormat, RefusesBacksThatMissTheirFronts) {
  EXPECT_NE(told("first = [18.4, 9.55]", "first = [17.4, 9.55]").find("miss its front"), std::string::npos);
}

TEST(ReadSheetFormat, RefusesMarksOnTheCards) {
  EXPECT_NE(told("mark_offset = 2.3", "mark_offset = 1.0").find("marks would lie on"), std::string::npos);
}

TEST(ReadSheetFormat, RefusesWhatWouldTakeTheParserTooDeep) {
  std::string keys;
  for (int i = 0; i < 2000; ++i) keys += "a.";
  EXPECT_NE(told("schema = 1", keys + "a = 1\nschema = 1").find(": this lies too deep"), std::string::npos);
}

TEST(ReadSheetFormat, TellsBrokenTomlWithItsLine) {
  EXPECT_NE(told("columns = 2", "columns = ").find(":9:"), std::string::npos);
}

TEST(ReadSheetFormat, TellsAllMistakesAtOnceEachWithItsPlace) {
  const auto text = told("gutter = 2.0\ninner_bleed = 1.0", "gutter = \"wide\"\nguter = 1");
  EXPECT_NE(text.find("format.toml:13:10: \"gutter\" must be a number from 0 to 200"), std::string::npos) << text;
  EXPECT_NE(text.find("format.toml:14:1: the sheet format has no key \"guter\""), std::string::npos) << text;
  EXPECT_NE(text.find("needs the key \"inner_bleed\""), std::string::npos) << text;
}

TEST(ReadSheetFormat, TellsAllThatIsWrongWithWhereThingsLie) {
  const auto text = told("first = [18.4, 9.55]", "first = [17.4, 2.0]\nregistration = true\ncolour_bar = true");
  for (const char* what :
       {"printable area of the paper", "miss its front", "crop mark leaves", "no room for registration"})
    EXPECT_NE(text.find(what), std::string::npos) << what << "\n" << text;
}

}  // namespace
}  // namespace pehchan

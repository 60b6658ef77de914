#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/run_program.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {

TEST(Sheets, TellsTheFormatsInBothLanguages) {
  const Finished run = run_program({"sheets"});
  EXPECT_EQ(run.code, 0) << run.err;
  for (const char* word : {"a4-2x5", "sra3", "cr80", "A4, 10 cards, duplex", "A4, 10 कार्ड, दोनों ओर", "Unverified"})
    EXPECT_NE(run.out.find(word), std::string::npos) << word;
}

TEST(Sheets, TellsProgramsWhereEachCardLies) {
  const Finished run = run_program({"sheets", "a4-2x5", "--json"});
  const auto json = nlohmann::json::parse(run.out);
  const auto& sheet = json.at("sheets").at(0);
  EXPECT_EQ(sheet.at("cards"), 10);
  EXPECT_EQ(sheet.at("fronts").size(), 10u);
  EXPECT_DOUBLE_EQ(sheet.at("fronts").at(0).at("x"), 18.4);
  EXPECT_DOUBLE_EQ(sheet.at("backs").at(0).at("x"), 106.0);
}

TEST(Sheets, DrawsThemAsAPictureOrAPdf) {
  const ScratchFolder folder;
  for (const char* name : {"sheets.png", "sheets.pdf"}) {
    const Finished run = run_program({"sheets", "--thumbnails", (folder / name).string()});
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_GT(bytes_of(folder / name).size(), 20'000u);
  }
  EXPECT_EQ(bytes_of(folder / "sheets.png").substr(1, 3), "PNG");
  EXPECT_EQ(bytes_of(folder / "sheets.pdf").substr(0, 4), "%PDF");
  EXPECT_EQ(run_program({"sheets", "--thumbnails", (folder / "sheets.gif").string()}).code, 64);
}

TEST(Sheets, ChecksASheetAsItIsTyped) {
  EXPECT_EQ(run_program({"sheets", "3×7@297x420"}).code, 0);
  const Finished run = run_program({"sheets", "2x6@210x297"});
  EXPECT_EQ(run.code, 78);
  EXPECT_NE(run.err.find("printable area"), std::string::npos);
  EXPECT_EQ(run_program({"sheets", "2x6@@"}).code, 64);
  EXPECT_EQ(run_program({"sheets", "a4"}).code, 66);
}

TEST(Sheets, WritesOneAsAFileThatItReadsBack) {
  const ScratchFolder folder;
  const Finished toml = run_program({"sheets", "3x7@297x420,gutter=4", "--toml"});
  ASSERT_EQ(toml.code, 0) << toml.err;
  write_bytes(folder / "own.toml", toml.out);
  EXPECT_EQ(run_program({"sheets", (folder / "own.toml").string(), "--toml"}).out, toml.out);
}

TEST(Sheets, TellsEveryMistakeOfAFileWithItsPlace) {
  const ScratchFolder folder;
  write_bytes(folder / "own.toml", "name = \"own\"\npaper = [210, 297]\ncard = 5\ncolums = 2\n");
  const Finished run = run_program({"sheets", (folder / "own.toml").string()});
  EXPECT_EQ(run.code, 78);
  EXPECT_NE(run.err.find("own.toml:3:8: \"card\" must be [width, height] in mm"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("own.toml:4:1: the sheet format has no key \"colums\"; is it \"columns\"?"), std::string::npos)
      << run.err;
}

}  // namespace
}  // namespace pehchan

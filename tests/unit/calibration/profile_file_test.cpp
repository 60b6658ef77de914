#include "calibration/profile_file.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/run_error.h"
#include "calibration/parse_profile.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {

const PrinterProfile office{.name = "office",
                            .tray = "manual",
                            .paper = {{210}, {297}},
                            .duplex = Duplex::short_edge,
                            .front = {.right = {1.25},
                                      .down = {-0.5},
                                      .scale_across = 1.002,
                                      .scale_down = 0.999,
                                      .turn_across = 0.25,
                                      .turn_down = 0.125},
                            .back = {.right = {-2}, .down = {3}}};

RunError refusal_of(const std::string& text) {
  try {
    parse_profile(text, "office.main.toml");
  } catch (const RunError& error) {
    return error;
  }
  return {ExitCode::ok, "it was taken"};
}

TEST(ProfileFile, ComesBackAsItWasWritten) {
  const ScratchFolder folder;
  write_profile(folder / "new/printers", office);
  EXPECT_EQ(read_profile(folder / "new/printers", printer_named("office:manual")), office);
}

TEST(ProfileFile, KnowsItsPrintersAndTraysByName) {
  const ScratchFolder folder;
  EXPECT_TRUE(profiles_in(folder / "none").empty());
  PrinterProfile main = office;
  main.tray = "main";
  write_profile(folder, office);
  write_profile(folder, main);
  std::ofstream(folder / "notes.txt") << "not a printer";
  const auto found = profiles_in(folder);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].text(), "office");
  EXPECT_EQ(found[1].text(), "office:manual");
}

TEST(ProfileFile, NamesThoseThereAreWhereAnotherIsAskedFor) {
  const ScratchFolder folder;
  write_profile(folder, office);
  try {
    read_profile(folder, printer_named("offcie"));
    FAIL();
  } catch (const RunError& error) {
    EXPECT_EQ(error.code, ExitCode::missing_input);
    EXPECT_NE(error.advice.find("office:manual"), std::string::npos) << error.advice;
  }
}

TEST(ProfileFile, TakesNoNameThatLeadsOutOfItsFolder) {
  for (const char* name : {"", "../office", "a/b", "a.b", "office:", "office:../x", "o f", "a:b:c"})
    EXPECT_THROW(printer_named(name), RunError) << name;
}

TEST(ProfileFile, TellsAllMistakesAtOnceWithTheirPlaces) {
  const RunError error = refusal_of(
      "schema = 1\npaper = [210, 297]\nduplex = \"long\"\n\n[front]\noffset = [0, 11]\nscale = [1, 1]\nskew = [0, 0]\n"
      "shear = 2\n\n[back]\noffset = [0, 0]\nscale = [1, \"wide\"]\nskew = [0]\n");
  EXPECT_EQ(error.code, ExitCode::bad_config);
  for (const char* place : {"toml:3:", "toml:6:", "toml:9:", "toml:13:", "toml:14:"})
    EXPECT_NE(std::string(error.what()).find(place), std::string::npos) << place << " in " << error.what();
  EXPECT_EQ(std::string(error.what()).find("toml:7:"), std::string::npos) << error.what();
}

TEST(ProfileFile, RefusesNumbersThatAreNone) {
  for (const char* offset : {"[nan, 0]", "[inf, 0]", "[0, 0, 0]", "7"}) {
    const std::string text = std::string("schema = 1\npaper = [210, 297]\nduplex = \"long-edge\"\n[front]\noffset = ") +
                             offset +
                             "\nscale = [1, 1]\nskew = [0, 0]\n[back]\noffset = [0, 0]\nscale = [1, 1]\n"
                             "skew = [0, 0]\n";
    EXPECT_EQ(refusal_of(text).code, ExitCode::bad_config) << offset;
  }
  EXPECT_EQ(refusal_of("schema = [[[").code, ExitCode::bad_config);
  EXPECT_EQ(refusal_of("").code, ExitCode::bad_config);
}

}  // namespace
}  // namespace pehchan

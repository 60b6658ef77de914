#include "draw/fonts.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "base/run_error.h"
#include "draw/every_script.h"
#include "draw/measure.h"
#include "support/build_paths.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

/// PEHCHAN_DATA is this folder as long as it lives.
class OtherData {
 public:
  explicit OtherData(const std::string& folder) : before_(std::getenv("PEHCHAN_DATA")) {
    setenv("PEHCHAN_DATA", folder.c_str(), 1);
  }
  ~OtherData() { setenv("PEHCHAN_DATA", before_.c_str(), 1); }
  OtherData(const OtherData&) = delete;
  OtherData& operator=(const OtherData&) = delete;

 private:
  std::string before_;
};

fs::path fresh_folder(const std::string& name) {
  const fs::path folder = fs::path(testing::TempDir()) / name;
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder;
}

/// What is told when the fonts of this data folder are loaded.
std::string told(const fs::path& data) {
  const OtherData other(data);
  try {
    const FontSet fonts;
  } catch (const RunError& error) {
    EXPECT_EQ(error.code, ExitCode::bad_config);
    EXPECT_NE(error.advice.find("fonts-noto-core"), std::string::npos) << error.advice;
    return error.what();
  }
  return "loaded";
}

TEST(FontSet, HasBothScriptsFamilies) {
  const FontSet fonts;
  EXPECT_TRUE(fonts.has_family("Noto Sans"));
  EXPECT_TRUE(fonts.has_family("Noto Sans Devanagari"));
}

TEST(FontSet, KnowsNothingOfTheMachinesOwnFonts) {
  const FontSet fonts;
  EXPECT_FALSE(fonts.has_family("DejaVu Sans"));
  EXPECT_FALSE(fonts.has_family("Noto Serif"));
  EXPECT_FALSE(fonts.has_family("Sans"));
  EXPECT_FALSE(fonts.has_family(""));
}

TEST(FontSet, KnowsWhichWeightsAFamilyHas) {
  const FontSet fonts;
  EXPECT_TRUE(fonts.has_face("Noto Sans", font_weight::regular));
  EXPECT_TRUE(fonts.has_face("Noto Sans", font_weight::bold));
  EXPECT_FALSE(fonts.has_face("Noto Sans", font_weight::medium));
  EXPECT_FALSE(fonts.has_face("Noto Serif", font_weight::regular));
}

TEST(FontSet, TellsThatTheFontsFolderIsMissing) {
  const fs::path data = fresh_folder("data_without_fonts");
  EXPECT_NE(told(data).find("cannot read the fonts folder " + (data / "fonts").string()), std::string::npos);
}

TEST(FontSet, TellsWhichFaceIsMissing) {
  const fs::path data = fresh_folder("data_without_bold");
  fs::create_directories(data / "fonts");
  EXPECT_NE(told(data).find("Noto Sans Regular is missing"), std::string::npos);
  fs::copy(PEHCHAN_SHARE "/fonts/NotoSans-Regular.ttf", data / "fonts");
  EXPECT_NE(told(data).find("Noto Sans Bold is missing"), std::string::npos);
  fs::copy(PEHCHAN_SHARE "/fonts/NotoSans-Bold.ttf", data / "fonts");
  EXPECT_NE(told(data).find("Noto Sans Devanagari Regular is missing"), std::string::npos);
}

TEST(FontSet, TellsAFontThatCannotBeRead) {
  const fs::path data = fresh_folder("data_with_a_broken_font");
  fs::create_directories(data / "fonts");
  std::ofstream(data / "fonts/Broken.ttf") << "no font at all";
  EXPECT_NE(told(data).find("Broken.ttf"), std::string::npos);
  const OtherData other(data);
  try {
    const FontSet fonts;
  } catch (const RunError& error) {
    EXPECT_TRUE(error.advice.starts_with("Take it out of the folder")) << error.advice;
  }
}

TEST(FontSet, PassesOverAFolderThatIsCalledLikeAFont) {
  const fs::path data = fresh_folder("data_with_a_folder_called_like_a_font");
  fs::copy(PEHCHAN_SHARE "/fonts", data / "fonts");
  fs::create_directories(data / "fonts/Serif.ttf");
  fs::create_symlink("nowhere", data / "fonts/Gone.otf");
  EXPECT_EQ(told(data), "loaded");
}

TEST(FontSet, FindsAFontWhoseFileIsNamedInCapitals) {
  const fs::path data = fresh_folder("data_with_a_font_in_capitals");
  fs::copy(PEHCHAN_SHARE "/fonts", data / "fonts");
  fs::copy("/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf", data / "fonts/SERIF.TTF");
  const OtherData other(data);
  EXPECT_TRUE(FontSet().has_family("Noto Serif"));
}

TEST(FontSet, FindsAFamilyThatIsAddedToTheFolder) {
  const fs::path data = fresh_folder("data_with_one_more_font");
  fs::copy(PEHCHAN_SHARE "/fonts", data / "fonts");
  fs::copy("/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf", data / "fonts");
  std::ofstream(data / "fonts/notes.txt") << "files that are no fonts are passed over";
  const FontSet usual;
  const OtherData other(data);
  const FontSet fonts;
  EXPECT_TRUE(fonts.has_family("Noto Serif"));
  const auto width = [](const FontSet& set) {
    return measure_line(set, {"Noto Serif", font_weight::regular, 10}, "Savitri").width;
  };
  EXPECT_GT(width(fonts) - width(usual), 0.1_mm) << "and it is the one that is set";
}

TEST(FontSet, SetsTextUnhintedAndUnwrapped) {
  const FontSet fonts;
  const LayoutHandle layout = fonts.layout({"Noto Sans", font_weight::regular, 10});
  pango_layout_set_text(layout.get(), "one line\nhowever long it may be", -1);
  EXPECT_EQ(pango_layout_get_line_count(layout.get()), 1);
  EXPECT_EQ(pango_layout_get_width(layout.get()), -1);
  EXPECT_FALSE(pango_context_get_round_glyph_positions(pango_layout_get_context(layout.get())));
}

// Cairo closes fonts of which more than ten are open, also one that another thread is about to use.
TEST(FontSet, CanBeUsedBySeveralThreadsAtOnce) {
  const auto set_every_script = [](int thread) {
    const FontSet fonts;
    for (int round = 0; round < 30; ++round)
      for (const int weight : {font_weight::regular, font_weight::bold})
        for (const Script& script : scripts) {
          const LayoutHandle layout = fonts.layout({"Noto Sans", weight, 5 + thread + 0.1 * round});
          pango_layout_set_text(layout.get(), script.text.c_str(), -1);
          int width = 0, height = 0;
          pango_layout_get_size(layout.get(), &width, &height);
          EXPECT_GT(width, 0) << script.name;
        }
  };
  std::vector<std::jthread> threads;
  for (int i = 0; i < 8; ++i) threads.emplace_back(set_every_script, i);
}

}  // namespace
}  // namespace pehchan

#include "roll/read_overrides.h"

#include <gtest/gtest.h>

#include <sstream>

#include "base/run_error.h"

namespace pehchan {
namespace {

const std::string sha(64, 'a');
const std::string header =
    "file,sha256,decision,rotate,crop_cx,crop_cy,crop_width,crop_height,crop_roll_deg,eye_right_x,eye_right_y,"
    "eye_left_x,eye_left_y,by\n";

PhotoOverrides read(const std::string& text) {
  std::istringstream csv(text);
  return read_overrides(csv, "photo_overrides.csv");
}

/// What is told about this text, each mistake in a line; empty when it is read.
std::string refused(const std::string& text) {
  try {
    read(text);
  } catch (const RunError& error) {
    EXPECT_EQ(error.code, ExitCode::bad_input);
    EXPECT_FALSE(error.advice.empty());
    return error.what();
  }
  return {};
}
std::string refused_row(const std::string& row) { return refused(header + row + "\n"); }

TEST(ReadOverrides, ReadsEverythingThatAPersonDecided) {
  const auto all = read(header + "a.jpg," + sha + ",accept,270,612.5,480,300.25,384,-4.75,,,,,आशा\nb/c.png," + sha +
                        ",reject,,,,,,,500,600,700,605.5,\n");
  ASSERT_EQ(all.size(), 2U);
  const PhotoOverride& a = all.at("a.jpg");
  EXPECT_EQ(a.sha256, sha);
  EXPECT_EQ(a.decision, PhotoOverride::Decision::accept);
  EXPECT_EQ(a.quarter_turns, 3);
  EXPECT_EQ(a.crop.value().eyes.x, 612.5);
  EXPECT_EQ(a.crop.value().eyes.y, 480);
  EXPECT_EQ(a.crop.value().width, 300.25);
  EXPECT_EQ(a.crop.value().height, 384);
  EXPECT_EQ(a.crop.value().roll_deg, -4.75);
  EXPECT_FALSE(a.eyes);
  EXPECT_EQ(a.by, "आशा");
  const PhotoOverride& b = all.at("b/c.png");
  EXPECT_EQ(b.decision, PhotoOverride::Decision::reject);
  EXPECT_EQ(b.quarter_turns, 0);
  EXPECT_FALSE(b.crop);
  EXPECT_EQ(b.eyes.value().right.x, 500);
  EXPECT_EQ(b.eyes.value().left.y, 605.5);
}

TEST(ReadOverrides, ColumnsMayStandInAnyOrderBesideOthersAndTheRestMayBeLeftOut) {
  const auto all = read("remark,decision , sha256,file\nfine,reject," + sha + ",a.jpg\n");
  EXPECT_EQ(all.at("a.jpg").decision, PhotoOverride::Decision::reject);
  EXPECT_TRUE(read(header).empty());
}

TEST(ReadOverrides, ANameIsReadExactlyAsItIsWritten) {
  const auto all = read("file,sha256,decision\n\"a,\"\"b\"\"\nc.jpg\"," + sha + ",reject\n./=1+1.jpg," + sha +
                        ",reject\n./plain.jpg," + sha + ",reject\n");
  EXPECT_EQ(all.size(), 3U);
  EXPECT_TRUE(all.contains("a,\"b\"\nc.jpg"));
  EXPECT_TRUE(all.contains("=1+1.jpg")) << "what keeps it from being a formula is no part of it";
  EXPECT_TRUE(all.contains("plain.jpg"));
}

TEST(ReadOverrides, BlanksAroundANameDoNotLoseTheDecision) {
  const auto all = read("file,sha256,decision\n a.jpg ," + sha + ",reject\n");
  EXPECT_TRUE(all.contains(" a.jpg ")) << "they may belong to it";
  EXPECT_TRUE(all.contains("a.jpg")) << "or not";
  const auto both = read("file,sha256,decision\n a.jpg," + sha + ",reject\na.jpg," + sha + ",accept\n");
  EXPECT_EQ(both.at(" a.jpg").decision, PhotoOverride::Decision::reject);
  EXPECT_EQ(both.at("a.jpg").decision, PhotoOverride::Decision::accept) << "its own row is meant";
}

struct Slip {
  const char* name;
  std::string row, told;
};
std::ostream& operator<<(std::ostream& out, const Slip& slip) { return out << slip.name; }

class OverrideSlip : public testing::TestWithParam<Slip> {};

TEST_P(OverrideSlip, IsToldWithItsRow) {
  EXPECT_EQ(refused_row(GetParam().row), "photo_overrides.csv: row 2: " + GetParam().told);
}

INSTANTIATE_TEST_SUITE_P(
    ReadOverrides, OverrideSlip,
    testing::Values(
        Slip{"NoFile", "," + sha + ",accept,,,,,,,,,,,", "file is empty or not UTF-8"},
        Slip{"ShortSha", "a,abc,accept,,,,,,,,,,,", "sha256 must be 64 hex digits in small letters"},
        Slip{"LargeSha", "a," + std::string(64, 'A') + ",accept,,,,,,,,,,,",
             "sha256 must be 64 hex digits in small letters"},
        Slip{"NoDecision", "a," + sha + ",,,,,,,,,,,,", "decision must be accept or reject"},
        Slip{"OtherDecision", "a," + sha + ",Accept,,,,,,,,,,,", "decision must be accept or reject"},
        Slip{"Rotate", "a," + sha + ",accept,45,,,,,,,,,,", "rotate must be 0, 90, 180 or 270"},
        Slip{"HalfACrop", "a," + sha + ",accept,,1,2,3,,,,,,,", "the crop must have all its 5 numbers, or none"},
        Slip{"CropOfNoSize", "a," + sha + ",accept,,1,2,3,0,0,,,,,", "crop_width and crop_height must be 1 or more"},
        Slip{"Word", "a," + sha + ",accept,,1,2,3,high,0,,,,,", "crop_height must be a number"},
        Slip{"DecimalComma", "a," + sha + ",accept,,1,2,3,\"4,5\",0,,,,,", "crop_height must be a number"},
        Slip{"NoNumber", "a," + sha + ",accept,,nan,2,3,4,0,,,,,", "crop_cx must be a number"},
        Slip{"Far", "a," + sha + ",accept,,1e9,2,3,4,0,,,,,", "crop_cx must be a number"},
        Slip{"OneEye", "a," + sha + ",accept,,,,,,,1,2,,,", "the eyes must have all its 4 numbers, or none"},
        Slip{"SameEyes", "a," + sha + ",accept,,,,,,,1,2,1,2,", "both eyes are in the same place"},
        Slip{"FewCells", "a," + sha + ",accept",
             "this row has not as many cells as the header, or a stray quotation mark"}),
    [](const auto& slip) { return slip.param.name; });

TEST(ReadOverrides, EveryMistakeIsToldInOneGo) {
  const std::string told = refused(header + "a," + sha + ",maybe,,,,,,,,,,,\na," + sha + ",accept,7,,,,,,,,,,\n");
  EXPECT_EQ(told,
            "photo_overrides.csv: row 2: decision must be accept or reject\n"
            "photo_overrides.csv: row 3: rotate must be 0, 90, 180 or 270\n"
            "photo_overrides.csv: row 3: a is decided twice");
}

TEST(ReadOverrides, AFileWithoutItsColumnsIsRefused) {
  EXPECT_NE(refused("").find("empty"), std::string::npos);
  EXPECT_NE(refused("file,decision\na,accept\n").find("there is no column sha256"), std::string::npos);
  EXPECT_NE(refused("file,file,sha256,decision\n").find("there are two columns file"), std::string::npos);
}

TEST(ReadOverrides, AFileThatIsAbsentIsSaid) {
  try {
    read_overrides(std::filesystem::path("/absent/photo_overrides.csv"));
    FAIL();
  } catch (const RunError& error) {
    EXPECT_EQ(error.code, ExitCode::missing_input);
  }
}

}  // namespace
}  // namespace pehchan

#include "photo/yunet.h"

#include <gtest/gtest.h>

#include <cmath>
#include <opencv2/core.hpp>
#include <opencv2/objdetect/face.hpp>

#include "base/run_error.h"
#include "photo/find_face.h"
#include "support/run_program.h"
#include "support/scratch_folder.h"
#include "tiny_model.h"

namespace pehchan {
namespace {

const cv::Mat grey_picture(64, 96, CV_8UC3, cv::Scalar::all(128));

struct Model {
  ScratchFolder folder;
  std::filesystem::path file = folder / "model.onnx";
  explicit Model(const std::string& bytes) { write_bytes(file, bytes); }
};

// The anchor of 32 px at the second column and row of stride 16.
constexpr std::size_t anchor = 288 + 2 * (6 + 1);

TEST(YuNet, AModelOf2022IsReadAsOpenCvReadsIt) {
  const Model model(model_2022({{anchor, 0.9F}}));
  const auto faces = YuNet(model.file).detect(grey_picture);
  ASSERT_EQ(faces.size(), 1U);
  const auto& [box, eyes, nose] = faces.front();
  EXPECT_NEAR(box.score, 0.9, 1e-5);
  EXPECT_NEAR(box.width, 32 * std::exp(0.1), 1e-3);
  EXPECT_NEAR(box.x + box.width / 2, 24 + 16, 1e-3);
  EXPECT_NEAR(box.y + box.height / 2, 24 + 8, 1e-3);
  EXPECT_NEAR(eyes.right.x, 24 + 6.4, 1e-3);
  EXPECT_NEAR(eyes.left.x, 24 + 25.6, 1e-3);

  cv::Mat rows;
  cv::FaceDetectorYN::create(model.file, "", grey_picture.size(), 0.6F)->detect(grey_picture, rows);
  ASSERT_EQ(rows.rows, 1);
  const float* row = rows.ptr<float>();
  EXPECT_NEAR(box.x, row[0], 1e-3);
  EXPECT_NEAR(box.y, row[1], 1e-3);
  EXPECT_NEAR(box.width, row[2], 1e-3);
  EXPECT_NEAR(box.height, row[3], 1e-3);
  EXPECT_NEAR(eyes.right.x, row[4], 1e-3);
  EXPECT_NEAR(eyes.left.y, row[7], 1e-3);
  EXPECT_NEAR(nose.x, row[8], 1e-3);
  EXPECT_NEAR(nose.y, row[9], 1e-3);
}

TEST(YuNet, AModelOf2023IsRead) {
  const Model model(model_2023({{6 * 2 + 3, 0.8F}}));
  const auto faces = YuNet(model.file).detect(grey_picture);
  ASSERT_EQ(faces.size(), 1U);
  const auto& [box, eyes, nose] = faces.front();
  EXPECT_NEAR(box.score, 0.8, 1e-5);
  EXPECT_NEAR(box.width, 16 * std::exp(1), 1e-3);
  EXPECT_NEAR(box.height, 16 * std::exp(1.25), 1e-3);
  EXPECT_NEAR(box.x + box.width / 2, 3.5 * 16, 1e-3);
  EXPECT_NEAR(box.y + box.height / 2, 2.25 * 16, 1e-3);
  EXPECT_NEAR(eyes.right.x, 3.1 * 16, 1e-3);
  EXPECT_NEAR(eyes.left.x, 4.3 * 16, 1e-3);
  EXPECT_NEAR(eyes.left.y, 2.1 * 16, 1e-3);
  EXPECT_NEAR(nose.x, 3.7 * 16, 1e-3);
  EXPECT_TRUE(faces.front().is_frontal());
}

TEST(YuNet, OfAFaceSeenTwiceTheBetterOneIsKept) {
  const Model model(model_2023({{6 * 2 + 3, 0.7F}, {6 * 2 + 4, 0.9F}, {0, 0.5F}}));
  const auto faces = YuNet(model.file).detect(grey_picture);
  ASSERT_EQ(faces.size(), 1U);
  EXPECT_NEAR(faces.front().box.score, 0.9, 1e-5);
}

TEST(YuNet, AProfileIsNotFrontal) {
  const FaceBox box{0, 0, 100, 120, 0.9};
  EXPECT_TRUE((ModelFace{box, {{30, 40}, {72, 40}}, {52, 65}}).is_frontal());
  EXPECT_FALSE((ModelFace{box, {{30, 40}, {50, 40}}, {40, 65}}).is_frontal()) << "eyes too near each other";
  EXPECT_FALSE((ModelFace{box, {{30, 40}, {72, 40}}, {80, 65}}).is_frontal()) << "nose beside the eyes";
}

void expect_refused(const std::filesystem::path& file) {
  try {
    const YuNet yunet(file);
    ADD_FAILURE() << "taken for a model";
  } catch (const RunError& error) {
    EXPECT_EQ(error.code, ExitCode::bad_config);
    EXPECT_NE(std::string(error.what()).find(file.string()), std::string::npos) << error.what();
    EXPECT_NE(error.advice.find("yunet"), std::string::npos) << error.advice;
  }
}

TEST(YuNet, WhatIsNoModelIsRefusedByName) {
  const std::string good = model_2022({{anchor, 0.9F}});
  expect_refused(Model("").file);
  expect_refused(Model("no model at all").file);
  expect_refused(Model(good.substr(0, good.size() / 2)).file);
  const ScratchFolder folder;
  expect_refused(folder / "absent.onnx");
  expect_refused(std::filesystem::path(folder / ""));
}

TEST(YuNet, AForeignModelIsRefusedByName) {
  expect_refused(Model(tiny_model({{"classes", 1, {0.1F, 0.9F}}})).file);
  // The right names with too few numbers: nothing beyond them may be read.
  expect_refused(Model(tiny_model({{"loc", 1, std::vector<float>(14)}, {"conf", 1, {0, 1}}, {"iou", 1, {1}}})).file);
}

TEST(YuNet, AFaceThatOnlyTheModelSeesIsNeverTheMembers) {
  const Model model(model_2023({{6 * 2 + 3, 0.95F}}));
  FaceFinder finder(model.file);
  const auto seen = finder.find(grey_picture);
  EXPECT_EQ(seen.kind, FoundFace::Kind::unclear);
  EXPECT_NEAR(seen.box.x + seen.box.width / 2, 3.5 * 16, 1);
}

TEST(YuNet, SeveralFacesOfTheModelAreSeveralPeople) {
  const Model model(model_2022({{anchor, 0.9F}, {anchor + 6, 0.8F}}));
  EXPECT_EQ(FaceFinder(model.file).find(grey_picture).kind, FoundFace::Kind::many);
}

}  // namespace
}  // namespace pehchan

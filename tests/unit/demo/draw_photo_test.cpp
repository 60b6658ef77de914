#include "demo/draw_photo.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "base/atomic_file.h"
#include "support/plain_portraits.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

class DrawPhoto : public testing::Test {
 protected:
  /// The code of the Problem, or "portrait".
  std::string outcome(std::size_t index, Scene scene) {
    write_file(folder_ / "photo.jpg", draw_photo(seed_, index, index % 2 == 0, scene));
    const PreparedPhoto photo = portraits_.maker.prepare(folder_, "photo.jpg");
    return photo.portrait ? "portrait" : photo.assessment.findings.front().code;
  }

  ScratchFolder folder_;
  PlainPortraits portraits_;
  std::uint64_t seed_ = 1;
};

TEST_F(DrawPhoto, GivesPortraitsThatTheFaceFinderFinds) {
  // More on request: PEHCHAN_DEMO_PORTRAITS=400 build/release/bin/demo_test
  const char* wanted = std::getenv("PEHCHAN_DEMO_PORTRAITS");
  const std::size_t count = wanted ? std::stoul(wanted) : 60;
  for (std::size_t i = 0; i < count; ++i) {
    EXPECT_EQ(outcome(i, Scene::portrait), "portrait") << "photo " << i << ", orientation " << orientation_of(seed_, i);
  }
}

TEST_F(DrawPhoto, GivesAnEmptyChairWithNobodyOnIt) {
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(outcome(i, Scene::nobody), "photo_no_face") << i;
}

TEST_F(DrawPhoto, GivesTwoPeopleInOnePicture) {
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(outcome(i, Scene::two_people), "photo_several_faces") << i;
}

TEST_F(DrawPhoto, GivesPicturesTooSmallToPrint) {
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(outcome(i, Scene::too_small), "photo_too_small") << i;
}

TEST_F(DrawPhoto, StoresAQuarterOfThePhotosTurned) {
  int turned = 0;
  for (std::size_t i = 0; i < 1000; ++i) turned += orientation_of(seed_, i) != 1;
  EXPECT_NEAR(turned, 250, 50);
}

TEST_F(DrawPhoto, DrawsTheSameBytesAgain) {
  EXPECT_EQ(draw_photo(7, 3, true), draw_photo(7, 3, true));
  EXPECT_NE(draw_photo(7, 3, true), draw_photo(7, 4, true));
  EXPECT_NE(draw_photo(7, 3, true), draw_photo(8, 3, true));
}

}  // namespace
}  // namespace pehchan

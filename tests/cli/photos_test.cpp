// `pehchan photos` from end to end.
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>

#include "demo/draw_photo.h"
#include "support/run_program.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using Words = std::vector<std::string>;

constexpr const char* override_header =
    "file,sha256,decision,rotate,crop_cx,crop_cy,crop_width,crop_height,crop_roll_deg,by\n";
constexpr const char* roll_header =
    "member_no,name,mobile,booth_no,block,district,photo,channel,status,confirmed_on,valid_until\n";

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

class Photos : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    good_ = draw_photo(1, 1, false, Scene::portrait);
    nobody_ = draw_photo(1, 3, false, Scene::nobody);
  }
  void SetUp() override {
    fs::create_directories(photos_);
    write_bytes(photos_ / "good.jpg", good_);
    write_bytes(photos_ / "nobody.jpg", nobody_);
  }

  Finished look(const Words& more = {}) const {
    Words words{"photos", photos_.string(), "--out", out_.string()};
    words.insert(words.end(), more.begin(), more.end());
    return run_program(words);
  }
  std::map<std::string, Json> told() const {
    std::map<std::string, Json> photos;
    for (const Json& photo : Json::parse(bytes_of(out_ / "photos.json"))) photos[photo["file"]] = photo;
    return photos;
  }
  std::string sha256_of(const std::string& file) const { return told().at(file)["sha256"]; }
  void decide(const std::string& rows) const { write_bytes(photos_ / "photo_overrides.csv", override_header + rows); }
  static std::string row(int number, const std::string& photo) {
    const std::string n = std::to_string(number);
    return "T/" + n + ",Test Person,900000010" + n + ",1,Devkund,Nandigarh," + photo +
           ",digital,confirmed,2026-03-01,2028-12-31\n";
  }

  ScratchFolder home_;
  fs::path photos_ = home_ / "photos", out_ = home_ / "out";
  static inline std::string good_, nobody_;
};

TEST_F(Photos, ThePhotosFileTellsEverythingAboutEachPhoto) {
  const Finished run = look();
  EXPECT_EQ(run.code, 1) << run.err;
  EXPECT_TRUE(has(run.out, "1 photos are good, 0 doubtful, 1 held back")) << run.out;
  const auto photos = told();
  ASSERT_EQ(photos.size(), 2U);
  const Json& good = photos.at("good.jpg");
  EXPECT_EQ(good["outcome"], "one");
  EXPECT_EQ(good["grade"], "good");
  EXPECT_EQ(good["sha256"].get<std::string>().size(), 64U);
  EXPECT_LT(good["eyes"]["right"][0], good["eyes"]["left"][0]);
  EXPECT_EQ(good["face"].size(), 4U);
  EXPECT_NEAR(good["roll_deg"].get<double>(), good["crop"]["roll_deg"].get<double>(), 0.01);
  EXPECT_NEAR(good["crop"]["width"].get<double>() / good["crop"]["height"].get<double>(), 25.0 / 32, 0.002);
  EXPECT_EQ(good["width"], 1200);
  EXPECT_EQ(good["height"], 1600);
  EXPECT_EQ(good["problems"], Json::array());
  for (const char* step : {"decode", "find", "judge", "crop"}) EXPECT_TRUE(good["ms"][step].is_number()) << step;
  const Json& nobody = photos.at("nobody.jpg");
  EXPECT_TRUE(nobody["outcome"] == "none" || nobody["outcome"] == "review") << nobody["outcome"];
  EXPECT_EQ(nobody["grade"], "hold");
  EXPECT_TRUE(nobody["crop"].is_null());
  const Json& problem = nobody["problems"][0];
  EXPECT_EQ(problem["grade"], "hold");
  EXPECT_FALSE(problem["code"].get<std::string>().empty());
  EXPECT_FALSE(problem["reason_hi"].get<std::string>().empty());
  EXPECT_FALSE(problem["reason_en"].get<std::string>().empty());
}

TEST_F(Photos, ASecondRunTakesEverythingFromTheCacheAndSaysTheSame) {
  const std::string cache = home_ / "cache";
  look({"--cache", cache});
  const std::string first = fingerprint(out_), kept = fingerprint(cache);
  EXPECT_FALSE(kept.empty());
  const auto before = told();  // with the times that were measured: another reading of a clock would differ
  look({"--cache", cache, "--jobs", "1"});
  EXPECT_EQ(fingerprint(out_), first);
  EXPECT_EQ(fingerprint(cache), kept);
  EXPECT_EQ(told(), before);
}

TEST_F(Photos, NothingIsKeptWithACacheOfNoSize) {
  EXPECT_EQ(look({"--cache-size", "0"}).code, 1);
  EXPECT_FALSE(fs::exists(out_ / ".portraits"));
  EXPECT_TRUE(fs::exists(out_ / "review.html"));
}

TEST_F(Photos, AFileThatIsNoPictureIsPassedOverAndOneThatClaimsToBeIsTold) {
  write_bytes(photos_ / "notes.txt", "not a picture");
  write_bytes(photos_ / "letter.jpg", "not a picture either");
  write_bytes(photos_ / "no_ending", draw_photo(1, 2, true, Scene::portrait));
  const Finished run = look();
  EXPECT_TRUE(has(run.out, "1 files that are no pictures")) << run.out;
  const auto photos = told();
  EXPECT_EQ(photos.size(), 4U);
  EXPECT_EQ(photos.at("letter.jpg")["outcome"], "unsupported");
  EXPECT_EQ(photos.at("letter.jpg")["problems"][0]["code"], "photo_format");
  EXPECT_EQ(photos.at("no_ending")["grade"], "good");
}

TEST_F(Photos, AFolderThatIsAbsentIsSaid) {
  const Finished run = run_program({"photos", (home_ / "absent").string(), "--out", out_.string()});
  EXPECT_EQ(run.code, 66);
  EXPECT_TRUE(has(run.err, "absent")) << run.err;
  EXPECT_FALSE(fs::exists(out_ / "review.html"));
}

TEST_F(Photos, WithARollOnlyItsConfirmedMembersPhotosAreSeenWithTheirRows) {
  write_bytes(photos_ / "unnamed.jpg", good_);
  write_bytes(home_ / "roll.csv", roll_header + row(1, "good.jpg") + row(2, "gone.jpg") + row(3, "good.jpg"));
  const Finished run = look({"--roll", home_ / "roll.csv"});
  EXPECT_EQ(run.code, 1) << run.err;
  EXPECT_TRUE(has(run.out, "2 photos that no confirmed member")) << run.out;
  const auto photos = told();
  ASSERT_EQ(photos.size(), 2U);
  EXPECT_EQ(photos.at("good.jpg")["rows"], Json({2, 4}));
  EXPECT_EQ(photos.at("gone.jpg")["problems"][0]["code"], "photo_missing");
}

TEST_F(Photos, HostileFileNamesComeThroughWhole) {
  const Words names{"=1+1.jpg", "</script>.jpg", "two\nlines.jpg", "\"'.jpg", "देवी.jpg"};
  std::size_t person = 10;
  for (const std::string& name : names) {
    fs::create_directories((photos_ / name).parent_path());
    write_bytes(photos_ / name, draw_photo(1, ++person, false, Scene::portrait));
  }
  write_bytes(photos_ / "bad\xff.jpg", draw_photo(1, ++person, false, Scene::portrait));
  EXPECT_EQ(look().code, 1);
  const auto photos = told();
  for (const std::string& name : names) EXPECT_EQ(photos.at(name)["outcome"], "one") << name;
  EXPECT_EQ(photos.at("bad\uFFFD.jpg")["outcome"], "one");
  const std::string page = bytes_of(out_ / "review.html");
  EXPECT_FALSE(has(page, "</script>.jpg"));
}

TEST_F(Photos, DecisionsAreFollowedByPhotosAndByIssue) {
  look();
  decide("nobody.jpg," + sha256_of("nobody.jpg") + ",accept,90,800,600,400,512,2.5,Asha\n" + "good.jpg," +
         sha256_of("good.jpg") + ",reject,,,,,,,Asha\n");
  EXPECT_EQ(look().code, 1);
  auto photos = told();
  EXPECT_EQ(photos.at("nobody.jpg")["decided_by"], "Asha");
  EXPECT_EQ(photos.at("nobody.jpg")["quarter_turns"], 1);
  EXPECT_EQ(photos.at("nobody.jpg")["grade"], "good");
  EXPECT_EQ(photos.at("nobody.jpg")["crop"],
            Json({{"cx", 800.0}, {"cy", 600.0}, {"width", 400.0}, {"height", 512.0}, {"roll_deg", 2.5}}));
  EXPECT_EQ(photos.at("good.jpg")["grade"], "hold");
  EXPECT_EQ(photos.at("good.jpg")["problems"][0]["code"], "photo_rejected");

  write_bytes(home_ / "roll.csv", roll_header + row(1, "good.jpg") + row(2, "nobody.jpg"));
  const Finished issued = run_program(
      {"issue", "--roll", home_ / "roll.csv", "--photos", photos_.string(), "--out", home_ / "cards", "--quiet"});
  EXPECT_EQ(issued.code, 1) << issued.err;
  const Json report = Json::parse(bytes_of(home_ / "cards" / "report.json"));
  EXPECT_EQ(report["issued"], 1);
  EXPECT_EQ(report["problems"][0]["code"], "photo_rejected");
  EXPECT_EQ(report["problems"][0]["row"], 2);
}

TEST_F(Photos, ADecisionAboutAnotherPhotoOfThisNameIsNotFollowed) {
  decide("good.jpg," + std::string(64, '0') + ",reject,,,,,,,Asha\n");
  look();
  const Json good = told().at("good.jpg");
  EXPECT_EQ(good["grade"], "warn");
  EXPECT_EQ(good["problems"][0]["code"], "photo_override_outdated");
  EXPECT_EQ(good["decided_by"], "");
}

TEST_F(Photos, DecisionsThatCannotBeReadAreRefusedWithTheirRowsAndColumns) {
  decide("good.jpg," + std::string(64, '0') + ",maybe,45,,,,,,Asha\ngood.jpg,abc,accept,,1,,,,,Asha\n");
  const Finished run = look();
  EXPECT_EQ(run.code, 65);
  for (const char* mistake : {"row 2: decision must be", "row 2: rotate must be", "row 3: sha256 must be",
                              "row 3: the crop must have all", "row 3: good.jpg is decided twice"})
    EXPECT_TRUE(has(run.err, mistake)) << mistake << " in " << run.err;
  EXPECT_FALSE(fs::exists(out_ / "review.html"));
}

TEST_F(Photos, LimitsThatMakeNoSenseAreRefusedWithWhatWouldBeRight) {
  const std::map<std::string, std::string> mistakes{{"sharpnes=1,2", "is it 'sharpness'?"},
                                                    {"zzz=1,2", "it may be inter_eye"},
                                                    {"sharpness=0.08", "write it as sharpness="},
                                                    {"sharpness", "write it as sharpness="},
                                                    {"sharpness=a,b", "write it as sharpness="},
                                                    {"sharpness=1,2", "must be less"},
                                                    {"glare=0.5,0.1", "must be more"}};
  for (const auto& [typed, told] : mistakes) {
    const Finished run = look({"--photo-limit", typed});
    EXPECT_EQ(run.code, 64) << typed;
    EXPECT_TRUE(has(run.err, told)) << typed << ": " << run.err;
  }
  EXPECT_FALSE(fs::exists(out_));
}

TEST_F(Photos, ALimitThatWasTypedJudges) {
  look({"--photo-limit", "sharpness=9,8"});
  EXPECT_EQ(told().at("good.jpg")["grade"], "hold");
  EXPECT_EQ(told().at("good.jpg")["problems"][0]["code"], "photo_blurred");
  EXPECT_EQ(told().at("good.jpg")["problems"][0]["limit"], 8);
  look();
  EXPECT_EQ(told().at("good.jpg")["grade"], "good") << "what the cache holds was judged otherwise";
}

// Somebody turned it the wrong way: the finder still puts it upright, and says so.
TEST_F(Photos, ATurnWithoutACropIsMadeBeforeThePersonIsLookedFor) {
  look();
  const Json before = told().at("good.jpg");
  decide("good.jpg," + sha256_of("good.jpg") + ",accept,90,,,,,,\n");
  EXPECT_EQ(look().code, 1) << "nobody.jpg";
  const Json after = told().at("good.jpg");
  EXPECT_EQ(after["outcome"], "one");
  EXPECT_EQ(after["quarter_turns"], 0);
  EXPECT_EQ(after["decided_by"], "photo_overrides.csv") << "nobody signed it";
  EXPECT_NEAR(after["crop"]["cx"].get<double>(), before["crop"]["cx"].get<double>(), 4);
  EXPECT_NEAR(after["crop"]["cy"].get<double>(), before["crop"]["cy"].get<double>(), 4);
}

TEST_F(Photos, ARejectedPhotoStaysRejectedUnderEveryNameAndSpelling) {
  look();
  decide("good.jpg," + sha256_of("good.jpg") + ",reject,,,,,,,Asha\n");
  write_bytes(photos_ / "copy.jpg", good_);
  write_bytes(home_ / "roll.csv", roll_header + row(1, "./good.jpg") + row(2, "copy.jpg"));
  look({"--roll", (home_ / "roll.csv").string()});
  for (const auto& [name, photo] : told()) EXPECT_EQ(photo["problems"][0]["code"], "photo_rejected") << name;
  write_bytes(home_ / "one.csv", roll_header + row(1, "copy.jpg"));
  EXPECT_EQ(run_program({"issue", "--roll", home_ / "one.csv", "--photos", photos_, "--out", home_ / "cards"}).code, 1);
  EXPECT_FALSE(fs::exists(home_ / "cards/sheets-0001.pdf"));
}

TEST_F(Photos, ARejectionAfterTheCardWasMadeIsTold) {
  write_bytes(home_ / "roll.csv", roll_header + row(1, "good.jpg"));
  const Words issue{"issue", "--roll", home_ / "roll.csv", "--photos", photos_, "--out", home_ / "cards"};
  ASSERT_EQ(run_program(issue).code, 0);
  look();
  decide("good.jpg," + sha256_of("good.jpg") + ",reject,,,,,,,Asha\n");
  run_program(issue);
  EXPECT_TRUE(has(bytes_of(home_ / "cards/report.json"), "rejected_after_card"));
}

// Nobody can put pixels where there are none, nor a face where the photo ends.
TEST_F(Photos, WhatIsNotThereCannotBeAccepted) {
  look();
  const std::string file = "good.jpg," + sha256_of("good.jpg") + ",accept,0,";
  for (const auto& [crop, code] :
       std::map<std::string, std::string>{{"600,800,20,26,0", "photo_too_small"},
                                          {"600,800,800,10,0", "photo_too_small"},
                                          {"90000,90000,500,640,0", "photo_cropped_tight"},
                                          {"600,800,90000,99000,0", "photo_cropped_tight"}}) {
    decide(file + crop + ",Asha\n");
    look();
    const Json photo = told().at("good.jpg");
    EXPECT_EQ(photo["grade"], "hold") << crop;
    EXPECT_EQ(photo["problems"][0]["code"], code) << crop;
  }
}

TEST_F(Photos, ALinkRoundInACircleAndAnotherNameForTheDecisionsAreTold) {
  fs::create_symlink("loop.jpg", photos_ / "loop.jpg");
  write_bytes(photos_ / "photo_overrides (1).csv", override_header);
  const Finished run = look();
  EXPECT_EQ(run.code, 1) << run.err;
  EXPECT_EQ(told().at("loop.jpg")["outcome"], "unsupported");
  EXPECT_TRUE(has(run.out, "photo_overrides (1).csv")) << run.out;
}

}  // namespace
}  // namespace pehchan

// photos → a person at review.html → photo_overrides.csv → photos and issue.
#include <cmath>

#include "batch/design.h"
#include "batch/portrait_options.h"
#include "card/parse_template.h"
#include "cli/reviewed_photos.h"
#include "demo/draw_photo.h"
#include "roll/read_overrides.h"

namespace pehchan {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

class ReviewRoundTrip : public ReviewedPhotos {
 protected:
  void name_myself(const std::string& name) {
    browser_->click("#by");
    browser_->type(name);
  }
  void drag_crop(double right, double down) {
    const Json middle = browser_->value(
        "(() => { const b = whole.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2, b.width / "
        "seen.width]; })()");
    const double x = middle[0], y = middle[1], k = middle[2];
    browser_->drag(x, y, x + right * k, y + down * k);
  }
  /// The portrait that the program makes of a photo now.
  Portrait portrait(const std::string& file) const {
    const PhotoOverrides overrides = read_overrides(photos_ / "photo_overrides.csv");
    PortraitCache none({}, 0);
    PortraitMaker maker(portrait_spec(parse_template(template_folder("member")), {}), overrides, none);
    return maker.prepare(photos_, file).portrait.value();
  }
  /// The mean luminance of 10 × 12 parts of the crop that the large view shows, as a Portrait tells it.
  std::vector<double> luminance_shown() {
    return browser_->value(R"((() => {
      const canvas = document.getElementById('result'), {width, height} = canvas;
      const {data} = canvas.getContext('2d').getImageData(0, 0, width, height);
      const sums = Array.from({length: 120}, () => [0, 0]);
      for (let y = 0; y < height; ++y)
        for (let x = 0; x < width; ++x) {
          const at = 4 * (y * width + x), sum = sums[Math.floor(y * 12 / height) * 10 + Math.floor(x * 10 / width)];
          sum[0] += 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
          ++sum[1];
        }
      return sums.map(([sum, count]) => sum / count);
    })())");
  }
  /// The portrait's tone may be lifted a little; a crop anywhere else differs by 20 and more.
  static void expect_same_picture(const std::vector<double>& shown, const Portrait& made) {
    double difference = 0;
    for (std::size_t i = 0; i < shown.size(); ++i) difference += std::abs(shown[i] - made.luminance.cells[i]);
    EXPECT_LT(difference / static_cast<double>(shown.size()), 8);
  }
};

TEST_F(ReviewRoundTrip, TheCardShowsExactlyTheCropThatAPersonDrew) {
  ASSERT_EQ(look(), 1);
  open_page();
  name_myself("आशा, \"booth 7\"");
  choose("two.jpg");
  browser_->press("Enter");
  const Json before = browser_->value("seen.crop");
  drag_crop(60, 40);
  browser_->press("-");
  browser_->press("]");
  browser_->press("ArrowUp");
  const Json drawn = browser_->value("seen.crop");
  EXPECT_NEAR(drawn["cx"].get<double>() - before["cx"].get<double>(), 60, 4);
  EXPECT_LT(drawn["height"], before["height"]);
  EXPECT_NEAR(drawn["roll_deg"].get<double>() - before["roll_deg"].get<double>(), 1, 1e-6);
  const auto shown = luminance_shown();
  browser_->press("a");
  browser_->press("Escape");
  browser_->wait_until("!large.open");
  choose("b_good.jpg");
  browser_->press("r");
  choose("a_good.jpg");
  const Json found = told("a_good.jpg");
  browser_->press("a");

  const std::string csv = saved();
  EXPECT_NE(csv.find("\"आशा, \"\"booth 7\"\"\"\r\n"), std::string::npos) << csv;
  put_into_place();
  EXPECT_EQ(look(), 1);
  const Json two = told("two.jpg");
  EXPECT_EQ(two["grade"], "good");
  EXPECT_EQ(two["decided_by"], "आशा, \"booth 7\"");
  for (const char* number : {"cx", "cy", "width", "height", "roll_deg"})
    EXPECT_NEAR(two["crop"][number].get<double>(), drawn[number].get<double>(), 0.0051) << number;
  for (const char* place : {"eyes", "crop", "roll_deg"})
    EXPECT_EQ(told("a_good.jpg")[place], found[place]) << "accepted as it was found: " << place;
  EXPECT_EQ(told("b_good.jpg")["problems"][0]["code"], "photo_rejected");

  expect_same_picture(shown, portrait("two.jpg"));
  write_bytes(home_ / "roll.csv",
              "member_no,name,mobile,booth_no,block,district,photo,channel,status,confirmed_on,valid_until\n"
              "T/1,Test Person,9000000101,1,Devkund,Nandigarh,two.jpg,digital,confirmed,2026-03-01,2028-12-31\n"
              "T/2,Test Person,9000000102,1,Devkund,Nandigarh,b_good.jpg,digital,confirmed,2026-03-01,2028-12-31\n");
  const Finished issued = run_program(
      {"issue", "--roll", home_ / "roll.csv", "--photos", photos_.string(), "--out", home_ / "cards", "--quiet"});
  EXPECT_EQ(issued.code, 1) << issued.err;
  std::string printed;
  for (const auto& entry : fs::recursive_directory_iterator(home_ / "cards"))
    if (entry.path().extension() == ".pdf") printed += bytes_of(entry.path());
  EXPECT_NE(printed.find(portrait("two.jpg").jpeg), std::string::npos);
  EXPECT_EQ(Json::parse(bytes_of(home_ / "cards" / "report.json"))["problems"][0]["code"], "photo_rejected");
}

TEST_F(ReviewRoundTrip, APhotoTurnedOnThePageIsTurnedOnTheCard) {
  ASSERT_EQ(look(), 1);
  open_page();
  name_myself("Asha");
  choose("a_good.jpg");
  browser_->press("Enter");
  for (const int turns : {1, 2, 3}) {
    browser_->press("t");
    const auto shown = luminance_shown();
    browser_->press("a");
    browser_->press("Escape");
    browser_->wait_until("!large.open");
    const std::string csv = saved();
    const int came = told("a_good.jpg")["quarter_turns"];
    EXPECT_NE(csv.find(",accept," + std::to_string((came + turns) % 4 * 90) + ","), std::string::npos) << csv;
    put_into_place();
    expect_same_picture(shown, portrait("a_good.jpg"));
    choose("a_good.jpg");
    browser_->press("Enter");
  }
}

TEST_F(ReviewRoundTrip, DecisionsInForceAreSavedAgainWithTheNewOnes) {
  const std::string sha(64, 'a');
  ASSERT_EQ(look(), 1);
  const std::string good = told("a_good.jpg")["sha256"];
  write_bytes(photos_ / "photo_overrides.csv",
              "file,sha256,decision,eye_right_x,eye_right_y,eye_left_x,eye_left_y,by\n"
              "a_good.jpg," +
                  good +
                  ",accept,500.25,700,700,705.5,Old\n"
                  "b_good.jpg," +
                  sha +
                  ",reject,,,,,Old\n"
                  "gone.jpg," +
                  sha + ",reject,,,,,Old\n");
  ASSERT_EQ(look(), 1);
  open_page();
  EXPECT_EQ(decision("a_good.jpg"), "accept");
  EXPECT_EQ(decision("b_good.jpg"), "") << "that decision is about another photo";
  name_myself("New");
  choose("two.jpg");
  browser_->press("r");
  saved();
  put_into_place();
  const PhotoOverrides all = read_overrides(photos_ / "photo_overrides.csv");
  ASSERT_EQ(all.size(), 4U);
  EXPECT_EQ(all.at("a_good.jpg").by, "Old");
  EXPECT_EQ(all.at("a_good.jpg").eyes.value().right.x, 500.25);
  EXPECT_EQ(all.at("a_good.jpg").eyes.value().left.y, 705.5);
  EXPECT_EQ(all.at("b_good.jpg").sha256, sha);
  EXPECT_EQ(all.at("gone.jpg").decision, PhotoOverride::Decision::reject);
  EXPECT_EQ(all.at("two.jpg").by, "New");

  choose("a_good.jpg");
  browser_->press("Delete");
  saved();
  EXPECT_FALSE(read_overrides(saves_ / "photo_overrides.csv").contains("a_good.jpg")) << "it was taken back";
}

TEST_F(ReviewRoundTrip, NamesSurviveExactly) {
  const std::string portrait = draw_photo(1, 1, false, Scene::portrait);
  const std::vector<std::string> names{"=1+1.jpg",      "@sum.jpg",    "-2.jpg",        "+3.jpg",
                                       "a,\"b\";c.jpg", " blank.jpg ", "two\nlines.jpg"};
  for (const std::string& name : names) write_bytes(photos_ / name, portrait);
  ASSERT_EQ(look(), 1);
  open_page();
  name_myself("=Asha");
  for (const std::string& name : names) {
    choose(name);
    browser_->press("r");
    EXPECT_EQ(decision(name), "reject") << name;
  }
  const std::string csv = saved();
  for (const char* formula : {"\n=", "\n@", "\n-", "\n+", ",="}) EXPECT_EQ(csv.find(formula), std::string::npos) << csv;
  put_into_place();
  EXPECT_EQ(look(), 1);
  for (const std::string& name : names) EXPECT_EQ(told(name)["decided_by"], "Asha") << name;
}

TEST_F(ReviewRoundTrip, WhatWasNotSavedWarnsAndComesBack) {
  ASSERT_EQ(look(), 1);
  int before = 0;
  // Chromium itself lost all that a page had just stored, once, beside tests that kept the machine busy.
  for (int attempt = 0; attempt < 3; ++attempt) {
    open_page();
    name_myself("Asha");
    choose("b_good.jpg");
    browser_->press("t");
    browser_->press("a");
    before = browser_->warnings();
    open_page();
    if (browser_->value("localStorage.length") != 0) break;
  }
  EXPECT_EQ(browser_->warnings(), before + 1);
  EXPECT_EQ(decision("b_good.jpg"), "accept");
  EXPECT_EQ(browser_->value("document.getElementById('by').value"), "Asha");
  EXPECT_NE(saved().find(",accept,"), std::string::npos);
  open_page();
  EXPECT_EQ(browser_->warnings(), before + 1) << "it is saved";
  write_bytes(photos_ / "b_good.jpg", draw_photo(1, 8, true, Scene::portrait));
  look();
  open_page();
  EXPECT_EQ(decision("b_good.jpg"), "") << "another photo";
}

TEST_F(ReviewRoundTrip, NothingIsSavedWithoutAName) {
  ASSERT_EQ(look(), 1);
  open_page();
  browser_->click("#save");
  EXPECT_EQ(browser_->value("document.activeElement.id"), "by");
  EXPECT_EQ(browser_->value("document.getElementById('status').className"), "alarm");
  EXPECT_TRUE(fs::is_empty(saves_));
}

}  // namespace
}  // namespace pehchan

// review.html in a real browser: what is seen, and what keys and buttons do.
#include "cli/reviewed_photos.h"
#include "demo/draw_photo.h"

namespace pehchan {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using ReviewPageInChromium = ReviewedPhotos;

constexpr const char* names_shown =
    "Array.from(document.querySelectorAll('.card')).filter(card => !card.hidden).map(card => card.photo.file)";

TEST_F(ReviewPageInChromium, DoubtfulPhotosComeFirstAndTheFiltersChoose) {
  ASSERT_EQ(look({"--photo-limit", "sharpness=9,0.01", "--photo-limit", "dark=0.01,0"}), 1);
  open_page();
  EXPECT_EQ(browser_->value(names_shown),
            Json({"cut.jpg", "nobody.jpg", "small.jpg", "two.jpg", "a_good.jpg", "b_good.jpg"}));
  EXPECT_EQ(browser_->value("Array.from(document.querySelectorAll('#grades b')).map(b => +b.textContent)"),
            Json({6, 4, 2, 0}));
  EXPECT_NE(browser_->value("document.querySelector('.card .reasons').textContent").get<std::string>().find("damaged"),
            std::string::npos);

  browser_->click("#grades [data-value=warn]");
  EXPECT_EQ(browser_->value(names_shown), Json({"a_good.jpg", "b_good.jpg"}));
  choose("a_good.jpg");
  browser_->press("a");
  browser_->click("#decided [data-value=no]");
  EXPECT_EQ(browser_->value(names_shown), Json({"b_good.jpg"}));
  browser_->click("#decided [data-value=yes]");
  EXPECT_EQ(browser_->value(names_shown), Json({"a_good.jpg"}));
  browser_->click("#decided [data-value=all]");
  browser_->click("#grades [data-value=all]");
  browser_->click("#search");
  browser_->type("TWO");
  EXPECT_EQ(browser_->value(names_shown), Json({"two.jpg"}));
}

TEST_F(ReviewPageInChromium, KeysMoveDecideAndUndo) {
  ASSERT_EQ(look(), 1);
  open_page();
  const char* current = "current.file";
  EXPECT_EQ(browser_->value(current), "cut.jpg");
  browser_->press("j");
  browser_->press("ArrowRight");
  browser_->press("ArrowRight");
  EXPECT_EQ(browser_->value(current), "two.jpg");
  browser_->press("k");
  EXPECT_EQ(browser_->value(current), "small.jpg");
  browser_->press("j");

  browser_->press("a");
  EXPECT_EQ(decision("two.jpg"), "accept");
  EXPECT_EQ(browser_->value(current), "a_good.jpg") << "after a decision comes the next photo";
  browser_->press("r");
  EXPECT_EQ(decision("a_good.jpg"), "reject");
  browser_->press("u");
  EXPECT_EQ(decision("a_good.jpg"), "");
  EXPECT_EQ(browser_->value(current), "a_good.jpg");
  EXPECT_EQ(decision("two.jpg"), "accept");
  browser_->press("u");
  EXPECT_EQ(decision("two.jpg"), "");
  browser_->press("u");
  EXPECT_EQ(browser_->value("document.activeElement.className"), "card");
}

TEST_F(ReviewPageInChromium, WhatIsTypedIntoAFieldDecidesNothing) {
  ASSERT_EQ(look(), 1);
  open_page();
  choose("a_good.jpg");
  browser_->click("#by");
  for (const char* key : {"A", "r", "t", "a"}) browser_->press(key);
  EXPECT_EQ(browser_->value("document.getElementById('by').value"), "Arta");
  EXPECT_EQ(decision("a_good.jpg"), "");
}

TEST_F(ReviewPageInChromium, DamagedAndTooSmallPhotosCannotBeAccepted) {
  ASSERT_EQ(look(), 1);
  open_page();
  for (const char* file : {"cut.jpg", "small.jpg"}) {
    choose(file);
    browser_->press("a");
    EXPECT_EQ(decision(file), "") << file;
    EXPECT_EQ(browser_->value("document.getElementById('status').className"), "alarm") << file;
    EXPECT_EQ(browser_->value("current.card.querySelector('.buttons button').disabled"), true) << file;
    browser_->press("r");
    EXPECT_EQ(decision(file), "reject") << file;
  }
}

TEST_F(ReviewPageInChromium, WhereNobodyWasFoundACropIsPlacedBeforeItIsAccepted) {
  ASSERT_EQ(look(), 1);
  open_page();
  choose("nobody.jpg");
  browser_->press("a");
  EXPECT_EQ(browser_->value("large.open"), true);
  browser_->press("a");
  EXPECT_EQ(decision("nobody.jpg"), "");
  EXPECT_EQ(browser_->value("document.getElementById('status').className"), "alarm");

  browser_->press("e");
  const Json box = browser_->value(
      "(() => { const b = whole.getBoundingClientRect(); return [b.x, b.y, b.width / seen.width]; })()");
  const double x = box[0], y = box[1], k = box[2];
  browser_->click(x + 700 * k, y + 500 * k);  // in any order
  browser_->click(x + 500 * k, y + 500 * k);
  const Json crop = browser_->value("seen.crop");
  EXPECT_NEAR(crop["cx"].get<double>(), 600, 3);
  EXPECT_NEAR(crop["cy"].get<double>(), 500, 3);
  EXPECT_NEAR(crop["height"].get<double>(), 3.59 * 200 / 0.72, 15);
  EXPECT_NEAR(crop["roll_deg"].get<double>(), 0, 1);
  browser_->press("a");
  EXPECT_EQ(decision("nobody.jpg"), "accept");
}

TEST_F(ReviewPageInChromium, SeveralTouchesOfOneKindAreUndoneAtOnceAndTheOthersOneByOne) {
  ASSERT_EQ(look(), 1);
  open_page();
  choose("two.jpg");
  browser_->press("Enter");
  const Json found = browser_->value("seen.crop");
  for (const char* key : {"+", "+", "+"}) browser_->press(key);
  const Json larger = browser_->value("seen.crop");
  EXPECT_NEAR(larger["height"].get<double>() / found["height"].get<double>(), 1.03 * 1.03 * 1.03, 1e-6);
  browser_->press("[");
  browser_->press("u");
  EXPECT_EQ(browser_->value("seen.crop"), larger);
  browser_->press("u");
  EXPECT_EQ(browser_->value("seen.crop"), found);
}

TEST_F(ReviewPageInChromium, HostileNamesAreOnlyText) {
  const std::string portrait = draw_photo(1, 1, false, Scene::portrait);
  const std::vector<std::string> names{"</script><img src=x onerror=document.title=1>.jpg", "\"quoted\",'too'.jpg",
                                       "<!--.jpg", "क्षमा\u2028\nदेवी.jpg", "bad\xff utf8.jpg"};
  for (const std::string& name : names) {
    fs::create_directories((photos_ / name).parent_path());
    write_bytes(photos_ / name, portrait);
  }
  ASSERT_EQ(look(), 1);
  open_page();
  EXPECT_EQ(browser_->value("photos.length"), 11);
  EXPECT_EQ(browser_->value("document.querySelectorAll('img').length"), 0);
  EXPECT_NE(browser_->value("document.title"), "1");
  for (std::size_t i = 0; i + 1 < names.size(); ++i) {
    choose(names[i]);
    EXPECT_EQ(browser_->value("current.card.querySelector('.name').firstChild.textContent"), names[i]);
  }
  choose("bad\uFFFD utf8.jpg");
  browser_->press("r");
  EXPECT_EQ(decision("bad\uFFFD utf8.jpg"), "") << "a file that cannot be named in the CSV";
}

}  // namespace
}  // namespace pehchan

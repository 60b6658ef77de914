#include "cli/reviewed_photos.h"

#include <map>

#include "demo/draw_photo.h"

namespace pehchan {
namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

const std::map<std::string, std::string>& drawn() {
  static const std::map<std::string, std::string> photos = [] {
    const std::string whole = draw_photo(1, 6, false, Scene::portrait);
    return std::map<std::string, std::string>{{"a_good.jpg", draw_photo(1, 1, false, Scene::portrait)},
                                              {"b_good.jpg", draw_photo(1, 2, true, Scene::portrait)},
                                              {"nobody.jpg", draw_photo(1, 3, false, Scene::nobody)},
                                              {"small.jpg", draw_photo(1, 4, true, Scene::too_small)},
                                              {"two.jpg", draw_photo(1, 5, true, Scene::two_people)},
                                              {"cut.jpg", whole.substr(0, whole.size() / 2)}};
  }();
  return photos;
}

const ScratchFolder& shared_cache() {
  static const ScratchFolder folder;
  return folder;
}

}  // namespace

void ReviewedPhotos::SetUp() {
  if (!Browser::is_installed()) GTEST_SKIP() << Browser::skipped;
  static Browser browser(1280, 900);
  browser_ = &browser;
  fs::create_directories(saves_);
  browser.forget();
  browser.save_into(saves_);
  fs::create_directories(photos_);
  for (const auto& [name, bytes] : drawn()) write_bytes(photos_ / name, bytes);
}

int ReviewedPhotos::look(const std::vector<std::string>& more) {
  std::vector<std::string> words{"photos",
                                 photos_.string(),
                                 "--out",
                                 (home_ / "out").string(),
                                 "--quiet",
                                 "--cache",
                                 shared_cache().path().string()};
  words.insert(words.end(), more.begin(), more.end());
  return run_program(words).code;
}

void ReviewedPhotos::open_page() {
  browser_->open(page());
  browser_->wait_until("document.querySelector('.card[tabindex=\"0\"] .buttons')");
}

Json ReviewedPhotos::told(const std::string& file) const {
  for (const Json& photo : Json::parse(bytes_of(home_ / "out" / "photos.json")))
    if (photo["file"] == file) return photo;
  ADD_FAILURE() << "photos.json has no " << file;
  return {};
}

void ReviewedPhotos::choose(const std::string& file) {
  const std::string card = "photos.find(photo => photo.file === " + Json(file).dump() + ").card";
  const Json at = browser_->value("(() => { const card = " + card +
                                  "; card.scrollIntoView({block: 'center'}); const box = card.getBoundingClientRect(); "
                                  "return [box.x + box.width / 2, box.y + box.height - 75]; })()");
  browser_->click(at[0], at[1]);
  browser_->wait_until(card + ".tabIndex === 0 && " + card + ".photo.image");
}

std::string ReviewedPhotos::decision(const std::string& file) {
  return browser_->value("photos.find(photo => photo.file === " + Json(file).dump() + ").card.dataset.decision");
}

std::string ReviewedPhotos::saved() {
  const fs::path file = saves_ / "photo_overrides.csv";
  fs::remove(file);
  browser_->click("#save");
  for (int i = 0; i < 500 && !(fs::exists(file) && fs::file_size(file) > 0); ++i)
    browser_->value("new Promise(r => setTimeout(r, 20))");
  return bytes_of(file);
}

void ReviewedPhotos::put_into_place() {
  fs::copy_file(saves_ / "photo_overrides.csv", photos_ / "photo_overrides.csv", fs::copy_options::overwrite_existing);
}

}  // namespace pehchan

#pragma once
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "support/browser.h"
#include "support/run_program.h"
#include "support/scratch_folder.h"

namespace pehchan {

/// A folder of drawn photos (two good, one of nobody, one of two people, one too small, one cut off), looked at by the
/// program, and its review page open in a browser.
class ReviewedPhotos : public testing::Test {
 protected:
  void SetUp() override;

  /// `pehchan photos` over the folder; its exit code.
  int look(const std::vector<std::string>& more = {});
  void open_page();
  /// The photo's object in photos.json.
  nlohmann::json told(const std::string& file) const;
  /// Puts this photo under the cursor, as a click on it does.
  void choose(const std::string& file);
  /// The decision that the page shows for a photo: "accept", "reject" or "".
  std::string decision(const std::string& file);
  /// Presses the button and waits for the file; its text.
  std::string saved();
  /// Puts what was saved where `photos` and `issue` look for it.
  void put_into_place();
  std::filesystem::path page() const { return home_ / "out" / "review.html"; }

  ScratchFolder home_;
  std::filesystem::path photos_ = home_ / "photos", saves_ = home_ / "saves";
  Browser* browser_ = nullptr;  ///< all tests' own: starting one takes a second
};

}  // namespace pehchan

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "corpus/labels.h"
#include "photo/inspect.h"
#include "support/plain_portraits.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

const char* word(Inspection::Outcome outcome) {
  constexpr const char* words[] = {"one", "many", "none", "review", "error"};
  return words[static_cast<int>(outcome)];
}

/// How far the found eye midpoint is from the labelled one, in labelled inter-eye distances.
double miss(const Label& label, const Eyes& eyes) {
  const auto a = label.eyes.middle(), b = eyes.middle();
  return std::hypot(a.x - b.x, a.y - b.y) / label.eyes.distance();
}

bool is_allowed(const std::string& expected, const std::string& outcome) {
  static const std::map<std::string, std::vector<std::string>> allowed{
      {"one", {"one", "review"}},   {"one_or_review", {"one", "review"}}, {"many", {"many", "review"}},
      {"none", {"none", "review"}}, {"review", {"none", "review"}},       {"error", {"error"}}};
  const auto& list = allowed.at(expected);
  return std::find(list.begin(), list.end(), outcome) != list.end();
}

class Portraits : public testing::Test {
 protected:
  void SetUp() override {
    if (read_labels().empty()) GTEST_SKIP() << skipped_portraits();
  }
};

// A corpus in the manner of zxing-cpp: so many must pass, and none may be misread.
TEST_F(Portraits, the_right_person_is_found_and_never_a_wrong_one) {
  constexpr int most_reviews = 0;
  constexpr double largest_miss = 0.25;
  PhotoInspector inspector;
  int reviews = 0;
  for (const auto& label : read_labels()) {
    const Inspection seen = inspector.inspect(portraits(), label.file);
    const std::string outcome = word(seen.outcome);
    const bool is_one = seen.outcome == Inspection::Outcome::one;
    const double off = is_one && label.eyes.distance() > 0 ? miss(label, seen.eyes) : 0;
    const double size = is_one && label.eyes.distance() > 0 ? seen.eyes.distance() / label.eyes.distance() : 0;
    fmt::print("{:16} {:14} {:7} score {:5.2f} votes {} miss {:5.3f} size {:5.3f} roll {:6.1f}/{:6.1f} {}\n",
               label.file, label.expected, outcome, seen.face.score, seen.votes, off, size,
               is_one ? seen.eyes.roll() : 0, label.eyes.roll(), seen.code);
    EXPECT_TRUE(is_allowed(label.expected, outcome)) << label.file;
    EXPECT_LE(off, largest_miss) << label.file;
    if (label.expected == "one" && !is_one) ++reviews;
  }
  EXPECT_LE(reviews, most_reviews);
}

TEST_F(Portraits, only_usable_photos_become_portraits) {
  PlainPortraits plain;
  std::map<std::string, std::string> codes;
  for (const auto& label : read_labels()) {
    const PreparedPhoto photo = plain.maker.prepare(portraits(), label.file);
    const auto& portrait = photo.portrait;
    codes[label.file] = portrait ? "" : photo.assessment.findings.front().code;
    fmt::print("{:16} {}\n", label.file,
               portrait ? fmt::format("{}x{} {} bytes", portrait->width, portrait->height, portrait->jpeg.size())
                        : codes[label.file]);
    if (portrait && std::getenv("PEHCHAN_CROPS"))
      std::ofstream(fs::path(std::getenv("PEHCHAN_CROPS")) / fs::path(label.file).replace_extension(".jpg"),
                    std::ios::binary)
          << portrait->jpeg;
    const bool is_good = label.expected == "one" && label.quality.empty();
    const bool is_unusable = label.expected != "one" && label.expected != "one_or_review";
    const bool is_cut = label.file == "s02.jpg";  // its crown lies beyond the picture's edge
    const bool is_tilted = std::abs(label.eyes.roll()) > 25;
    EXPECT_TRUE(portrait || is_cut || is_tilted || !is_good) << label.file << ' ' << codes[label.file];
    EXPECT_FALSE(portrait && is_unusable) << label.file;
  }
  EXPECT_EQ(codes["x05_truncated.jpg"], "photo_damaged");
  EXPECT_EQ(codes["x06_tiny.jpg"], "photo_too_small");
  EXPECT_EQ(codes["s11.jpg"], "photo_too_small");
  EXPECT_EQ(codes["s02.jpg"], "photo_cropped_tight");
  EXPECT_EQ(codes["x08_blur.jpg"], "photo_blurred");
}

}  // namespace
}  // namespace pehchan

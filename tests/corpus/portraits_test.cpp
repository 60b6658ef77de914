#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <opencv2/core.hpp>
#include <string>
#include <vector>

#include "corpus/labels.h"
#include "photo/inspect.h"
#include "photo/prepare.h"

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

// How exactly a found face lies upon the labelled one, as the finished crop would show it.
struct Precision {
  double eye_line;  // per cent of the crop's height: found and labelled eye midpoint, along the crop's axis
  double roll;      // degrees left over
  double head;      // labelled chin to crown, of the crop's height

  static constexpr double height_in_eyes = 4.97;
  Precision(const Label& label, const Inspection& seen)
      : roll(std::abs(seen.eyes.roll() - label.eyes.roll())),
        head(std::hypot(label.crown.x - label.chin.x, label.crown.y - label.chin.y) /
             (height_in_eyes * seen.framing_distance)) {
    const auto a = label.eyes.middle(), b = seen.eyes.middle();
    const double angle = seen.eyes.roll() * CV_PI / 180;
    const double off = (b.y - a.y) * std::cos(angle) - (b.x - a.x) * std::sin(angle);
    eye_line = 100 * std::abs(off) / (height_in_eyes * label.eyes.distance());
  }
};

double percentile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values.at(static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size()))) - 1);
}

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
    const double off = is_one && label.has_eyes() ? miss(label, seen.eyes) : 0;
    fmt::print("{:16} {:14} {:7} score {:5.2f} votes {} miss {:5.3f} {}\n", label.file, label.expected, outcome,
               seen.face.score, seen.votes, off, seen.code);
    EXPECT_TRUE(is_allowed(label.expected, outcome)) << label.file;
    EXPECT_LE(off, largest_miss) << label.file;
    if (label.expected == "one" && !is_one) ++reviews;
  }
  EXPECT_LE(reviews, most_reviews);
}

// The limits are those of ISO/IEC 19794-5 (head) and of what a person sees on a card. Labels are right to 2 % of the
// eyes' distance, which alone makes 1.6 degrees of roll.
TEST_F(Portraits, eyes_and_head_are_placed_as_the_labels_say) {
  PhotoInspector inspector;
  std::vector<double> eye_lines, rolls;
  for (const auto& label : read_labels()) {
    if (label.expected != "one" || !label.has_eyes()) continue;
    const Inspection seen = inspector.inspect(portraits(), label.file);
    if (seen.outcome != Inspection::Outcome::one) continue;
    const Precision found(label, seen);
    fmt::print("{:16} eye line {:5.2f} % roll {:4.1f} head {:5.3f} size {:5.3f} {}\n", label.file, found.eye_line,
               found.roll, label.has_head() ? found.head : 0, seen.framing_distance / label.eyes.distance(),
               label.quality);
    if (label.has_head()) {
      EXPECT_GE(found.head, 0.60) << label.file;
      EXPECT_LE(found.head, 0.90) << label.file;
    }
    if (!label.quality.empty()) continue;
    eye_lines.push_back(found.eye_line);
    rolls.push_back(found.roll);
  }
  fmt::print("{} good photos: eye line median {:.2f} %, p95 {:.2f} %; roll p95 {:.1f} degrees\n", rolls.size(),
             percentile(eye_lines, 0.5), percentile(eye_lines, 0.95), percentile(rolls, 0.95));
  EXPECT_LE(percentile(eye_lines, 0.5), 0.4);
  EXPECT_LE(percentile(eye_lines, 0.95), 1.0);
  EXPECT_LE(percentile(rolls, 0.95), 3.0);
}

TEST_F(Portraits, only_usable_photos_become_portraits) {
  PortraitMaker maker;
  std::map<std::string, std::string> codes;
  for (const auto& label : read_labels()) {
    const auto portrait = maker.prepare(portraits(), label.file);
    codes[label.file] = portrait ? "" : portrait.error().code;
    fmt::print("{:16} {}\n", label.file,
               portrait ? fmt::format("{}x{} {} bytes", portrait->width, portrait->height, portrait->jpeg.size())
                        : portrait.error().code);
    if (portrait && std::getenv("PEHCHAN_CROPS"))
      std::ofstream(fs::path(std::getenv("PEHCHAN_CROPS")) / fs::path(label.file).replace_extension(".jpg"),
                    std::ios::binary)
          << portrait->jpeg;
    const bool is_good = label.expected == "one" && label.quality.empty();
    const bool is_unusable = label.expected != "one" && label.expected != "one_or_review";
    const bool is_cut = label.file == "s02.jpg";  // its crown lies beyond the picture's edge
    EXPECT_TRUE(portrait || is_cut || !is_good) << label.file << ' ' << codes[label.file];
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

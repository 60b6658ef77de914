#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "corpus/labels.h"
#include "support/run_program.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {

/// A roll that gives each labelled photo to one confirmed member, in the order of the labels.
std::string roll_of(const std::vector<Label>& labels) {
  std::string roll = "member_no,name,mobile,booth_no,block,district,photo,channel,status,confirmed_on,valid_until\n";
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    roll += "T/" + number + ",Test Person,9000000" + std::to_string(100 + i) + ",1,Devkund,Nandigarh," +
            labels[i].file + ",digital,confirmed,2026-03-01,2028-12-31\n";
  }
  return roll;
}

bool is_allowed(const std::string& expected, const std::string& code) {
  static const std::map<std::string, std::vector<std::string>> allowed{
      {"many", {"photo_several_faces", "photo_unclear"}},
      {"none", {"photo_no_face", "photo_unclear"}},
      {"review", {"photo_no_face", "photo_unclear"}},
      {"error", {"photo_damaged"}}};
  if (!allowed.contains(expected)) return true;
  const auto& codes = allowed.at(expected);
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

TEST(PortraitsEndToEnd, EveryGoodPhotoBecomesACardAndNoneOfTheOthersDoes) {
  const auto labels = read_labels();
  if (labels.empty()) GTEST_SKIP() << skipped_portraits();
  const ScratchFolder home;
  write_bytes(home / "roll.csv", roll_of(labels));
  const Finished run = run_program(
      {"issue", "--roll", home / "roll.csv", "--photos", portraits().string(), "--out", home / "out", "--quiet"});
  ASSERT_EQ(run.code, 1) << run.err;

  const auto report = nlohmann::json::parse(bytes_of(home / "out" / "report.json"));
  std::map<std::string, std::string> withheld;  // photo, code
  for (const auto& problem : report["problems"])
    withheld[labels.at(problem["row"].get<std::size_t>() - 2).file] = problem["code"];
  for (const auto& label : labels) {
    const std::string code = withheld.contains(label.file) ? withheld[label.file] : "";
    const bool is_good = label.expected == "one" && label.quality.empty();
    const bool is_tilted = std::abs(label.eyes.roll()) > 25;
    if (is_good) {
      EXPECT_EQ(code, is_tilted ? "photo_tilted" : "") << label.file;
    }
    EXPECT_TRUE(is_allowed(label.expected, code)) << label.file << " was '" << code << "', and is " << label.expected;
  }
  EXPECT_EQ(withheld["x06_tiny.jpg"], "photo_too_small");
  EXPECT_EQ(withheld["s11.jpg"], "photo_too_small");
  EXPECT_EQ(withheld["x08_blur.jpg"], "photo_blurred");
  EXPECT_EQ(withheld["x03_dark.jpg"], "photo_dark");
  EXPECT_EQ(report["issued"].get<std::size_t>() + withheld.size(), labels.size());
  EXPECT_GE(report["issued"], 29);
}

}  // namespace
}  // namespace pehchan

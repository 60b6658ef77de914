#include "card/written_template.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/run_error.h"
#include "card/parse_template.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

/// A template's folder as long as it lives; each process has its own, for tests run side by side.
class Written {
 public:
  explicit Written(const std::string& toml)
      : folder_(fs::path(testing::TempDir()) / ("pehchan_template_" + std::to_string(getpid()))) {
    fs::create_directories(folder_);
    for (const char* name : {"front.svg", "back.svg"})
      std::ofstream(folder_ / name) << "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 89.6 58\"/>";
    std::ofstream(folder_ / "card.toml") << toml;
  }
  ~Written() { fs::remove_all(folder_); }
  Written(const Written&) = delete;
  Written& operator=(const Written&) = delete;
  const fs::path& folder() const { return folder_; }

 private:
  fs::path folder_;
};

}  // namespace

const std::string& right_toml() {
  static const std::string text = R"(schema = 1
size_mm = [85.6, 54]
bleed_mm = 2
safe_margin_mm = 3

[styles.name]
size_pt = 12
floor_pt = 8
lines = 2
colour = "#FF8000"

[front]
artwork = "front.svg"

[front.portrait]
box = [3, 17, 25, 32]

[[front.text]]
text = "{name}"
box = [31, 14, 51, 9]
style = "name"

[back]
artwork = "back.svg"

[back.qr]
box = [4, 5, 30, 30]
)";
  return text;
}

std::string changed(const std::vector<std::pair<std::string, std::string>>& changes) {
  std::string text = right_toml();
  for (const auto& [from, to] : changes) {
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    if (at != std::string::npos) text.replace(at, from.size(), to);
  }
  return text;
}

CardTemplate parsed(const std::string& toml) { return parse_template(Written(toml).folder()); }

std::string told(const std::string& toml) {
  const Written written(toml);
  try {
    parse_template(written.folder());
  } catch (const RunError& error) {
    EXPECT_EQ(error.code, ExitCode::bad_config);
    EXPECT_FALSE(error.advice.empty());
    const std::string prefix = (written.folder() / "card.toml").string() + ":";
    std::string text = error.what();
    EXPECT_TRUE(text.starts_with(prefix)) << text;
    for (auto at = text.find(prefix); at != std::string::npos; at = text.find(prefix)) text.erase(at, prefix.size());
    return text;
  }
  return "accepted";
}

std::string told_after(const std::string& from, const std::string& to) { return told(changed({{from, to}})); }

}  // namespace pehchan

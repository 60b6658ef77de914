#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "support/build_paths.h"
#include "support/run_program.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

const fs::path corpus = PEHCHAN_SOURCE "/tests/corpus/broken_templates";
constexpr std::string_view expects = "#! ";

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// A template with one mistake (or what follows from one), which its last lines tell after "#! ".
std::vector<fs::path> broken_templates() {
  std::vector<fs::path> all;
  for (const auto& entry : fs::directory_iterator(corpus))
    if (entry.path().extension() == ".toml") all.push_back(entry.path());
  std::sort(all.begin(), all.end());
  return all;
}

std::vector<std::string> expected_of(const std::string& toml) {
  std::vector<std::string> expected;
  for (const std::string& line : lines_of(toml))
    if (line.starts_with(expects)) expected.push_back(line.substr(expects.size()));
  return expected;
}

class BrokenTemplate : public testing::TestWithParam<fs::path> {
 protected:
  /// A folder with this card.toml and all the files that the templates name.
  void lay(const std::string& toml) const {
    for (const auto& file : fs::directory_iterator(corpus / "files"))
      fs::copy(file.path(), folder_ / file.path().filename());
    write_bytes(folder_ / "card.toml", toml);
  }
  Finished checked() const { return run_program({"template", "check", folder_.path().string()}); }
  /// What is told of card.toml, the folder's name taken off.
  std::vector<std::string> told(const Finished& run) const {
    const std::string prefix = (folder_ / "card.toml").string() + ":";
    std::vector<std::string> all;
    for (const std::string& line : lines_of(run.err)) {
      const auto at = line.find(prefix);
      if (at != std::string::npos) all.push_back(line.substr(at + prefix.size()));
    }
    const std::string name = folder_.path().string() + "/";
    for (std::string& line : all)
      if (const auto at = line.find(name); at != std::string::npos) line.erase(at, name.size());
    return all;
  }

  const ScratchFolder folder_;
};

TEST_P(BrokenTemplate, IsToldAtItsLineAndWhatWouldBeRight) {
  const std::string toml = bytes_of(GetParam());
  const auto expected = expected_of(toml);
  ASSERT_FALSE(expected.empty()) << "the file does not say what is wrong with it";
  lay(toml);
  const Finished run = checked();
  EXPECT_EQ(run.code, 78) << run.err;
  EXPECT_EQ(told(run), expected);
}

INSTANTIATE_TEST_SUITE_P(All, BrokenTemplate, testing::ValuesIn(broken_templates()), [](const auto& one) {
  std::string name = one.param.stem();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(BrokenTemplates, AreAtLeastForty) { EXPECT_GE(broken_templates().size(), 40U); }

}  // namespace
}  // namespace pehchan

// Holds docs/sheets.md to the program: every key and every format is in it.
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>

#include "base/file.h"
#include "support/build_paths.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

constexpr std::uintmax_t largest = 1'000'000;

std::string page() { return read_file(PEHCHAN_SOURCE "/docs/sheets.md", largest); }

TEST(SheetsMd, HasARowForEveryKeyOfASheetFormat) {
  const std::string code = read_file(PEHCHAN_SOURCE "/src/sheet/read_format.cpp", largest), text = page();
  static const std::regex list(R"re(allow_only\(\{([^}]*)\})re"), word(R"re("(\w+)")re");
  std::smatch found;
  ASSERT_TRUE(std::regex_search(code, found, list));
  const std::string keys = found[1];
  std::size_t count = 0;
  for (std::sregex_iterator key(keys.begin(), keys.end(), word), end; key != end; ++key, ++count)
    EXPECT_TRUE(std::regex_search(text, std::regex("\n\\| [^|]*`" + (*key)[1].str() + "`[^|]*\\|"))) << (*key)[1];
  EXPECT_GT(count, 20U);
}

TEST(SheetsMd, HasEveryFormatAndNoOther) {
  const std::string text = page(), table = text.substr(0, text.find("## Typed"));
  std::size_t shipped = 0;
  for (const auto& entry : fs::directory_iterator(PEHCHAN_SOURCE "/templates/sheets")) {
    ++shipped;
    EXPECT_NE(table.find("`" + entry.path().stem().string() + "`"), std::string::npos) << entry.path();
  }
  static const std::regex row("\n\\| (`[^|]*)\\|"), name("`([^`]+)`");
  std::size_t told = 0;
  for (std::sregex_iterator at(table.begin(), table.end(), row), end; at != end; ++at) {
    const std::string names = (*at)[1];
    told += static_cast<std::size_t>(std::distance(std::sregex_iterator(names.begin(), names.end(), name), {}));
  }
  EXPECT_EQ(told, shipped);
}

}  // namespace
}  // namespace pehchan

// Follows docs/operations.md as a clerk would: every command of its walk-through, in order, read from the page itself.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "roll/open_source.h"
#include "roll/table_writer.h"
#include "support/build_paths.h"
#include "support/run_program.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(const fs::path& file) {
  Rows rows;
  const auto source = open_source({.where = file.string()});
  for (Record record; source->next(record);) rows.push_back(record.cells);
  return rows;
}

void write_workbook(const fs::path& file, const Rows& rows) {
  const auto table = make_xlsx_table(file, "Members");
  for (auto cells : rows) {
    cells.resize(rows.front().size());
    table->row(cells);
  }
  table->commit();
}

std::string& cell(Rows& rows, std::size_t row, const std::string& heading) {
  const auto at = std::find(rows.front().begin(), rows.front().end(), heading) - rows.front().begin();
  return rows.at(row).at(static_cast<std::size_t>(at));
}

/// A command's words, as a shell parts them when nothing is quoted.
std::vector<std::string> words_of(const std::string& line) {
  std::istringstream text(line);
  std::vector<std::string> words;
  for (std::string word; text >> word;) words.push_back(word);
  words.erase(words.begin());  // "pehchan"
  return words;
}

/// Lines that begin with "pehchan " in the section of this heading.
std::vector<std::string> commands_of(const std::string& page, const std::string& heading) {
  const auto start = page.find("\n" + heading + "\n"), end = page.find("\n## ", start + 1);
  std::istringstream lines(page.substr(start, end - start));
  std::vector<std::string> commands;
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("pehchan ")) commands.push_back(line);
  return commands;
}

class WalkThrough : public testing::Test {
 protected:
  void SetUp() override {
    came_from = fs::current_path();
    fs::current_path(folder.path());
    ASSERT_EQ(run_program({"demo", "demo", "--members", "24", "--all-good"}).code, 0);
    fs::rename("demo/photos", "photos");
    Rows rows = rows_of("demo/roll.csv");
    std::vector<std::size_t> confirmed;
    for (std::size_t row = 1; row < rows.size(); ++row)
      if (cell(rows, row, "status") == "confirmed") confirmed.push_back(row);
    cell(rows, confirmed.at(3), "epic_no") = "A12";
    cell(rows, confirmed.at(7), "booth_no").clear();
    write_workbook("roll.xlsx", rows);
  }
  void TearDown() override { fs::current_path(came_from); }

  static void put_right() {
    Rows rows = rows_of("output/withheld.xlsx");
    ASSERT_EQ(rows.size(), 3U);
    for (std::size_t row = 1; row < rows.size(); ++row) {
      rows[row].resize(rows.front().size());
      std::string& epic = cell(rows, row, "epic_no");
      if (epic == "A12") epic.clear();
      if (cell(rows, row, "booth_no").empty()) cell(rows, row, "booth_no") = "12";
    }
    write_workbook("output/withheld.xlsx", rows);
  }

  ScratchFolder folder;
  fs::path came_from;
};

TEST_F(WalkThrough, EveryCommandOfThePageDoesWhatThePageSays) {
  // The wrong rows stay in the clerk's own roll, so that it is withheld there each time.
  const std::map<std::string, int> codes = {{"roll check", 1}, {"issue --roll roll.xlsx", 1}};
  std::size_t count = 0;
  for (const std::string& line :
       commands_of(bytes_of(fs::path(PEHCHAN_SOURCE) / "docs/operations.md"), "## The walk-through")) {
    if (line.find("--roll output/withheld.xlsx") != std::string::npos) put_right();
    const Finished run = run_program(words_of(line));
    int expected = 0;
    for (const auto& [start, code] : codes)
      if (line.starts_with("pehchan " + start)) expected = code;
    EXPECT_EQ(run.code, expected) << line << "\n" << run.out << run.err;
    ++count;
  }
  EXPECT_GE(count, 15U);
  for (const char* file : {"sheets-0001.pdf", "sheets-0002.pdf", "sheets-0003.pdf", "remake-0001.pdf",
                           "register-J0001.pdf", "put-right-0001.xlsx", "report.html"})
    EXPECT_TRUE(fs::exists(fs::path("output") / file)) << file;
  EXPECT_NE(run_program({"find", "PCN-001-000005-X"}).out.find("void"), std::string::npos);
  EXPECT_NE(run_program({"find", "PCN-001-000002-4"}).out.find("  printed  "), std::string::npos)
      << "nobody fetched it";
  EXPECT_NE(run_program({"find", "PCN-001-000001-6"}).out.find("  handed_over  "), std::string::npos);
}

}  // namespace
}  // namespace pehchan

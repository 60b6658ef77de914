#include <cstdlib>
#include <nlohmann/json.hpp>

#include "cli/demo_folder.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

class BadInput : public WithDemo {
 protected:
  struct Outcome {
    Finished run;
    nlohmann::json report;
    /// Of the problem with this code; 0 when there is none.
    std::size_t row_of(const std::string& code) const {
      for (const auto& problem : report["problems"])
        if (problem["code"] == code) return problem["row"];
      return 0;
    }
  };

  static std::string good_roll() { return bytes_of(good / "roll.csv"); }

  /// Issues the cards of a roll of these bytes.
  static Outcome outcome(const std::string& name, const std::string& bytes) {
    const fs::path roll = home / (name + ".csv"), out = home / (name + "-out");
    write_bytes(roll, bytes);
    Outcome result{run_program(issue_roll(roll, out)), {}};
    if (fs::exists(out / "report.json")) result.report = nlohmann::json::parse(bytes_of(out / "report.json"));
    return result;
  }

  /// Line `row` of a roll, the header being 1; its ending left out.
  static std::pair<std::size_t, std::size_t> line(const std::string& text, std::size_t row) {
    std::size_t start = 0;
    for (std::size_t i = 1; i < row; ++i) start = text.find('\n', start) + 1;
    auto length = text.find('\n', start) - start;
    if (text[start + length - 1] == '\r') --length;
    return {start, length};
  }

  /// Good rows when nothing is wrong.
  static std::size_t all_good() {
    static const std::size_t count = outcome("all-good", good_roll()).report["issued"];
    return count;
  }

  /// A roll that is wrong in row 3 alone: that row is withheld for `code`, and all others get their cards.
  static void expect_only_row_3(const std::string& name, const std::string& bytes, const std::string& code) {
    const Outcome seen = outcome(name, bytes);
    EXPECT_EQ(seen.run.code, 1) << seen.run.err;
    EXPECT_EQ(seen.row_of(code), 3U) << seen.report.dump(1);
    EXPECT_EQ(seen.report["issued"], all_good() - 1);
  }

  static void expect_refused(const std::string& name, const std::string& bytes, int code, const std::string& word) {
    const Outcome seen = outcome(name, bytes);
    EXPECT_EQ(seen.run.code, code);
    EXPECT_NE(seen.run.err.find(word), std::string::npos) << seen.run.err;
  }

  static std::string with_photo_in_row_3(const std::string& photo) {
    std::string text = good_roll();
    const auto [start, length] = line(text, 3);
    const auto at = text.find("IMG_", start);
    return text.replace(at, text.find(".jpg", at) + 4 - at, photo);
  }
};

TEST_F(BadInput, AMissingColumnIsNamed) {
  std::string text = good_roll();
  expect_refused("missing-column", text.replace(text.find("photo"), 5, "fotos"), 65, "photo");
}

TEST_F(BadInput, ADoubleColumnIsNamed) {
  std::string text = good_roll();
  expect_refused("double-column", text.replace(text.find("epic_no"), 7, "mobile"), 65, "mobile");
}

TEST_F(BadInput, AnEmptyFileIsRefused) { expect_refused("empty", "", 65, "empty.csv"); }

TEST_F(BadInput, AFolderInsteadOfARollIsRefused) {
  EXPECT_EQ(run_program(issue_roll(home, home / "folder-out")).code, 66);
  EXPECT_EQ(run_program(issue_roll(home / "absent.csv", home / "absent-out")).code, 66);
}

TEST_F(BadInput, AnUnclosedQuoteCostsItsOwnRowAlone) {
  std::string text = good_roll();
  const auto [start, length] = line(text, 3);
  expect_only_row_3("quote", text.insert(text.rfind(',', start + length) + 1, "\""), "quote_unclosed");
}

TEST_F(BadInput, AWrongNumberOfCellsCostsItsOwnRowAlone) {
  std::string text = good_roll();
  const auto [start, length] = line(text, 3);
  expect_only_row_3("cells", text.insert(start + length, ",more"), "too_many_cells");
}

TEST_F(BadInput, ABadByteCostsItsOwnRowAlone) {
  std::string text = good_roll();
  const auto [start, length] = line(text, 3);
  expect_only_row_3("utf8", text.insert(text.find(',', start) + 1, "\xff"), "bad_utf8");
}

TEST_F(BadInput, ANulByteCostsItsOwnRowAlone) {
  std::string text = good_roll();
  const auto [start, length] = line(text, 3);
  expect_only_row_3("nul", text.insert(text.find(',', start) + 1, std::string(1, '\0')), "nul_byte");
}

TEST_F(BadInput, ATenMegabyteCellCostsItsOwnRowAlone) {
  std::string text = good_roll();
  const auto [start, length] = line(text, 3);
  expect_only_row_3("large", text.insert(text.find(',', start) + 1, std::string(10'000'000, 'x')), "row_too_long");
}

TEST_F(BadInput, AByteOrderMarkIsNoPartOfTheHeader) {
  const std::string text = good_roll();
  EXPECT_EQ(outcome("bom", text.starts_with("\xef\xbb\xbf") ? text.substr(3) : "\xef\xbb\xbf" + text).report["issued"],
            all_good());
}

TEST_F(BadInput, AUtf16RollIsRead) {
  const fs::path utf8 = home / "utf8.csv", utf16 = home / "utf16.csv";
  write_bytes(utf8, good_roll());
  const std::string command = "iconv -f UTF-8 -t UTF-16 " + utf8.string() + " > " + utf16.string();
  ASSERT_EQ(std::system(command.c_str()), 0);
  EXPECT_EQ(outcome("from-utf16", bytes_of(utf16)).report["issued"], all_good());
}

TEST_F(BadInput, APhotoOutsideItsFolderIsNeverOpened) {
  expect_only_row_3("escape", with_photo_in_row_3("../../etc/passwd"), "photo_path");
  expect_only_row_3("absolute", with_photo_in_row_3("/etc/passwd"), "photo_path");
}

TEST_F(BadInput, APhotoLinkThatRunsInACircleCostsItsOwnRowAlone) {
  fs::create_symlink("circle.jpg", good / "photos" / "circle.jpg");
  expect_only_row_3("circle", with_photo_in_row_3("circle.jpg"), "photo_path");
  fs::remove(good / "photos" / "circle.jpg");
}

TEST_F(BadInput, APhotoLinkOutOfTheFolderIsNeverFollowed) {
  fs::create_symlink("/etc/passwd", good / "photos" / "out.jpg");
  expect_only_row_3("link", with_photo_in_row_3("out.jpg"), "photo_path");
  fs::remove(good / "photos" / "out.jpg");
}

TEST_F(BadInput, AnEmptyPhotoCostsItsOwnRowAlone) {
  write_bytes(good / "photos" / "empty.jpg", "");
  expect_only_row_3("empty-photo", with_photo_in_row_3("empty.jpg"), "photo_empty");
}

TEST_F(BadInput, AnOutputThatCannotBeWrittenIsTheRunsTrouble) {
  write_bytes(home / "a-file", "");
  const Finished run = run_program(issue(good, home / "a-file" / "out"));
  EXPECT_EQ(run.code, 73);
  EXPECT_NE(run.err.find("--out"), std::string::npos) << run.err;
}

TEST_F(BadInput, AFullDiskSaysTryAgainAndTheSameCommandEndsTheJob) {
  const fs::path disk = home / "disk", whole = home / "disk-whole";
  fs::create_directories(disk);
  if (std::system(("mount -t tmpfs -o size=600k tmpfs " + disk.string() + " 2>/dev/null").c_str()) != 0)
    GTEST_SKIP() << "this machine lets nobody mount a small disk";
  const Finished full = run_program(issue(good, disk / "out"));
  const bool is_grown = std::system(("mount -o remount,size=60m " + disk.string()).c_str()) == 0;
  const Finished again = run_program(issue(good, disk / "out"));
  run_program(issue(good, whole));
  const std::string seen = fingerprint(disk / "out");
  std::system(("umount " + disk.string()).c_str());
  EXPECT_EQ(full.code, 75) << full.err;
  EXPECT_TRUE(is_grown);
  EXPECT_EQ(again.code, 0) << again.err;
  EXPECT_EQ(seen, fingerprint(whole));
}

TEST_F(BadInput, AnUnknownOptionCommandTemplateOrSheetIsNamed) {
  EXPECT_EQ(run_program({"isue"}).code, 64);
  EXPECT_EQ(run_program({}).code, 64);
  const Finished option = run_program(issue(good, home / "x-out", {"--shet", "a4-2x5"}));
  EXPECT_EQ(option.code, 64);
  EXPECT_NE(option.err.find("shet"), std::string::npos);
  EXPECT_EQ(run_program({"issue", "--photos", home.string()}).code, 64);
  EXPECT_EQ(run_program(issue(good, home / "x-out", {"--template", "nothing"})).code, 66);
  EXPECT_EQ(run_program(issue(good, home / "x-out", {"--sheet", "nothing"})).code, 66);
}

TEST_F(BadInput, ErrorsHoldNoPersonalData) {
  std::string text = good_roll();
  const auto [start, length] = line(text, 3);
  const std::string row = text.substr(start, length);
  const std::string member = row.substr(0, row.find(','));
  const Outcome seen = outcome("privacy", text.insert(text.find(',', start) + 1, "\xff"));
  EXPECT_EQ(seen.report.dump().find(member), std::string::npos);
  EXPECT_EQ((seen.run.err + seen.run.out).find(member), std::string::npos);
}

}  // namespace
}  // namespace pehchan

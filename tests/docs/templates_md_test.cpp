// Holds docs/templates.md to the program: its examples are templates, its pictures are what they give, and nothing that
// a template may say is missing.
#include <gtest/gtest.h>
#include <toml++/toml.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <span>

#include "base/file.h"
#include "base/run_error.h"
#include "batch/check_template.h"
#include "card/fill_text.h"
#include "docs/code_words.h"
#include "docs/draw_example.h"
#include "docs/markdown.h"
#include "golden/compare.h"
#include "model/photo_limits.h"
#include "support/build_paths.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {
namespace fs = std::filesystem;

const fs::path docs = PEHCHAN_SOURCE "/docs";
constexpr const char* link_base = "https://example.org/c/";

/// The tables of a template that a function of src/card reads: how an example writes one, and how a heading of the
/// document names it.
struct Table {
  std::vector<std::string> path;  ///< "*": any key
  std::string heading;
};
const std::map<std::string, Table> tables = {
    {"read_template", {{}, "The card"}},
    {"read_style", {{"styles", "*"}, "A style: `[styles.NAME]`"}},
    {"read", {{"*"}, "A side: `[front]` and `[back]`"}},
    {"read_portrait", {{"*", "portrait"}, "The portrait: `[front.portrait]`"}},
    {"read_qr", {{"*", "qr"}, "The QR code: `[back.qr]`"}},
    {"read_text", {{"*", "text"}, "A text: `[[front.text]]`"}},
    {"read_barcode", {{"*", "barcode"}, "A barcode: `[[front.barcode]]`"}},
    {"read_picture", {{"*", "picture"}, "A picture: `[[front.picture]]`"}},
    {"read_rectangle", {{"*", "rectangle"}, "A rectangle: `[[front.rectangle]]`"}},
    {"read_line", {{"*", "line"}, "A line: `[[front.line]]`"}},
    {"read_limit", {{"photo_limits", "*"}, "Which photos will do: `[photo_limits]`"}},
};

bool has_key(const toml::node& node, std::span<const std::string> path, const std::string& key) {
  if (const toml::array* list = node.as_array())
    return std::any_of(list->begin(), list->end(), [&](const toml::node& one) { return has_key(one, path, key); });
  const toml::table* table = node.as_table();
  if (table == nullptr) return false;
  if (path.empty()) return table->contains(key);
  return std::any_of(table->begin(), table->end(), [&](const auto& entry) {
    return (path[0] == "*" || entry.first.str() == path[0]) && has_key(entry.second, path.subspan(1), key);
  });
}

class TemplatesMd : public testing::Test {
 protected:
  std::vector<std::string> below(const std::string& heading) const { return pehchan::below(text_, heading); }
  std::vector<std::string> row_of(const std::string& heading, const std::string& word) const {
    return pehchan::row_of(text_, heading, word);
  }
  /// What is wrong with this card.toml; nothing: empty.
  std::string told_of(const std::string& toml) const {
    const ScratchFolder work;
    write_template(set_, toml, work / "my-card");
    try {
      read_template(work / "my-card", fonts_, link_base);
    } catch (const RunError& error) {
      std::string told = error.what();
      for (auto at = told.find(work.path().string()); at != std::string::npos; at = told.find(work.path().string()))
        told.erase(at, work.path().string().size() + 1);
      return told;
    }
    return "";
  }

  const std::string text_ = read_file(docs / "templates.md", 1'000'000);
  const ExampleSet set_ = read_examples(text_);
  const FontSet fonts_;
};

TEST_F(TemplatesMd, HasExamplesThatAreRightTemplates) {
  EXPECT_EQ(told_of(set_.base), "");
  EXPECT_GT(set_.examples.size(), 20U);
  for (const Example& example : set_.examples)
    EXPECT_EQ(told_of(composed(set_.base, example.toml)), "") << example.name;
}

TEST_F(TemplatesMd, ShowsWhatItsExamplesGive) {
  for (const Example& example : set_.examples) {
    if (!example.is_seen) continue;
    for (const std::string& shown : example.who) {
      SCOPED_TRACE(example.picture(shown));
      const fs::path kept = docs / "images" / "templates" / (example.picture(shown) + ".png");
      ASSERT_TRUE(fs::exists(kept)) << "build the target docs";
      const DrawnExample drawn = draw_example(set_, example, shown);
      EXPECT_EQ(drawn.faults.empty(), !example.is_unfit)
          << (drawn.faults.empty() ? "everything fits" : drawn.faults.front().problem.reason.en);
      if (difference(drawn.picture, read_png(kept)).is_same()) continue;
      fs::create_directories(PEHCHAN_ACTUAL);
      write_png(drawn.picture, fs::path(PEHCHAN_ACTUAL) / kept.filename());
      ADD_FAILURE() << "looks different: see " << PEHCHAN_ACTUAL << "; if it is right, build the target docs";
    }
  }
}

TEST_F(TemplatesMd, ShowsEveryPictureAndKeepsNoOther) {
  std::set<std::string> drawn, shown, kept;
  for (const Example& example : set_.examples)
    for (const std::string& who : example.who)
      if (example.is_seen) drawn.insert(example.picture(who) + ".png");
  for (const std::string& name : matches(text_, R"re(!\[[^\]]+\]\(images/templates/([^)]+)\))re")) shown.insert(name);
  for (const auto& entry : fs::directory_iterator(docs / "images" / "templates")) {
    kept.insert(entry.path().filename());
    EXPECT_LE(entry.file_size(), 12U * 1024) << entry.path();
  }
  EXPECT_EQ(shown, drawn);
  EXPECT_EQ(kept, drawn);
}

TEST_F(TemplatesMd, TellsOfEveryKeyAndShowsIt) {
  std::set<std::string> readers;
  for (const AllowedKeys& allowed : allowed_keys()) {
    readers.insert(allowed.reader);
    ASSERT_TRUE(tables.contains(allowed.reader)) << "what table does " << allowed.reader << " read?";
    const Table& table = tables.at(allowed.reader);
    for (const std::string& key : allowed.keys) {
      SCOPED_TRACE(table.heading + ", " + key);
      const auto row = row_of(table.heading, key);
      EXPECT_FALSE(row.empty()) << "has no row in the table below the heading";
      std::map<std::string, bool> uses;
      for (const Example& example : set_.examples)
        if (has_key(toml::parse(example.toml), table.path, key))
          for (const std::string& who : example.who) uses[example.picture(who)] = true;
      EXPECT_FALSE(uses.empty()) << "has no example";
      if (row.empty()) continue;
      const auto pictures = matches(row.back(), R"re(\(images/templates/([^)]+)\.png\))re");
      const bool may_be_unseen = allowed.reader == "read_limit" || key == "photo_limits";
      EXPECT_TRUE(may_be_unseen || (!pictures.empty() && uses.contains(pictures.front())))
          << "its row shows no example with it";
    }
  }
  EXPECT_EQ(readers.size(), tables.size());
}

TEST_F(TemplatesMd, TellsOfEveryFieldFilterAndMeasure) {
  for (const std::string_view field : field_names)
    EXPECT_FALSE(row_of("Fields", "{" + std::string(field) + "}").empty()) << field;
  EXPECT_FALSE(row_of("Fields", "{card_no}").empty());
  const auto names = filter_names();
  EXPECT_GT(names.size(), 10U);
  std::set<std::string> shown;
  for (const std::string& line : below("Filters"))
    for (const std::string& name : matches(line, R"re(\\\|([a-z-]+))re")) shown.insert(name);
  for (const std::string& name : names) EXPECT_TRUE(shown.contains(name)) << name;
  for (const PhotoLimit& limit : PhotoLimits().all)
    EXPECT_FALSE(row_of("Which photos will do: `[photo_limits]`", std::string(limit.name)).empty()) << limit.name;
}

TEST_F(TemplatesMd, SaysOfEachFilterWhatItPrints) {
  int rows = 0;
  for (const std::string& line : below("Filters")) {
    if (!line.starts_with("| `{")) continue;
    const auto cells = cells_of(line);
    ASSERT_GE(cells.size(), 3U) << line;
    const auto pieces = parse_pattern(cells[0].substr(1, cells[0].size() - 2));
    ASSERT_TRUE(pieces) << line;
    Member member;
    member[pieces->front().place.value().field.value()] = cells[1];
    EXPECT_EQ(fill(*pieces, member, {}), cells[2]) << line;
    ++rows;
  }
  EXPECT_GT(rows, 15);
}

TEST_F(TemplatesMd, TellsMistakesInTheProgramsWords) {
  std::map<std::string, std::string> wrong;
  int told = 0;
  for (const FencedBlock& block : fenced_blocks(text_)) {
    if (block.has("mistake")) wrong[block.mark("mistake")] = set_.base + "\n" + block.text;
    if (!block.has("told")) continue;
    ++told;
    EXPECT_EQ(told_of(wrong.at(block.mark("told"))) + "\n", block.text);
  }
  EXPECT_GT(told, 0);
  const std::string messages = literals_in_code();
  for (const std::string& line : below("What is refused, and why")) {
    if (!line.starts_with("| `")) continue;
    const std::string cell = cells_of(line)[0], message = cell.substr(1, cell.size() - 2);
    const std::string written = std::regex_replace(message, std::regex(": …$"), ": ");  // a library's own words
    EXPECT_NE(messages.find(written), std::string::npos) << message;
  }
}

TEST_F(TemplatesMd, HasLinksThatLeadSomewhere) {
  std::set<std::string> anchors;
  for (const std::string& line : lines_of(text_))
    if (line.starts_with('#')) anchors.insert(anchor_of(line.substr(line.find_first_not_of("# "))));
  for (const std::string& target : matches(text_, R"re(\]\(([^)]+)\))re")) {
    const bool is_within = target.starts_with('#');
    EXPECT_TRUE(is_within ? anchors.contains(target.substr(1)) : fs::exists(docs / target)) << target;
  }
}

}  // namespace
}  // namespace pehchan

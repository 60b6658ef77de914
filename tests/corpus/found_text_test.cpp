// Names and places are found and copied whole, in every script, out of a finished PDF.
#include <gtest/gtest.h>

#include <utility>

#include "corpus/drawn_lines.h"
#include "corpus/pdf_readers.h"
#include "support/browser.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {

constexpr double sizes_pt[] = {6, 9.5, 14};

using Lines = std::vector<std::string>;

std::vector<DrawnPage> pages_of(const Lines& lines) {
  std::vector<DrawnPage> pages;
  for (const int weight : {font_weight::regular, font_weight::bold})
    for (const double size : sizes_pt) pages.push_back({lines, {"Noto Sans", weight, size}});
  return pages;
}

Lines expected(const std::vector<DrawnPage>& pages) {
  std::string text;
  for (const DrawnPage& page : pages)
    for (const std::string& line : page.lines) text += line + "\n";
  return lines_of(text);
}

void expect_whole(const std::string& found, const std::vector<DrawnPage>& pages, const char* reader) {
  const Lines wanted = expected(pages), got = lines_of(found);
  for (std::size_t i = 0; i < std::min(wanted.size(), got.size()); ++i)
    ASSERT_EQ(got[i], wanted[i]) << reader << ", line " << i + 1;
  EXPECT_EQ(got.size(), wanted.size()) << reader;
}

class FoundText : public testing::TestWithParam<std::string> {};

TEST_P(FoundText, IsWholeInPoppler) {
  const ScratchFolder folder;
  const std::filesystem::path pdf = folder / "lines.pdf";
  const std::vector<DrawnPage> pages = pages_of(hard_lines(GetParam()));
  write_pages(pdf, pages);
  expect_whole(read_by_pdftotext(pdf), pages, "pdftotext");
  expect_whole(read_by_pdftotext(pdf, "-layout"), pages, "pdftotext -layout");
  expect_whole(read_by_poppler(pdf), pages, "poppler-cpp");
}

INSTANTIATE_TEST_SUITE_P(Scripts, FoundText, testing::ValuesIn(scripts),
                         [](const auto& script) { return script.param; });

// On most sheets: Poppler asks which way most of a page's letters run.
TEST(FoundText, OfUrduIsWholeInPopplerOnAPageOfLatin) {
  const ScratchFolder folder;
  Lines lines = hard_lines("latin");
  for (const char* urdu : {"محمد عرفان خان", "غلام مصطفیٰ", "مصطفیٰ احمد", "زیب النساء بیگم"}) lines.push_back(urdu);
  const std::vector<DrawnPage> pages = pages_of(lines);
  write_pages(folder / "lines.pdf", pages);
  expect_whole(read_by_pdftotext(folder / "lines.pdf"), pages, "pdftotext");
}

// All scripts in one file, because the browser costs more than they.
TEST(FoundText, IsWholeInChromium) {
  if (!Browser::is_installed()) GTEST_SKIP() << Browser::skipped;
  const ScratchFolder folder;
  std::vector<DrawnPage> pages;
  for (const std::string& script : scripts)
    for (DrawnPage& page : pages_of(hard_lines(script))) pages.push_back(std::move(page));
  write_pages(folder / "lines.pdf", pages);
  Browser browser(1000, 800);
  expect_whole(browser.text_of_pdf(folder / "lines.pdf"), pages, "PDFium");
}

TEST(HardLines, AreEnoughForEachScript) {
  for (const std::string& script : scripts) EXPECT_GE(hard_lines(script).size(), 30U) << script;
}

}  // namespace
}  // namespace pehchan

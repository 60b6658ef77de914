// Names and places are found and copied whole, in every script, out of a finished PDF.
#include <gtest/gtest.h>

#include <algorithm>
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

std::vector<DrawnPage> turned_pages_of(const Lines& lines) {
  std::vector<DrawnPage> pages;
  for (const int turns : {1, 2, 3}) pages.push_back({lines, {"Noto Sans", font_weight::regular, 9.5}, turns});
  return pages;
}

Lines expected(const std::vector<DrawnPage>& pages) {
  std::string text;
  for (const DrawnPage& page : pages)
    for (const std::string& line : page.lines) text += line + "\n";
  return lines_of(text);
}

/// Lines one beside the other, as turned pages have them, are read in an order of the reader's own.
enum class Order { as_drawn, any };

void expect_whole(const std::string& found, const std::vector<DrawnPage>& pages, const char* reader,
                  Order order = Order::as_drawn) {
  Lines wanted = expected(pages), got = lines_of(found);
  if (order == Order::any) std::sort(wanted.begin(), wanted.end()), std::sort(got.begin(), got.end());
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

TEST_P(FoundText, IsWholeInPopplerOnTurnedCards) {
  const ScratchFolder folder;
  const std::vector<DrawnPage> pages = turned_pages_of(hard_lines(GetParam()));
  write_pages(folder / "lines.pdf", pages);
  expect_whole(read_by_pdftotext(folder / "lines.pdf"), pages, "pdftotext", Order::any);
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
void expect_whole_in_chromium(std::vector<DrawnPage> (*pages_of_script)(const Lines&), Order order) {
  if (!Browser::is_installed()) GTEST_SKIP() << Browser::skipped;
  const ScratchFolder folder;
  std::vector<DrawnPage> pages;
  for (const std::string& script : scripts)
    for (DrawnPage& page : pages_of_script(hard_lines(script))) pages.push_back(std::move(page));
  write_pages(folder / "lines.pdf", pages);
  Browser browser(1000, 800);
  expect_whole(browser.text_of_pdf(folder / "lines.pdf"), pages, "PDFium", order);
}

TEST(FoundText, IsWholeInChromium) { expect_whole_in_chromium(pages_of, Order::as_drawn); }

TEST(FoundText, IsWholeInChromiumOnTurnedCards) { expect_whole_in_chromium(turned_pages_of, Order::any); }

TEST(HardLines, AreEnoughForEachScript) {
  for (const std::string& script : scripts) EXPECT_GE(hard_lines(script).size(), 30U) << script;
}

}  // namespace
}  // namespace pehchan

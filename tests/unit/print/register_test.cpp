#include "print/register.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/run_error.h"
#include "draw/measure.h"
#include "print/lay_out_register.h"
#include "print/read_back.h"
#include "print/register_page.h"
#include "print/register_table.h"
#include "support/run_program.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {

const std::string long_hindi =
    "चंद्रशेखरसुब्रह्मण्यम वेंकटनरसिंहराजुवारिपेटा रामचंद्रराजु श्रीनिवास रघुनाथ चारी सिंह ठाकुर प्रसाद मिश्र कौशल";
const std::string long_latin =
    "Chandrashekharasubrahmanyam Venkatanarasimharajuvaripeta Ramachandraraju Sreenivasa Chari";

RegisterEntry entry(std::size_t i) {
  static const RegisterEntry names[] = {{"", "Savitri Devi Kushwaha", "सावित्री देवी कुशवाहा"},
                                        {"", "", "ज्योत्स्ना लक्ष्मीबाई राजपूत त्रिपाठी शर्मा"},
                                        {"", "Abdul Rehman Khan", ""},
                                        {"", long_latin, long_hindi}};
  RegisterEntry one = names[i % std::size(names)];
  one.card_number = fmt::format("PP-NDG-{:06}-X", i);
  return one;
}

HandoverRegister register_of(std::size_t booths, std::size_t cards) {
  HandoverRegister job{"J0003", "2026-03-31", {}};
  for (std::size_t b = 0; b < booths; ++b) {
    RegisterBooth booth{"मध्य प्रदेश", "नंदीगढ़", "देवकुंड", std::to_string(101 + b), "प्राथमिक विद्यालय", {}};
    for (std::size_t i = 0; i < cards; ++i) booth.entries.push_back(entry(b * cards + i));
    job.booths.push_back(std::move(booth));
  }
  return job;
}

std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

class Register : public testing::Test {
 protected:
  /// The words of every page, run together.
  std::vector<std::string> texts_of(const HandoverRegister& job) const {
    paint_register(job, fonts_, folder_ / "register.pdf");
    const std::string bytes = bytes_of(folder_ / "register.pdf");
    const PdfReader reader(bytes, "register");
    std::vector<std::string> texts(reader.pages());
    for (std::size_t page = 0; page < texts.size(); ++page)
      for (const auto& word : reader.words(page)) texts[page] += word.text;
    return texts;
  }
  void expect_inside(const PagePart& page, const Rect& area) const {
    for (const Tint& tint : page.tints) EXPECT_TRUE(contains(area, tint.area));
    for (const Rule& rule : page.rules)
      for (const Point& end : {rule.from, rule.to}) EXPECT_TRUE(contains(area, {end.x, end.y, {}, {}}));
    for (const DrawnText& text : page.texts)
      for (const TextLine& line : text.lines) {
        const TextExtent extent = measure_line(fonts_, text.font, line.text);
        EXPECT_TRUE(contains(area, {line.baseline.x - extent.overhang, line.baseline.y - extent.ink_ascent,
                                    extent.width, extent.ink_ascent + extent.ink_descent}))
            << line.text;
      }
  }
  const FontSet fonts_;
  const ScratchFolder folder_;
};

TEST_F(Register, EveryBoothBeginsOnAPageOfItsOwn) {
  const auto texts = texts_of(register_of(40, 2));
  ASSERT_EQ(texts.size(), 40U);
  for (std::size_t b = 0; b < texts.size(); ++b) {
    EXPECT_NE(texts[b].find(fmt::format("Booth{}", 101 + b)), std::string::npos) << texts[b];
    EXPECT_NE(texts[b].find("Page1/1"), std::string::npos);
    EXPECT_EQ(count_of(texts[b], "Handedoverby"), 1U);
    for (const std::size_t i : {2 * b, 2 * b + 1})
      EXPECT_NE(texts[b].find(entry(i).card_number), std::string::npos) << texts[b];
  }
}

TEST_F(Register, EveryCardAndNameCanBeFoundOnceAndInOrder) {
  const auto job = register_of(1, 60);
  const auto texts = texts_of(job);
  std::string all;
  for (const auto& text : texts) all += text;
  std::size_t from = 0;
  for (const RegisterEntry& one : job.booths[0].entries) {
    EXPECT_EQ(count_of(all, one.card_number), 1U) << one.card_number;
    const auto at = all.find(one.card_number);
    EXPECT_GE(at, from);
    from = at;
  }
  EXPECT_EQ(count_of(all, without_spaces("सावित्री देवी कुशवाहा")), 15U);
  EXPECT_EQ(count_of(all, without_spaces("Abdul Rehman Khan")), 15U);
  EXPECT_EQ(count_of(all, without_spaces("ज्योत्स्ना लक्ष्मीबाई राजपूत त्रिपाठी शर्मा")), 15U);
}

TEST_F(Register, PagesOfABoothAreCountedAndOnlyTheLastIsClosed) {
  const auto texts = texts_of(register_of(2, 60));
  ASSERT_EQ(texts.size() % 2, 0U);
  const std::size_t pages = texts.size() / 2;
  ASSERT_GT(pages, 2U);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::size_t page = i % pages + 1;
    EXPECT_NE(texts[i].find(fmt::format("Page{}/{}", page, pages)), std::string::npos) << texts[i];
    EXPECT_NE(texts[i].find("Cardno."), std::string::npos) << "the heading row is repeated";
    EXPECT_NE(texts[i].find("J0003"), std::string::npos);
    EXPECT_EQ(count_of(texts[i], "Handedoverby"), page == pages ? 1U : 0U);
  }
}

TEST_F(Register, TheLinesThatCloseABoothNeverStandWithoutARow) {
  for (std::size_t cards = 1; cards < 45; ++cards) {
    const auto job = register_of(1, cards);
    const auto pages = lay_out_booth(fonts_, job, job.booths[0]);
    const auto has_last = [&](const DrawnText& text) {
      return text.lines[0].text == job.booths[0].entries.back().card_number;
    };
    EXPECT_TRUE(std::any_of(pages.back().texts.begin(), pages.back().texts.end(), has_last)) << cards;
  }
}

TEST_F(Register, NothingIsOutsideTheMargins) {
  for (std::size_t cards = 0; cards < 45; cards += 4) {
    auto job = register_of(1, cards);
    if (cards % 8 == 0) {
      auto& booth = job.booths[0];
      booth.booth_name = booth.block = booth.district = booth.state = long_hindi;
      job.job = long_latin;
    }
    for (const PagePart& page : lay_out_booth(fonts_, job, job.booths[0])) expect_inside(page, register_page::area);
  }
}

TEST_F(Register, ARowIsHighEnoughToSignInAndGrowsWithItsNames) {
  const Rect wide{register_page::area.x, {}, register_page::area.width, {}};
  for (std::size_t i = 0; i < 4; ++i) {
    const PagePart row = register_row(fonts_, i + 1, entry(i));
    EXPECT_GE(row.height, 11_mm);
    EXPECT_LE(row.height, i == 3 ? 40_mm : 12.5_mm);
    expect_inside(row, {wide.x, {}, wide.width, row.height});
  }
}

TEST_F(Register, ANameIsNeverShortened) {
  const auto texts = texts_of(register_of(1, 4));
  EXPECT_NE(texts[0].find(without_spaces(long_hindi)), std::string::npos) << texts[0];
  EXPECT_NE(texts[0].find(without_spaces(long_latin)), std::string::npos) << texts[0];
}

TEST_F(Register, ACharacterThatNoFontHasStopsNothing) {
  auto job = register_of(1, 2);
  job.booths[0].entries[0].name = "Li 中 Wei";
  EXPECT_NE(texts_of(job)[0].find("PP-NDG-000001-X"), std::string::npos);
}

TEST_F(Register, TheSameRegisterGivesTheSameBytes) {
  const auto job = register_of(3, 20);
  paint_register(job, fonts_, folder_ / "one.pdf");
  paint_register(job, FontSet(), folder_ / "two.pdf");
  EXPECT_EQ(bytes_of(folder_ / "one.pdf"), bytes_of(folder_ / "two.pdf"));
}

TEST_F(Register, NothingElseIsLeftInTheFolder) {
  paint_register(register_of(1, 1), fonts_, folder_ / "register.pdf");
  const std::filesystem::directory_iterator files(folder_.path());
  EXPECT_EQ(std::distance(begin(files), end(files)), 1);
}

TEST_F(Register, AFolderThatIsNotThereIsTold) {
  try {
    paint_register(register_of(1, 1), fonts_, folder_ / "nowhere" / "register.pdf");
    ADD_FAILURE() << "it was painted";
  } catch (const RunError& error) {
    EXPECT_EQ(error.code, ExitCode::cannot_create);
  }
}

}  // namespace
}  // namespace pehchan

#include "roll/workbook.h"

#include <gtest/gtest.h>
#include <xlsxwriter.h>

#include "base/atomic_file.h"
#include "roll/table_writer.h"
#include "roll/workbook_limits.h"
#include "support/scratch_folder.h"
#include "unit/roll/rolls.h"
#include "unit/roll/zip_file.h"

namespace pehchan {
namespace {
using namespace testing_rolls;
namespace fs = std::filesystem;

const std::vector<std::string> headings = {"member_no", "name",  "booth_no", "block",
                                           "district",  "photo", "status",   "confirmed_on"};
const std::vector<std::string> good = {"UP-1",   "Asha Test", "12",        "Bandi",
                                       "Jhansi", "a.jpg",     "confirmed", "31-03-2026"};

class Workbook : public testing::Test {
 protected:
  RollSource source(const std::string& name = "roll.xlsx") const { return {.where = (folder / name).string()}; }

  RunError refused(const RollSource& roll) const {
    try {
      read_roll(roll);
    } catch (const RunError& error) {
      return error;
    }
    return {ExitCode::ok, "no error"};
  }
  RunError refused(const std::string& bytes) const {
    write_file(folder / "roll.xlsx", bytes);
    return refused(source());
  }

  ScratchFolder folder;
};

/// A workbook with cells of other types than text.
class Typed {
 public:
  explicit Typed(const fs::path& file) : book_(workbook_new(file.c_str())) {
    sheet_ = workbook_add_worksheet(book_, "Roll");
    for (std::size_t i = 0; i < headings.size(); ++i) text(0, i, headings[i]);
  }
  ~Typed() { workbook_close(book_); }
  Typed(const Typed&) = delete;
  Typed& operator=(const Typed&) = delete;

  void member(std::size_t row) {
    for (std::size_t i = 0; i < good.size(); ++i) text(row, i, good[i]);
  }
  void text(std::size_t row, std::size_t column, const std::string& value) {
    worksheet_write_string(sheet_, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), value.c_str(), nullptr);
  }
  void number(std::size_t row, std::size_t column, double value, const char* format) {
    lxw_format* const shape = workbook_add_format(book_);
    format_set_num_format(shape, format);
    worksheet_write_number(sheet_, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), value, shape);
  }
  void bold_and_plain(std::size_t row, std::size_t column, std::string bold, std::string plain) {
    lxw_format* const heavy = workbook_add_format(book_);
    format_set_bold(heavy);
    lxw_rich_string_tuple first{heavy, bold.data()}, second{nullptr, plain.data()};
    lxw_rich_string_tuple* parts[] = {&first, &second, nullptr};
    worksheet_write_rich_string(sheet_, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), parts, nullptr);
  }

 private:
  lxw_workbook* book_;
  lxw_worksheet* sheet_;
};

TEST_F(Workbook, XlsxAndOdsAreKnownByTheirBytesAndNotByTheirNames) {
  for (const bool is_ods : {false, true}) {
    const fs::path file = folder / (is_ods ? "a.csv" : "b.csv");
    const auto table = is_ods ? make_ods_table(file, "Members") : make_xlsx_table(file, "Members");
    table->row(headings);
    table->row(good);
    table->commit();
    const Roll roll = read_roll({.where = file.string()});
    EXPECT_EQ(numbers(roll), Lines{"UP-1"}) << is_ods;
    EXPECT_EQ(roll.confirmed[0][Field::confirmed_on], "2026-03-31");
    EXPECT_EQ(roll.confirmed[0].row, 2U);
  }
}

TEST_F(Workbook, RowsAreNumberedAsTheSpreadsheetShowsThem) {
  {
    Typed book(folder / "roll.xlsx");
    book.member(3);
    book.text(7, 0, "UP-2");
  }
  const Roll roll = read_roll(source());
  EXPECT_EQ(roll.rows, 2U);
  ASSERT_EQ(roll.confirmed.size(), 1U);
  EXPECT_EQ(roll.confirmed[0].row, 4U);
  EXPECT_EQ(roll.withheld[0].member.row, 8U);
}

TEST_F(Workbook, ANumberThatWasShortenedIsWithheldAndNotPrinted) {
  {
    Typed book(folder / "roll.xlsx");
    book.member(1);
    book.number(1, 0, 912345678901234567.0, "General");
  }
  EXPECT_EQ(told(read_roll(source())), Lines{"2 member_no number_shortened"});
}

TEST_F(Workbook, ZerosThatAreOnlyShownAreNotThere) {
  {
    Typed book(folder / "roll.xlsx");
    book.member(1);
    book.number(1, 2, 7, "0000");
  }
  EXPECT_EQ(read_roll(source()).confirmed.at(0)[Field::booth_no], "7");
}

TEST_F(Workbook, DatesOfTheSpreadsheetAreDates) {
  {
    Typed book(folder / "roll.xlsx");
    book.member(1);
    book.number(1, 7, 46112, "dd/mm/yyyy");
    book.member(2);
    book.text(2, 0, "UP-2");
    book.number(2, 7, 46112.5, "dd/mm/yyyy hh:mm");
  }
  const Roll roll = read_roll(source());
  ASSERT_EQ(roll.confirmed.size(), 2U);
  EXPECT_EQ(roll.confirmed[0][Field::confirmed_on], "2026-03-31");
  EXPECT_EQ(roll.confirmed[1][Field::confirmed_on], "2026-03-31");
}

TEST_F(Workbook, TextInSeveralStylesIsOneText) {
  {
    Typed book(folder / "roll.xlsx");
    book.member(1);
    book.bold_and_plain(1, 1, "Asha", " Devi");
  }
  EXPECT_EQ(read_roll(source()).confirmed.at(0)[Field::name], "Asha Devi");
}

std::string cell(const std::string& name, const std::string& text) {
  return "<c r=\"" + name + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

std::string sheet_row(int row, const std::vector<std::string>& cells, const std::string& replaced_name = {}) {
  std::string xml = "<row r=\"" + std::to_string(row) + "\">";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string name = static_cast<char>('A' + i) + std::to_string(row);
    xml += i == 1 && !replaced_name.empty() ? replaced_name : cell(name, cells[i]);
  }
  return xml + "</row>";
}

TEST_F(Workbook, AFormulaWithoutItsValueIsEmptyAndOneThatFailedIsTold) {
  write_file(folder / "roll.xlsx", xlsx_of(sheet_row(1, headings) + sheet_row(2, good, "<c r=\"B2\"><f>A1</f></c>") +
                                           sheet_row(3, good, "<c r=\"B3\" t=\"e\"><f>A1</f><v>#REF!</v></c>") +
                                           sheet_row(4, good, "<c r=\"B4\" t=\"str\"><f>A1</f><v>Asha</v></c>")));
  const Roll roll = read_roll(source());
  const Lines lines = told(roll);
  EXPECT_NE(std::find(lines.begin(), lines.end(), "2 name empty"), lines.end());
  EXPECT_NE(std::find(lines.begin(), lines.end(), "3 name spreadsheet_error"), lines.end());
  EXPECT_EQ(std::find(lines.begin(), lines.end(), "4 name empty"), lines.end());
}

TEST_F(Workbook, ACellBesideTheTableCostsItsOwnRowAlone) {
  {
    Typed book(folder / "roll.xlsx");
    book.member(1);
    book.member(2);
    book.text(2, 0, "UP-2");
    book.text(2, 11, "stray");
  }
  const Roll roll = read_roll(source());
  EXPECT_EQ(numbers(roll), Lines{"UP-1"});
  EXPECT_EQ(told(roll), Lines{"3  too_many_cells"});
}

TEST_F(Workbook, AWorksheetIsFoundByNameAndTheOthersAreTold) {
  const auto table = make_xlsx_table(folder / "roll.xlsx", "सदस्य 2026");
  table->row(headings);
  table->row(good);
  table->commit();
  RollSource roll = source();
  roll.worksheet = "सदस्य 2026";
  EXPECT_EQ(read_roll(roll).confirmed.size(), 1U);
  roll.worksheet = "Members";
  const RunError error = refused(roll);
  EXPECT_EQ(error.code, ExitCode::bad_input);
  EXPECT_NE(error.advice.find("सदस्य 2026"), std::string::npos) << error.advice;
}

TEST_F(Workbook, WhatIsNoWholeWorkbookIsBadInput) {
  const std::string whole = xlsx_of(sheet_row(1, headings) + sheet_row(2, good));
  write_file(folder / "roll.xlsx", whole);
  ASSERT_EQ(refused(source()).code, ExitCode::ok);
  for (const std::size_t length : {10U, 400U, 900U})
    EXPECT_EQ(refused(whole.substr(0, whole.size() - length)).code, ExitCode::bad_input) << length;
  EXPECT_EQ(refused(zip_of({{"letter.txt", "hello"}})).code, ExitCode::bad_input);
  EXPECT_EQ(refused(xlsx_of(sheet_row(1, headings) + sheet_row(2, good) + "<row r=\"3\"><c")).code, ExitCode::bad_input)
      << "broken in the middle: the rows before it must not pass for all";
  EXPECT_EQ(refused(xlsx_of(sheet_row(1, headings) + "<row r=\"1000000\"></row>")).code, ExitCode::bad_input);
  EXPECT_EQ(refused("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old").code, ExitCode::bad_input);
}

TEST_F(Workbook, AnArchiveThatUnpacksToTooMuchIsRefusedUnopened) {
  const RunError error = refused(zip_of({{"xl/workbook.xml", "x"}, {"bomb", "x", 0xFFFFFFF0}}));
  EXPECT_EQ(error.code, ExitCode::bad_input);
  EXPECT_NE(std::string(error.what()).find("MiB"), std::string::npos) << error.what();
}

TEST_F(Workbook, ASmallFileThatMakesManyCellsIsRefused) {
  std::string rows = "<row r=\"1\"><c r=\"BXX1\"><v>1</v></c></row>";
  for (int i = 2; i < 20'000; ++i) rows += "<row r='" + std::to_string(i) + "'/>";
  EXPECT_EQ(refused(xlsx_of(rows)).code, ExitCode::bad_input) << "each row is as wide as the widest";
  std::string gaps;
  for (int i = 1; i < 200; ++i) gaps += "<row r=\"" + std::to_string(i * 9'999) + "\"><c><v>1</v></c></row>";
  EXPECT_EQ(refused(xlsx_of(gaps)).code, ExitCode::bad_input) << "rows are skipped";
}

TEST(CellCount, WhatIsHiddenIsRefused) {
  const auto takes = [](std::string_view xml) {
    CellCount whole, pieces;
    bool is_taken = true;
    for (const char c : xml) is_taken = pieces.feed({&c, 1}) && is_taken;
    EXPECT_EQ(whole.feed(xml), is_taken) << "in one piece or many: " << xml;
    return is_taken;
  };
  EXPECT_TRUE(takes("<sheetData><row r=\"1\"><c r=\"A1\"/></row></sheetData>"));
  EXPECT_TRUE(takes("<!-- \" --><row r='1'/><![CDATA[ ' ]]>"));
  EXPECT_FALSE(takes("<!-- \" --><row r='2000000'/>"));
  EXPECT_FALSE(takes("<x a='>'/><row a=\">\" r = '2000000'/>"));
  EXPECT_FALSE(takes("<row r='&#50;000000'/>"));
  EXPECT_FALSE(takes("<c r='&#66;XX1'/>"));
  EXPECT_FALSE(takes("<!DOCTYPE x [<!ENTITY a '<row/>'>]>"));
  EXPECT_FALSE(takes(std::string_view("\xFF\xFE<\0r\0", 6)));
}

TEST(CellCount, RepeatedCellsAndRowsOfOdsCount) {
  const auto takes = [](std::string_view xml) { return CellCount().feed(xml); };
  const std::string wide = "<table:table-cell table:number-columns-repeated='1900' office:value='1'/>";
  const std::string row = "<table:table-row table:number-rows-repeated='9000'><table:table-cell/></table:table-row>";
  EXPECT_TRUE(takes("<t/>" + wide + row));
  EXPECT_FALSE(takes("<t/>" + wide + row + row));
  EXPECT_FALSE(takes("<t/>" + wide + row + "<table:table>" + wide + row)) << "all worksheets together";
  EXPECT_TRUE(
      takes("<t/><table:table-row table:number-rows-repeated='1048575'><table:table-cell "
            "table:number-columns-repeated='16384'/></table:table-row>"))
      << "the blank rest of a sheet";
}

TEST_F(Workbook, NamesThatGdalWouldTakeForItsOwnAreFiles) {
  for (const char* name : {"/vsizip/roll.xlsx", "/vsicurl/http://127.0.0.1/roll.xlsx", "<VRTDataset/>"})
    EXPECT_EQ(refused(RollSource{.where = name}).code, ExitCode::missing_input) << name;
}

}  // namespace
}  // namespace pehchan

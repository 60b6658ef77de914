#include "batch/export_cards.h"

#include "ledger/after_print.h"
#include "office.h"
#include "support/run_program.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

class ExportCards : public Office {
 protected:
  const fs::path file = folder / "cards.csv";
  const std::string header =
      "\xEF\xBB\xBF"
      "card_no,member_no,period,state,reason,replaces,job,file,sheet,slot,copy\r\n";
};

TEST_F(ExportCards, EveryCardIsALineWithItsPlace) {
  release(people(3));
  const auto numbers = numbers_of(people(4));
  void_card(ledger, {numbers[0]}, CardReason::withdrawn);
  const std::string next = replace_card(ledger, "M2", "1", CardReason::lost).ordered.text;
  EXPECT_EQ(export_cards(ledger, file), 5U);
  EXPECT_EQ(bytes_of(file), header + numbers[0] + ",M1,1,void,first,,J0001,sheets-0001.pdf,1,1,1\r\n" +  //
                                numbers[1] + ",M2,1,void,first,,J0001,sheets-0001.pdf,1,2,1\r\n" +       //
                                numbers[2] + ",M3,1,rendered,first,,J0001,sheets-0001.pdf,2,1,1\r\n" +   //
                                numbers[3] + ",M4,1,ordered,first,,,,,,\r\n" +                           //
                                next + ",M2,1,ordered,lost," + numbers[1] + ",,,,,\r\n");
}

TEST_F(ExportCards, HoldsNobodysName) {
  release(people(2));
  export_cards(ledger, file);
  for (const char* personal : {"Sample", "नमूना", "7000000001", "XYZ"})
    EXPECT_EQ(bytes_of(file).find(personal), std::string::npos) << personal;
}

TEST_F(ExportCards, AnEmptyLedgerIsAHeader) {
  EXPECT_EQ(export_cards(ledger, file), 0U);
  EXPECT_EQ(bytes_of(file), header);
}

TEST_F(ExportCards, MoreThanOneWriteIsStillOneFile) {
  numbers_of(people(25'000));
  EXPECT_EQ(export_cards(ledger, file), 25'000U);
  const std::string bytes = bytes_of(file);
  EXPECT_EQ(std::count(bytes.begin(), bytes.end(), '\n'), 25'001);
  EXPECT_GT(bytes.size(), 1U << 20);
  EXPECT_FALSE(fs::exists(file.string() + ".part"));
}

TEST_F(ExportCards, WhereNothingCanBeWrittenNothingIs) {
  EXPECT_EQ(code_of([&] { export_cards(ledger, folder / "no" / "cards.csv"); }), ExitCode::cannot_create);
}

}  // namespace
}  // namespace pehchan

// Cards of which a second copy is made: what is left out, and where the latest copy waits.
#include "cli/office.h"

namespace pehchan {
namespace {

using Copies = Office;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST_F(Copies, TheRegisterNamesTheJobOfTheCopyThatWaits) {
  issue();
  expect(0, {"printed", "J0001"});
  expect(0, {"spoilt", "J0001", "--sheet", "1", "--slots", "1,3"});
  const std::string told = say({"handover", "J0001"}).out;
  EXPECT_TRUE(has(told, "2 cards that nobody has said are printed (pehchan printed J0002")) << told;
  expect(0, {"printed", "J0002"});
  EXPECT_FALSE(has(say({"handover", "J0001"}).out, "left out"));
}

TEST_F(Copies, AWholeSpoiltSheetIsMadeAgainWithoutTheCardsThatAreDead) {
  issue();
  expect(0, {"printed", "J0001"});
  const std::string dead = number_of("PP/TST/000001"), handed = number_of("PP/TST/000003");
  expect(0, {"void", dead, "--reason", "withdrawn"});
  expect(0, {"handover", "J0001", "--signed", "--card", handed});
  const Finished named = say({"spoilt", "J0001", "--sheet", "1", "--slots", "1"});
  EXPECT_EQ(named.code, 65) << named.err;
  const Finished whole = say({"spoilt", "J0001", "--sheet", "1"});
  EXPECT_EQ(whole.code, 0) << whole.err;
  EXPECT_TRUE(has(whole.out, dead + " is void")) << whole.out;
  EXPECT_TRUE(has(whole.out, handed + " is handed over already")) << whole.out;
  EXPECT_TRUE(has(whole.out, "8 cards made again")) << whole.out;
  EXPECT_EQ(faults_of(ledger_), "");
}

}  // namespace
}  // namespace pehchan

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

}  // namespace
}  // namespace pehchan

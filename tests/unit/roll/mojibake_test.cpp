#include "roll/mojibake.h"

#include <gtest/gtest.h>

#include <fstream>

#include "support/build_paths.h"
#include "support/legacy_typing.h"
#include "unit/roll/rolls.h"

namespace pehchan {
namespace {
using namespace testing_rolls;

TEST(Mojibake, IsFoundInEveryScript) {
  EXPECT_EQ(as_mojibake("राम"), "à¤°à¤¾à¤®");
  for (const char* text : {"राम", "রাম", "ਰਾਮ", "રામ", "ରାମ", "ராம்", "రామ్", "ರಾಮ", "റാം", "ꯔꯥꯝ", "ᱨᱟᱢ", "رام",
                           "राम Kumar", "José", "Conceição", "ठ"})
    EXPECT_TRUE(is_mojibake(as_mojibake(text))) << text;
}

TEST(Mojibake, IsFoundInEveryHindiLine) {
  std::ifstream in(std::string(PEHCHAN_SOURCE) + "/tests/corpus/legacy_font/hindi.txt");
  std::size_t lines = 0;
  for (std::string line; std::getline(in, line); ++lines) {
    EXPECT_TRUE(is_mojibake(as_mojibake(line))) << line;
    EXPECT_FALSE(is_mojibake(line)) << line;
    EXPECT_FALSE(is_mojibake(in_kruti_dev(line))) << line;
    EXPECT_FALSE(is_mojibake(in_chanakya(line))) << line;
  }
  EXPECT_GE(lines, 300u);
}

TEST(Mojibake, IsNotSeenInNamesWithAccents) {
  for (const char* text : {"José María", "Conceição", "SÃO JOÃO", "Távora D’Lima", "Ñandú", "Ünal", "3½ à 4", "Ã", ""})
    EXPECT_FALSE(is_mojibake(text)) << text;
}

TEST(Mojibake, WithholdsTheRowWithThatReasonAlone) {
  EXPECT_EQ(told(read_one({{"name", as_mojibake("सुनीता देवी")}})), Lines{"2 name mojibake"});
  EXPECT_EQ(told(read_one({{"district", as_mojibake("प्रयागराज")}})), Lines{"2 district mojibake"})
      << "its control characters are not another problem";
}

}  // namespace
}  // namespace pehchan

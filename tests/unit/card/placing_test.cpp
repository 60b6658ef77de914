// Where boxes may lie, and how it is told that they lie wrong.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/run_error.h"
#include "card/parse_template.h"
#include "card/written_template.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {

bool tells(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string text_in(const std::string& box, const std::string& more = {}) {
  return "\n[[back.text]]\ntext = \"Scan\"\nbox = " + box + "\nstyle = \"name\"\n" + more;
}

TEST(Placing, TellsATextOnTheQrCodeOrThePortrait) {
  EXPECT_EQ(told(right_toml() + text_in("[30, 20, 20, 5]")),
            "31:7: the text \"Scan\" overlaps the QR code with its quiet zone: move one");
  EXPECT_TRUE(tells(told_after("[31, 14, 51, 9]", "[27, 14, 51, 9]"), "overlaps the portrait"));
}

TEST(Placing, LetsTextsShareRoom) {
  const std::string other = "[[front.text]]\ntext = \"{office}\"\nbox = [31, 14, 51, 9]\nstyle = \"name\"\n\n[back]";
  EXPECT_EQ(told_after("[back]", other), "accepted");
}

TEST(Placing, LetsElementsShareRoomThatNoCardHasBoth) {
  const std::string barcode = "\n[[back.barcode]]\ntext = \"{card_no}\"\nbox = [36, 30, 46, 9]\n";
  const std::string with_receipt = barcode + "when = \"channel = receipt\"\n", box = "[36, 30, 46, 9]";
  EXPECT_EQ(told(right_toml() + with_receipt + text_in(box, "when = \"channel = digital\"\n")), "accepted");
  EXPECT_EQ(told(right_toml() + with_receipt + text_in(box, "unless = \"channel\"\n")), "accepted");
  EXPECT_TRUE(tells(told(right_toml() + with_receipt + text_in(box, "unless = \"office\"\n")), "overlaps the barcode"));
  EXPECT_TRUE(tells(told(right_toml() + with_receipt + text_in(box)), "overlaps the barcode"));
}

TEST(Placing, TellsWhatLeavesTheSafeAreaAndWhereItIs) {
  for (const char* box : {"[2.9, 17, 25, 32]", "[3, 2, 25, 32]", "[58, 17, 25, 32]", "[3, 20, 25, 32]"}) {
    const std::string text = told(changed({{"[3, 17, 25, 32]", box}, {"[31, 14, 51, 9]", "[31, 4, 10, 9]"}}));
    EXPECT_TRUE(tells(text, "leaves the safe area, which is x 3 to 82.6, y 3 to 51")) << text;
  }
  EXPECT_EQ(told_after("[3, 17, 25, 32]", "[2.9, 17, 25, 32]"),
            "16:7: the portrait, x 2.9 to 27.9, y 17 to 49, leaves the safe area, which is x 3 to 82.6, y 3 to 51");
  EXPECT_EQ(told(changed({{"[3, 17, 25, 32]", "[3, 3, 25, 48]"}, {"[31, 14, 51, 9]", "[31.6, 3, 51, 9]"}})),
            "accepted");
}

TEST(Placing, TellsWhatLiesOverARoundCornerOfTheSafeArea) {
  const std::string very_round = "schema = 1\ncorner_radius_mm = 10";
  const auto told_at = [&](const std::string& box) {
    return told(changed({{"schema = 1", very_round},
                         {"[3, 17, 25, 32]", "[3, 10, 25, 32]"},
                         {"[31, 14, 51, 9]", box},
                         {"[4, 5, 30, 30]", "[4, 15, 30, 30]"}}));
  };
  const std::string over = "lies over a round corner of the safe area, whose radius is 7 mm: move it inward";
  EXPECT_TRUE(tells(told_at("[32.6, 3, 50, 6]"), "the text \"{name}\", x 32.6 to 82.6, y 3 to 9, " + over));
  EXPECT_TRUE(tells(told_at("[32.6, 45, 50, 6]"), over));
  EXPECT_EQ(told_at("[30.5, 3, 45, 6]"), "accepted") << "where the corner begins";
  EXPECT_EQ(told_at("[32.6, 20, 50, 6]"), "accepted");
}

TEST(Placing, TellsAMarginThatLeavesNoRoomOnce) {
  EXPECT_EQ(
      told_after("safe_margin_mm = 3", "safe_margin_mm = 20"),
      "16:7: the portrait, x 3 to 28, y 17 to 49, leaves the safe area, which is x 20 to 65.6, y 20 to 34\n"
      "20:7: the text \"{name}\", x 31 to 82, y 14 to 23, leaves the safe area, which is x 20 to 65.6, y 20 to 34\n"
      "27:7: the QR code with its quiet zone, x 4 to 34, y 5 to 35, leaves the safe area, which is x 20 to 65.6, "
      "y 20 to 34");
  EXPECT_EQ(told(changed({{"[85.6, 54]", "[85.6, 40]"},
                          {"safe_margin_mm = 3", "safe_margin_mm = 20"},
                          {"[3, 17, 25, 32]", "[3, 8, 25, 32]"}})),
            "4:18: \"safe_margin_mm\" leaves no room on the card: it must be less than half the shorter side, which is "
            "20 mm");
}

TEST(Placing, AloneDoesNotKeepATemplateFromBeingSeen) {
  const ScratchFolder folder;
  for (const char* name : {"front.svg", "back.svg"})
    std::ofstream(folder / name) << "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 89.6 58\"/>";
  const auto misplaced_in = [&](const std::string& toml) {
    std::ofstream(folder / "card.toml") << toml;
    Mistakes misplaced;
    EXPECT_EQ(parse_template(folder.path(), misplaced).front.texts.size(), 1U);
    return misplaced.told("card.toml");
  };
  EXPECT_EQ(misplaced_in(right_toml()), "");
  EXPECT_TRUE(tells(misplaced_in(changed({{"[31, 14, 51, 9]", "[20, 14, 51, 9]"}})), "overlaps the portrait"));
  EXPECT_TRUE(tells(misplaced_in(changed({{"[31, 14, 51, 9]", "[40, 14, 51, 9]"}})), "leaves the safe area"));
  EXPECT_THROW(misplaced_in(changed({{"[31, 14, 51, 9]", "[40, 14, 51, 9]"}, {"bleed_mm", "blead_mm"}})), RunError);
}

}  // namespace
}  // namespace pehchan

// Twelve captures of each card's picture, as phones make them, read by zxing. With PEHCHAN_CAPTURES=CARDS more cards
// than the few of every day; the table that it prints is the one of docs/performance.md.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <map>

#include "batch/digital_maker.h"
#include "batch/issue_options.h"
#include "card/lay_out.h"
#include "golden/render_card.h"
#include "support/scratch_folder.h"
#include "symbol/encode_qr.h"
#include "unit/digital/capture.h"

namespace pehchan {
namespace {

/// As a link to a page has it, or so long as a signed one is (docs/architecture.md).
std::string text_of(int card, bool is_signed) {
  const std::string number = "PCN-001-" + std::to_string(100'000 + card);
  if (!is_signed) return IssueOptions().link_base + number + "-X";
  std::string text = "6BF" + number;
  unsigned dice = static_cast<unsigned>(card) * 2654435761U + 1;
  while (text.size() < 480)
    text += "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"[(dice = dice * 1664525U + 1013904223U) >> 24 & 31];
  return text;
}

struct Rate {
  int read = 0, all = 0;
};

class Captures : public testing::TestWithParam<bool> {};

TEST_P(Captures, AtLeastNinetyNineOfAHundredAreReadFromThreePixelsAModule) {
  const char* asked = std::getenv("PEHCHAN_CAPTURES");
  const int cards = asked != nullptr ? std::atoi(asked) : 15;
  const FontSet fonts;
  const ScratchFolder folder;
  const DigitalDesign digital =
      digital_design(read_design("member", "a4-2x5", fonts, IssueOptions().link_base), fonts, folder / "ground.pdf");
  const CardTemplate& design = digital.design.sheet.card;
  CardCanvas canvas(fonts, digital.back, design.size, design.corner_radius);
  std::map<double, Rate> rates;
  Rate from_three;
  for (int card = 0; card < cards; ++card) {
    const auto symbol = encode_qr(text_of(card, GetParam()), {design.back.qr->box.width});
    ASSERT_TRUE(symbol);
    const auto drawings =
        lay_out_card(design, fonts, {invented_member(), CardNumber{"PCN-001-000001-1"}, invented_portrait(), *symbol});
    ASSERT_TRUE(drawings);
    const RgbPicture picture = canvas.draw(drawings->back);
    const double module = to_px(drawings->back.qr->box.width, picture_dpi) / symbol->modules;
    for (int which = 0; which < captures_a_card; ++which) {
      const Capture how = capture_of(card, which);
      const auto seed = static_cast<unsigned>(card * captures_a_card + which);
      const bool is_read = read_anywhere(captured(picture, module, how, seed)) == symbol->text;
      Rate& rate = rates[how.px_a_module];
      ++rate.all, rate.read += is_read;
      if (how.px_a_module >= 3) ++from_three.all, from_three.read += is_read;
    }
  }
  for (const auto& [px, rate] : rates) std::printf("%.2f px a module: %d of %d\n", px, rate.read, rate.all);
  std::printf("3 px and more: %d of %d\n", from_three.read, from_three.all);
  EXPECT_GE(from_three.read * 100, from_three.all * 99);
}

INSTANTIATE_TEST_SUITE_P(Of, Captures, testing::Values(false, true),
                         [](const auto& param) { return param.param ? "SignedCodes" : "Links"; });

}  // namespace
}  // namespace pehchan

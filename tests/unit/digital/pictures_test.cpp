#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

#include "batch/digital_maker.h"
#include "batch/issue_options.h"
#include "card/lay_out.h"
#include "digital/png.h"
#include "golden/render_card.h"
#include "golden/shipped_templates.h"
#include "print/page_picture.h"
#include "support/run_program.h"
#include "support/scratch_folder.h"
#include "symbol/encode_qr.h"

namespace pehchan {
namespace {

struct Difference {
  double mean = 0;  ///< of a colour's values, of 255
  double far = 0;   ///< share of them that are over 64 away: edges are drawn by two programs
};

/// Without the corners, which only pictures have round.
Difference difference(const RgbPicture& a, const RgbPicture& b) {
  const int corner = 40;
  double sum = 0, far = 0, all = 0;
  for (int y = 0; y < a.height; ++y)
    for (int x = 0; x < a.width; ++x) {
      const bool is_corner = (x < corner || x >= a.width - corner) && (y < corner || y >= a.height - corner);
      if (is_corner) continue;
      for (std::size_t c = 0; c < 3; ++c) {
        const std::size_t i = static_cast<std::size_t>(y) * a.row_bytes() + static_cast<std::size_t>(x) * 3 + c;
        const int apart = std::abs(a.pixels[i] - b.pixels[i]);
        sum += apart, far += apart > 64, ++all;
      }
    }
  return {sum / all, far / all};
}

class DigitalPictures : public testing::TestWithParam<const char*> {};

TEST_P(DigitalPictures, ShowWhatThePdfShows) {
  const ScratchFolder folder;
  const FontSet fonts;
  const DigitalDesign digital =
      digital_design(read_design(GetParam(), "a4-2x5", fonts, IssueOptions().link_base), fonts, folder / "ground.pdf");
  const Portrait portrait = invented_portrait(0.8);
  DigitalMaker maker(digital);
  std::filesystem::create_directories(folder / "card");
  const auto made = maker.make({.member = invented_member(),
                                .number = CardNumber{"PCN-001-000001-1"},
                                .qr_text = IssueOptions().link_base + "PCN-001-000001-1",
                                .portrait = portrait.jpeg,
                                .date = "2026-03-31"},
                               folder / "card");
  ASSERT_TRUE(made) << made.error();
  for (const auto& [name, page] : {std::pair{"front.png", 1}, {"back.png", 2}}) {
    const Picture png = read_png(folder / "card" / name);
    const RgbPicture drawn{.width = png.width, .height = png.height, .pixels = png.rgb};
    const PixelSize px = picture_size_of(digital.design.sheet.card.size);
    ASSERT_EQ(drawn.width, px.width);
    ASSERT_EQ(drawn.height, px.height);
    const Difference apart =
        difference(drawn, page_picture(folder / "card" / "card.pdf", page, drawn.width, drawn.height));
    EXPECT_LT(apart.mean, 2) << name;
    EXPECT_LT(apart.far, 0.006) << name;
    for (const int x : {0, drawn.width - 1})
      for (const int y : {0, drawn.height - 1})
        EXPECT_EQ(drawn.pixels[static_cast<std::size_t>(y) * drawn.row_bytes() + static_cast<std::size_t>(x) * 3], 255)
            << "a corner is not white";
  }
}

INSTANTIATE_TEST_SUITE_P(Of, DigitalPictures, testing::ValuesIn(shipped_templates),
                         [](const auto& param) { return in_test_name(param.param); });

}  // namespace
}  // namespace pehchan

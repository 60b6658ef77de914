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

/// Share of the px that have none like them on the same place of the other picture or beside it: two programs draw
/// edges, and where a module of a code begins, up to a px apart. Without the corners, which only pictures have round.
double unlike(const RgbPicture& a, const RgbPicture& b) {
  constexpr int corner = 40, alike = 96;
  const auto is_like = [&](int x, int y, int other_x, int other_y) {
    const std::size_t at = static_cast<std::size_t>(y) * a.row_bytes() + static_cast<std::size_t>(x) * 3;
    const std::size_t other = static_cast<std::size_t>(other_y) * b.row_bytes() + static_cast<std::size_t>(other_x) * 3;
    for (std::size_t c = 0; c < 3; ++c)
      if (std::abs(a.pixels[at + c] - b.pixels[other + c]) > alike) return false;
    return true;
  };
  int strange = 0;
  for (int y = 1; y < a.height - 1; ++y)
    for (int x = 1; x < a.width - 1; ++x) {
      if ((x < corner || x >= a.width - corner) && (y < corner || y >= a.height - corner)) continue;
      bool is_found = is_like(x, y, x, y);
      for (int i = 0; i < 9 && !is_found; ++i) is_found = is_like(x, y, x + i % 3 - 1, y + i / 3 - 1);
      strange += !is_found;
    }
  return static_cast<double>(strange) / (a.width * a.height);
}

class DigitalPictures : public testing::TestWithParam<const char*> {};

TEST_P(DigitalPictures, ShowWhatThePdfShows) {
  const ScratchFolder folder;
  const FontSet fonts;
  const DigitalDesign digital =
      digital_design(read_design(GetParam(), "a4-2x5", fonts, IssueOptions().link_base), fonts, folder / "ground.pdf");
  const CardTemplate& card = digital.design.sheet.card;
  const auto& window = card.front.portrait ? card.front.portrait : card.back.portrait;
  const Portrait portrait = invented_portrait(window ? window->box.width / window->box.height : 0.8);
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
    const RgbPicture seen = page_picture(folder / "card" / "card.pdf", page, drawn.width, drawn.height);
    EXPECT_LT(unlike(drawn, seen), 0.001) << name;
    EXPECT_LT(unlike(seen, drawn), 0.001) << name;
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

// Cards that hang upright, laid across in slots made for lying ones: painted, proofed, shown and taken back.
#include <gtest/gtest.h>

#include <algorithm>

#include "base/run_error.h"
#include "batch/issue_options.h"
#include "draw/handles.h"
#include "print/preview.h"
#include "print/printed_order.h"
#include "print/proof.h"
#include "print/read_back.h"
#include "print/released_portraits.h"
#include "sheet/impose.h"
#include "support/build_paths.h"
#include "support/run_program.h"

namespace pehchan {
namespace {

SheetDesign flipped_over(Duplex edge) {
  SheetDesign design = upright_order().design;
  design.format.duplex = edge;
  design.imposition = impose(design.format, *turn_to_fit(design.format, design.card.size));
  return design;
}

std::vector<ProofFault> proof(const std::filesystem::path& pdf, const SheetDesign& design,
                              const std::vector<ExpectedCard>& expected) {
  return proof_sheets(pdf, design, expected, PrintedOrder::slugs(2), 2);
}

class UprightCards : public testing::TestWithParam<Duplex> {
 protected:
  const PrintedOrder& order_ = upright_order();
  const SheetDesign design_ = flipped_over(GetParam());
};
INSTANTIATE_TEST_SUITE_P(Print, UprightCards, testing::Values(Duplex::long_edge, Duplex::short_edge));

TEST_P(UprightCards, PassTheirProof) {
  const auto pdf = order_.print(order_.drawings, "upright", design_);
  for (const auto& fault : proof(pdf, design_, order_.expected))
    ADD_FAILURE() << fault.sheet << ' ' << fault.slot << ' ' << fault.reason;
}

TEST_P(UprightCards, PaintedWithTheTopOnTheOtherSideDoNotPass) {
  SheetDesign wrong = design_;
  for (Slot& slot : wrong.imposition.front.slots) slot.turn = undone(slot.turn);
  EXPECT_EQ(proof(order_.print(order_.drawings, "wrong", wrong), design_, order_.expected).size(), 26U)
      << "every portrait is upside down, and every text beside its box";
}

TEST_P(UprightCards, GiveTheirPortraitsBackByteForByte) {
  const auto pdf = order_.print(order_.drawings, "upright", design_);
  const auto jpegs = released_portraits(pdf, 2, design_, first_slots(3));
  ASSERT_EQ(jpegs.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_TRUE(jpegs[i] == order_.drawings[10 + i].front.portrait->portrait.jpeg);
}

struct Shown {
  int width, height;
  std::uint32_t top, bottom;  ///< colours in the middle near the edges
};

Shown preview(const std::filesystem::path& pdf, int page, const Slot& slot) {
  std::string png = preview_png(pdf, page, slot.trim, 100, slot.turn);
  const auto read = [](void* rest, unsigned char* bytes, unsigned count) {
    auto& left = *static_cast<std::string_view*>(rest);
    if (left.size() < count) return CAIRO_STATUS_READ_ERROR;
    std::copy_n(left.begin(), count, bytes);
    left.remove_prefix(count);
    return CAIRO_STATUS_SUCCESS;
  };
  std::string_view rest = png;
  const SurfaceHandle image(cairo_image_surface_create_from_png_stream(read, &rest));
  const int width = cairo_image_surface_get_width(image.get()), height = cairo_image_surface_get_height(image.get());
  const auto at = [&](int x, int y) {
    const unsigned char* row =
        cairo_image_surface_get_data(image.get()) + y * cairo_image_surface_get_stride(image.get());
    return reinterpret_cast<const std::uint32_t*>(row)[x] & 0xffffffU;
  };
  return {width, height, at(width / 2, 8), at(width / 2, height - 8)};
}

TEST_P(UprightCards, AreShownUpright) {
  const auto pdf = order_.print(order_.drawings, "upright", design_);
  for (const CardSide side : {CardSide::front, CardSide::back}) {
    const auto shown = preview(pdf, side == CardSide::front ? 1 : 2, design_.imposition.side(side).slots[0]);
    EXPECT_NEAR(shown.width, 213, 1);
    EXPECT_NEAR(shown.height, 337, 1);
    EXPECT_EQ(shown.top, side == CardSide::front ? 0xff0000U : 0x0000ffU);
    EXPECT_EQ(shown.bottom, 0xeeeeeeU);
  }
}

// The bands along the tops of front and back lie on the same edge of the paper.
TEST_P(UprightCards, HaveTheirTopsAtTheSameEdgeOfThePaper) {
  const std::string bytes = bytes_of(order_.print(order_.drawings, "upright", design_));
  const PdfReader reader(bytes, "upright");
  const PageImage front = reader.render(0, 72), back = reader.render(1, 72);
  const auto is_band = [](const PageImage& image, const Rect& place) {
    const auto x = static_cast<int>(to_px(place.centre().x, 72)), y = static_cast<int>(to_px(place.centre().y, 72));
    return image.grey[static_cast<std::size_t>(y * image.width + x)] < 0xa0;
  };
  const SheetFormat& f = design_.format;
  for (const Slot& slot : design_.imposition.front.slots) {
    const Rect band{slot.trim.right() - 4_mm, slot.trim.y + 20_mm, 2_mm, 2_mm};
    Rect behind = band;
    if (f.duplex == Duplex::short_edge)
      behind.y = f.paper.height - band.bottom();
    else
      behind.x = f.paper.width - band.right();
    EXPECT_TRUE(is_band(front, band));
    EXPECT_TRUE(is_band(back, behind));
  }
}

TEST(UprightDesign, OfASizeThatFitsNeitherWayIsToldBoth) {
  const ScratchFolder folder;
  std::filesystem::copy(PEHCHAN_SOURCE "/tests/unit/print/lanyard", folder.path(),
                        std::filesystem::copy_options::recursive);
  std::string toml = bytes_of(folder / "card.toml");
  toml.replace(toml.find("85.60"), 5, "86.60");
  write_bytes(folder / "card.toml", toml);
  try {
    read_design(folder.path().string(), "a4-2x5", upright_order().fonts, IssueOptions().link_base);
    ADD_FAILURE() << "it was taken";
  } catch (const RunError& error) {
    EXPECT_EQ(error.code, ExitCode::bad_config);
    const std::string what = error.what();
    for (const char* size : {"53.98 × 86.6 mm", "85.6 × 53.98 mm", "53.98 × 85.6 mm"})
      EXPECT_NE(what.find(size), std::string::npos) << what;
  }
}

}  // namespace
}  // namespace pehchan

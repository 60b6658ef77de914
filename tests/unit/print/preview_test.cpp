#include "print/preview.h"

#include <cairo-pdf.h>
#include <gtest/gtest.h>

#include "base/run_error.h"
#include "draw/handles.h"
#include "support/scratch_folder.h"

namespace pehchan {
namespace {

constexpr Rect card{0_mm, 0_mm, 85.6_mm, 53.98_mm};

class Preview : public testing::Test {
 protected:
  void SetUp() override {
    const SurfaceHandle surface(cairo_pdf_surface_create(pdf_.c_str(), to_pt(card.width), to_pt(card.height)));
    cairo_surface_show_page(surface.get());
    cairo_surface_finish(surface.get());
  }
  const ScratchFolder folder_;
  const std::filesystem::path pdf_ = folder_ / "card.pdf";
};

TEST_F(Preview, IsAPng) { EXPECT_TRUE(preview_png(pdf_, 1, card, 50).starts_with("\x89PNG")); }

TEST_F(Preview, TooLargeToBeDrawnIsToldWithItsSize) {
  try {
    preview_png(pdf_, 1, card, 20'000);
    FAIL() << "drawn";
  } catch (const RunError& error) {
    EXPECT_EQ(error.code, ExitCode::cannot_create);
    EXPECT_STREQ(error.what(), "a picture of 67402 × 42504 pixels cannot be drawn");
    EXPECT_FALSE(error.advice.empty());
  }
}

}  // namespace
}  // namespace pehchan

#include "batch/try_card.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/file.h"
#include "batch/shown_members.h"
#include "card/parse_template.h"

namespace pehchan {
namespace {

constexpr const char* link = "https://example.org/c/XXX-000-000000-X";

struct TryCard : testing::Test {
  CardTemplate design = parse_template(data_folder() / "templates" / "member");
  FontSet fonts;
  StressCase one = shown_members({.template_name = "member"}).front();

  TriedCard tried(const std::optional<Portrait>& portrait = Portrait{}) const {
    return try_card(design, fonts, one.member, one.number, portrait, link);
  }
};

TEST_F(TryCard, HasAllThatFits) {
  const TriedCard card = tried();
  EXPECT_TRUE(card.unfit.empty());
  EXPECT_TRUE(card.drawings.front.portrait);
  EXPECT_TRUE(card.drawings.back.qr);
}

TEST_F(TryCard, NamesTheElementThatDoesNotFitAndDrawsTheOthers) {
  const std::size_t texts = tried().drawings.front.texts.size();
  auto element = std::ranges::find(design.front.texts, "{block}", &TextElement::text);
  element->box.width = 4_mm;
  const TriedCard card = tried();
  ASSERT_EQ(card.unfit.size(), 1U);
  EXPECT_EQ(card.unfit[0].problem.code, "text_too_long");
  EXPECT_EQ(card.unfit[0].problem.field, "block");
  EXPECT_EQ(card.unfit[0].problem.reason.en,
            "\"{block}\" does not fit its box of 4 × 5.4 mm: make the box larger or floor_pt smaller.");
  EXPECT_EQ(card.unfit[0].where, element->where);
  EXPECT_EQ(card.unfit[0].box, element->box);
  EXPECT_EQ(card.drawings.front.texts.size(), texts - 1);
  EXPECT_TRUE(card.drawings.back.qr);
}

TEST_F(TryCard, NamesAQrCodeThatIsTooDense) {
  design.back.qr->box.width = design.back.qr->box.height = 9_mm;
  const TriedCard card = tried();
  ASSERT_EQ(card.unfit.size(), 1U);
  EXPECT_EQ(card.unfit[0].problem.code, "qr_too_dense");
  EXPECT_EQ(card.unfit[0].problem.reason.en,
            "QR code is too dense to be read in its box of 9 × 9 mm: make the box larger.");
  EXPECT_EQ(card.unfit[0].side, CardSide::back);
  EXPECT_FALSE(card.drawings.back.qr);
  EXPECT_FALSE(card.drawings.front.texts.empty());
}

TEST_F(TryCard, IsDrawnWithoutAPortraitThatThereIsNot) {
  const TriedCard card = tried(std::nullopt);
  EXPECT_FALSE(card.drawings.front.portrait);
  EXPECT_FALSE(card.drawings.front.texts.empty());
}

}  // namespace
}  // namespace pehchan

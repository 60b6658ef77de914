// Shapes, pictures and barcodes: what goes with the background, what with each card.
#include <gtest/gtest.h>

#include "base/run_error.h"
#include "card/lay_out.h"
#include "card/written_template.h"

namespace pehchan {
namespace {

const Visibility always, if_office{Condition{Field::office, {}}, {}}, unless_office{{}, Condition{Field::office, {}}};
constexpr Colour red{1, 0, 0};

RectangleElement rectangle(const Rect& box, const Visibility& visibility) { return {box, {}, red, {}, {}, visibility}; }

PictureElement picture(const Rect& box, const Visibility& visibility) {
  static const auto file =
      std::make_shared<ArtworkFile>(ArtworkFile{.file = "logo.svg", .bytes = "<svg/>", .page = 1, .placeholders = {}});
  return {file, box, Align::right, VerticalAlign::top, visibility, {}};
}

/// One row of so many modules, all dark.
BarcodeSymbol symbol(int columns) {
  return {BarcodeKind::code128, "text", columns, 1, std::vector<std::uint8_t>(static_cast<std::size_t>(columns), 1)};
}

class LayOutElements : public testing::Test {
 protected:
  LayOutElements() {
    design_.front.texts.clear();
    member_.row = 7;
    member_[Field::member_no] = "UP/123";
    member_[Field::name] = "Savitri Devi";
  }
  Result<CardDrawings, std::vector<Problem>> lay_out() {
    const QrSymbol qr{"text", 0, 'M', 29, std::vector<std::uint8_t>(29 * 29, 1)};
    return lay_out_card(design_, fonts_, {member_, {"UP-123-X"}, {"jpeg", 59, 76, {}}, qr, symbols_});
  }
  CardDrawing drawn() { return lay_out().value().front; }
  CardDrawing literal() const { return literal_drawing(design_, fonts_, CardSide::front); }
  void add_text(const std::string& text, const Rect& box) {
    TextElement element;
    element.text = text, element.box = box;
    element.style.font = {"Noto Sans", font_weight::regular, 8};
    element.style.floor_pt = 8;
    design_.front.texts.push_back(element);
  }

  const FontSet fonts_;
  CardTemplate design_ = parsed(right_toml());
  Member member_;
  std::vector<std::optional<BarcodeSymbol>> symbols_;
};

TEST_F(LayOutElements, WithoutAConditionAreDrawnWithTheBackground) {
  SideTemplate& front = design_.front;
  front.rectangles = {{{1_mm, 2_mm, 3_mm, 4_mm}, 1_mm, red, 0.5_mm, red, always}};
  front.lines = {{{1_mm, 10_mm}, {9_mm, 12_mm}, 1_mm, red, always}};
  front.pictures = {picture({40_mm, 2_mm, 9_mm, 9_mm}, always)};
  const CardDrawing background = literal(), card = drawn();
  ASSERT_EQ(background.rectangles.size(), 1U);
  EXPECT_EQ(background.rectangles[0].box, (Rect{1_mm, 2_mm, 3_mm, 4_mm}));
  EXPECT_EQ(background.rectangles[0].radius, 1_mm);
  EXPECT_EQ(background.rectangles[0].border, 0.5_mm);
  EXPECT_EQ(background.rectangles[0].fill, red);
  ASSERT_EQ(background.lines.size(), 1U);
  EXPECT_EQ(background.lines[0].to, (Point{9_mm, 12_mm}));
  ASSERT_EQ(background.pictures.size(), 1U);
  EXPECT_EQ(background.pictures[0].picture, front.pictures[0].picture) << "the same file, not a copy";
  EXPECT_EQ(background.pictures[0].align, Align::right);
  EXPECT_EQ(background.pictures[0].vertical, VerticalAlign::top);
  EXPECT_TRUE(card.rectangles.empty() && card.lines.empty() && card.pictures.empty());
}

TEST_F(LayOutElements, WithAConditionAreDrawnOnTheCardsThatMeetIt) {
  SideTemplate& front = design_.front;
  front.rectangles = {rectangle({1_mm, 2_mm, 3_mm, 4_mm}, if_office),
                      rectangle({9_mm, 2_mm, 3_mm, 4_mm}, unless_office)};
  front.lines = {{{1_mm, 10_mm}, {9_mm, 12_mm}, 1_mm, red, if_office}};
  front.pictures = {picture({40_mm, 2_mm, 9_mm, 9_mm}, if_office)};
  const CardDrawing without = drawn();
  ASSERT_EQ(without.rectangles.size(), 1U);
  EXPECT_EQ(without.rectangles[0].box.x, 9_mm);
  EXPECT_TRUE(without.lines.empty() && without.pictures.empty());
  member_[Field::office] = "Secretary";
  const CardDrawing with = drawn();
  ASSERT_EQ(with.rectangles.size(), 1U);
  EXPECT_EQ(with.rectangles[0].box.x, 1_mm);
  EXPECT_EQ(with.lines.size(), 1U);
  EXPECT_EQ(with.pictures.size(), 1U);
  const CardDrawing background = literal();
  EXPECT_TRUE(background.rectangles.empty() && background.lines.empty() && background.pictures.empty());
}

// What lies upon a band that only some cards have would be covered by it, were it drawn with the background.
TEST_F(LayOutElements, UponOneWithAConditionAreDrawnWithTheCard) {
  SideTemplate& front = design_.front;
  const Rect band{40_mm, 20_mm, 40_mm, 10_mm};
  front.rectangles = {rectangle(band, if_office)};
  front.lines = {{{42_mm, 29.5_mm}, {78_mm, 29.5_mm}, 0.2_mm, red, always}};
  front.pictures = {picture({41_mm, 21_mm, 8_mm, 8_mm}, always), picture({41_mm, 40_mm, 8_mm, 8_mm}, always)};
  add_text("Office", {50_mm, 21_mm, 20_mm, 8_mm});
  add_text("Elsewhere", {50_mm, 40_mm, 20_mm, 8_mm});
  const CardDrawing background = literal(), card = drawn();
  EXPECT_EQ(background.lines.size(), 0U);
  EXPECT_EQ(card.lines.size(), 1U);
  ASSERT_EQ(background.pictures.size(), 1U);
  EXPECT_EQ(background.pictures[0].box.y, 40_mm);
  ASSERT_EQ(card.pictures.size(), 1U) << "also on the card that has not got the band";
  EXPECT_EQ(card.pictures[0].box.y, 21_mm);
  ASSERT_EQ(background.texts.size(), 1U);
  EXPECT_EQ(background.texts[0].lines.at(0).text, "Elsewhere");
  ASSERT_EQ(card.texts.size(), 1U);
  EXPECT_EQ(card.texts[0].lines.at(0).text, "Office");
}

TEST_F(LayOutElements, UponOneThatIsDrawnWithTheCardAreSoToo) {
  design_.front.rectangles = {rectangle({40_mm, 20_mm, 10_mm, 10_mm}, if_office),
                              rectangle({45_mm, 20_mm, 20_mm, 10_mm}, always)};
  add_text("Office", {55_mm, 21_mm, 20_mm, 8_mm});
  EXPECT_EQ(drawn().rectangles.size(), 1U);
  EXPECT_EQ(drawn().texts.size(), 1U);
  EXPECT_TRUE(literal().rectangles.empty() && literal().texts.empty());
}

TEST_F(LayOutElements, BeneathOneWithAConditionStayInTheBackground) {
  design_.front.rectangles = {rectangle({40_mm, 20_mm, 40_mm, 10_mm}, always),
                              rectangle({40_mm, 20_mm, 40_mm, 10_mm}, if_office)};
  EXPECT_EQ(literal().rectangles.size(), 1U);
  EXPECT_TRUE(drawn().rectangles.empty());
}

TEST_F(LayOutElements, GiveThePortraitItsShapeAndBorder) {
  design_.front.portrait->shape = PortraitShape::circle;
  design_.front.portrait->border = 0.8_mm;
  design_.front.portrait->border_colour = red;
  const auto portrait = drawn().portrait.value();
  EXPECT_EQ(portrait.shape, PortraitShape::circle);
  EXPECT_EQ(portrait.border, 0.8_mm);
  EXPECT_EQ(portrait.border_colour, red);
}

TEST_F(LayOutElements, PutBarcodesInTheirBoxesFrontFirst) {
  const Rect front{31_mm, 40_mm, 45_mm, 8_mm}, back{36_mm, 40_mm, 45_mm, 8_mm};
  design_.front.barcodes = {{BarcodeKind::code128, "{card_no}", front, always, {}},
                            {BarcodeKind::code128, "{office}", front, always, {}}};
  design_.back.barcodes = {{BarcodeKind::code128, "{name}", back, always, {}}};
  symbols_ = {symbol(101), std::nullopt, symbol(112)};
  const CardDrawings cards = lay_out().value();
  ASSERT_EQ(cards.front.barcodes.size(), 1U) << "the second is left out";
  EXPECT_EQ(cards.front.barcodes[0].symbol.columns, 101);
  EXPECT_TRUE(contains(front, with_quiet_zone(cards.front.barcodes[0])));
  ASSERT_EQ(cards.back.barcodes.size(), 1U);
  EXPECT_EQ(cards.back.barcodes[0].symbol.columns, 112);
  EXPECT_TRUE(contains(back, with_quiet_zone(cards.back.barcodes[0])));
}

TEST_F(LayOutElements, TellABarcodeThatIsTooDenseForItsBox) {
  design_.front.barcodes = {{BarcodeKind::code128, "No {name}", {31_mm, 40_mm, 45_mm, 8_mm}, always, {}},
                            {BarcodeKind::code128, "{card_no}", {31_mm, 40_mm, 45_mm, 8_mm}, always, {}}};
  symbols_ = {symbol(400), symbol(400)};
  const auto found = lay_out();
  ASSERT_FALSE(found);
  ASSERT_EQ(found.error().size(), 2U);
  EXPECT_EQ(found.error()[0].code, "barcode_too_dense");
  EXPECT_EQ(found.error()[0].field, "name");
  EXPECT_EQ(found.error()[0].row, 7U);
  EXPECT_EQ(found.error()[1].field, "card_no");
  EXPECT_NE(found.error()[1].reason.en.find("in card.toml"), std::string::npos) << found.error()[1].reason.en;
  EXPECT_FALSE(found.error()[0].reason.hi.empty());
}

TEST_F(LayOutElements, BlameTheTemplateForABarcodeWithoutPlaces) {
  design_.front.barcodes = {{BarcodeKind::code128, "always the same", {31_mm, 40_mm, 20_mm, 8_mm}, always, {}}};
  symbols_ = {symbol(400)};
  EXPECT_THROW(lay_out(), RunError);
}

}  // namespace
}  // namespace pehchan

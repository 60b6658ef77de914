#include "model/element_boxes.h"

#include <gtest/gtest.h>

namespace pehchan {
namespace {

TEST(ElementBoxes, AreThereForEachKindInTheOrderOfDrawing) {
  const Rect box{1_mm, 2_mm, 30_mm, 4_mm};
  SideTemplate side;
  side.qr = QrElement{box, {}};
  side.barcodes.push_back({BarcodeKind::pdf417, "{card_no}", box, {}, {}});
  side.texts.push_back({"{name}", box, {}, {}, {}});
  side.portrait = PortraitElement{.box = box, .radius = {}, .border = {}, .border_colour = {}, .where = {}};
  side.pictures.push_back({std::make_shared<ArtworkFile>(ArtworkFile{"logo.svg", "", 1, {}}),
                           box,
                           Align::centre,
                           VerticalAlign::middle,
                           {},
                           {}});
  side.lines.push_back({{5_mm, 6_mm}, {1_mm, 6_mm}, 2_mm, {}, {}});
  side.rectangles.push_back({box, {}, Colour{}, {}, {}, {}});
  const auto boxes = element_boxes(side);
  const std::vector<std::string> labels{"rectangle",        "line",   "picture logo.svg", "portrait", "{name}",
                                        "PDF417 {card_no}", "QR code"};
  ASSERT_EQ(boxes.size(), labels.size());
  for (std::size_t i = 0; i < labels.size(); ++i) {
    EXPECT_EQ(boxes[i].label, labels[i]);
    EXPECT_EQ(boxes[i].kind, static_cast<ElementKind>(i));
    EXPECT_TRUE(boxes[i].kind == ElementKind::line || boxes[i].box == box);
  }
  EXPECT_EQ(boxes[1].box, (Rect{0_mm, 5_mm, 6_mm, 2_mm})) << "a line from right to left, with its width";
}

TEST(ElementBoxes, TellTheCondition) {
  SideTemplate side;
  TextElement text{"{office}", {}, {}, {}, {}};
  text.visibility = {Condition{Field::office, {}}, Condition{Field::channel, "digital"}};
  side.texts.push_back(text);
  EXPECT_EQ(element_boxes(side)[0].label, "{office} (when office, unless channel = digital)");
}

}  // namespace
}  // namespace pehchan

#include "print/black_filter.h"

#include <gtest/gtest.h>

#include <memory>
#include <qpdf/QPDF.hh>

namespace pehchan {
namespace {

std::string filtered(const std::string& content, Blacks blacks) {
  QPDF pdf;
  pdf.emptyPDF();
  auto stream = QPDFObjectHandle::newStream(&pdf, content);
  stream.addTokenFilter(std::make_shared<BlackFilter>(blacks));
  const auto data = stream.getStreamData();
  std::string out(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
  for (auto at = out.find('\n'); at != std::string::npos; at = out.find('\n')) out[at] = ' ';
  return out.substr(out.find_first_not_of(' '));
}

constexpr Blacks press{.is_on_black_ink = true, .is_near_black_black = true};

TEST(BlackFilter, NeutralColoursBecomeTheBlackInkAlone) {
  EXPECT_EQ(filtered("0 0 0 rg", press), "0 g");
  EXPECT_EQ(filtered("1 1 1 RG", press), "1 G");
  EXPECT_EQ(filtered("0.5 0.502 0.5 rg 1 2 m", press), "0.5007 g 1 2 m");
}

TEST(BlackFilter, WhatIsNearlyBlackIsNotScreened) {
  EXPECT_EQ(filtered("0.0862745 0.160784 0.172549 rg", press), "0 g");
  EXPECT_EQ(filtered("0.0862745 0.160784 0.172549 rg", {.is_on_black_ink = true}), "0.0863 0.1608 0.1725 rg");
}

TEST(BlackFilter, ColoursStay) {
  EXPECT_EQ(filtered("0.5 0.2 0.2 rg", press), "0.5 0.2 0.2 rg");
  EXPECT_EQ(filtered("0.05 0.2314 0.2745 RG", press), "0.05 0.2314 0.2745 RG") << "a dark teal is a colour";
  EXPECT_EQ(filtered("0 0 0 1 k 0.3 g /Spot cs 1 scn", press), "0 0 0 1 k 0.3 g /Spot cs 1 scn");
}

TEST(BlackFilter, ChosenRgbIsRgbToo) {
  EXPECT_EQ(filtered("/DeviceRGB cs 0.5 0.2 0.2 sc 0 0 0 scn", press), "0 g 0.5 0.2 0.2 rg 0 g");
  EXPECT_EQ(filtered("/DeviceCMYK CS 0 0 0 1 SC", press), "/DeviceCMYK CS 0 0 0 1 SC");
  EXPECT_EQ(filtered("q /DeviceRGB cs Q /Spot cs 1 1 1 scn", press), "q 0 g Q /Spot cs 1 1 1 scn")
      << "a spot space of three inks is not RGB";
}

TEST(BlackFilter, ACardPrintersBlackStaysRgb) {
  const Blacks card_printer{.is_on_black_ink = false, .is_near_black_black = true};
  EXPECT_EQ(filtered("0.1 0.13 0.17 rg 0.5 0.5 0.5 rg", card_printer), "0 0 0 rg 0.5 0.5 0.5 rg");
}

TEST(BlackFilter, PicturesWithinTheContentStayAsTheyAre) {
  const std::string content = "q BI /W 1 /H 1 /CS /RGB /BPC 8 ID \x01 rg EI Q 0 0 0 rg";
  const std::string out = filtered(content, press);
  EXPECT_EQ(out.substr(0, out.find("EI")), content.substr(0, content.find("EI")));
  EXPECT_TRUE(out.ends_with("0 g")) << out;
}

}  // namespace
}  // namespace pehchan

#include "symbol/encode_qr.h"

#include <ZXing/ReadBarcode.h>
#include <gtest/gtest.h>

#include <cmath>

#include "base/run_error.h"

namespace pehchan {
namespace {

std::string decode(const QrSymbol& symbol) {
  constexpr int scale = 3;
  const int side = (symbol.modules + 2 * QrSymbol::quiet_modules) * scale;
  std::vector<std::uint8_t> pixels(static_cast<std::size_t>(side * side), 255);
  for (int y = 0; y < symbol.modules * scale; ++y)
    for (int x = 0; x < symbol.modules * scale; ++x)
      if (symbol.is_dark[static_cast<std::size_t>(y / scale * symbol.modules + x / scale)])
        pixels[static_cast<std::size_t>((y + 4 * scale) * side + x + 4 * scale)] = 0;
  return ZXing::ReadBarcode({pixels.data(), side, side, ZXing::ImageFormat::Lum}).text();
}

TEST(EncodeQr, ReadsBackWithAnotherLibrary) {
  const std::string text = "https://example.in/c/UP-0412-00017-K";
  const auto symbol = encode_qr(text, {28_mm});
  ASSERT_TRUE(symbol);
  EXPECT_EQ(decode(*symbol), text);
}

TEST(EncodeQr, TakesTheHighestLevelThatKeepsTheModuleOverTheFloor) {
  const auto roomy = encode_qr("https://example.in/c/UP-0412-00017-K", {28_mm});
  ASSERT_TRUE(roomy);
  EXPECT_EQ(roomy->level, 'H');
  const std::string text(150, 'a');
  const auto tight = encode_qr(text, {24_mm});
  ASSERT_TRUE(tight);
  EXPECT_LT(tight->modules, encode_qr(text, {60_mm})->modules);
  EXPECT_GE(module_size({24_mm}, tight->modules).value, 0.3385);
}

TEST(EncodeQr, RefusesRatherThanShrinkingBelowTheFloor) {
  EXPECT_FALSE(encode_qr(std::string(150, 'a'), {12_mm}));
  EXPECT_FALSE(encode_qr(std::string(8000, 'a'), {500_mm}));
  EXPECT_FALSE(encode_qr("", {28_mm}));
}

TEST(EncodeQr, UppercaseTextTakesASmallerSymbol) {
  EXPECT_LT(encode_qr("HTTPS://EXAMPLE.IN/C/UP-0412-00017-K", {28_mm})->modules,
            encode_qr("https://example.in/c/up-0412-00017-k", {28_mm})->modules);
}

TEST(ModuleSize, IsAWholeNumberOfPrinterDots) {
  for (int modules = 21; modules < 100; modules += 4) {
    const double dots = module_size({30_mm}, modules).value / 25.4 * 300;
    EXPECT_NEAR(dots, std::round(dots), 1e-6);
    EXPECT_LE(module_size({30_mm}, modules).value * (modules + 8), 30.0 + 1e-6);
  }
}

}  // namespace
}  // namespace pehchan

#include "symbol/encode_barcode.h"

#include <ZXing/DecodeHints.h>
#include <ZXing/ReadBarcode.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace pehchan {
namespace {

std::string repeated(const std::string& text, std::size_t length) {
  std::string all;
  for (std::size_t i = 0; i < length; ++i) all += text[i % text.size()];
  return all;
}

/// As a printer would draw it, two dots a module, with the quiet zone and nothing more around it.
std::string decode(const BarcodeSymbol& symbol) {
  constexpr int dots = 2;
  const int row_dots = symbol.kind == BarcodeKind::code128 ? 40 : 3 * dots;
  const int margin = quiet_columns(symbol.kind) * dots, above = 2 * dots;
  const int width = symbol.columns * dots + 2 * margin, height = symbol.rows * row_dots + 2 * above;
  std::vector<std::uint8_t> pixels(static_cast<std::size_t>(width * height), 255);
  for (int y = 0; y < symbol.rows * row_dots; ++y)
    for (int x = 0; x < symbol.columns * dots; ++x)
      if (symbol.is_dark[static_cast<std::size_t>(y / row_dots * symbol.columns + x / dots)] != 0)
        pixels[static_cast<std::size_t>((y + above) * width + x + margin)] = 0;
  ZXing::DecodeHints hints;
  hints.setFormats(symbol.kind == BarcodeKind::code128 ? ZXing::BarcodeFormat::Code128 : ZXing::BarcodeFormat::PDF417);
  return ZXing::ReadBarcode({pixels.data(), width, height, ZXing::ImageFormat::Lum}, hints).text();
}

void expect_to_read_back(BarcodeKind kind, const std::string& text) {
  const auto symbol = encode_barcode(kind, text);
  ASSERT_TRUE(symbol) << text;
  EXPECT_EQ(symbol->text, text);
  EXPECT_EQ(symbol->is_dark.size(), static_cast<std::size_t>(symbol->columns * symbol->rows));
  EXPECT_EQ(decode(*symbol), text);
}

TEST(EncodeBarcode, Code128OfAnyLengthReadsBack) {
  for (const std::size_t length : {1U, 2U, 7U, 15U, 16U, 30U, 79U, 80U})
    for (const char* text : {"UP-LKO-000123-7", "0123456789", "abc def/XYZ~!\"{}"})
      expect_to_read_back(BarcodeKind::code128, repeated(text, length));
}

TEST(EncodeBarcode, Code128IsOneRowAndDigitsTakeHalfTheRoom) {
  const auto digits = encode_barcode(BarcodeKind::code128, "01234567890123456789");
  const auto letters = encode_barcode(BarcodeKind::code128, "ABCDEFGHIJKLMNOPQRST");
  ASSERT_TRUE(digits && letters);
  EXPECT_EQ(letters->rows, 1);
  EXPECT_EQ(letters->columns, 11 * 22 + 13) << "start, 20 letters, check, stop";
  EXPECT_EQ(digits->columns, 11 * 12 + 13);
}

TEST(EncodeBarcode, Pdf417OfAnyLengthReadsBack) {
  for (const std::size_t length : {1U, 2U, 15U, 40U, 41U, 160U, 161U, 320U, 321U, 500U})
    for (const char* text : {"https://example.org/c/UP-LKO-000123-7", "0123456789", "UP-LKO-000123-7"})
      expect_to_read_back(BarcodeKind::pdf417, repeated(text, length));
}

TEST(EncodeBarcode, Pdf417SaysEveryScript) {
  for (const char* text : {"राम कुमार", "ராம் குமார்", "رام کمار", "UP-1 सुनीता देवी, बूथ 142", "José"})
    expect_to_read_back(BarcodeKind::pdf417, text);
}

TEST(EncodeBarcode, Pdf417BeginsEveryRowWithItsStartPattern) {
  const auto symbol = encode_barcode(BarcodeKind::pdf417, repeated("UP-LKO-000123-7 ", 200));
  ASSERT_TRUE(symbol);
  constexpr std::string_view start = "11111111010101000";  // ISO/IEC 15438: bars and spaces 8 1 1 1 1 1 1 3
  for (int row = 0; row < symbol->rows; ++row)
    for (int column = 0; column < 17; ++column)
      EXPECT_EQ(symbol->is_dark[static_cast<std::size_t>(row * symbol->columns + column)],
                start[static_cast<std::size_t>(column)] - '0')
          << row << ' ' << column;
  for (int row = 1; row < symbol->rows; ++row) {
    const auto begin = symbol->is_dark.begin() + row * symbol->columns;
    EXPECT_FALSE(std::equal(begin, begin + symbol->columns, begin - symbol->columns)) << "each row once";
  }
  EXPECT_GE(symbol->rows, 3);
  EXPECT_LE(symbol->rows, 90);
}

TEST(EncodeBarcode, TellsWhyNot) {
  for (const BarcodeKind kind : {BarcodeKind::code128, BarcodeKind::pdf417}) {
    EXPECT_EQ(encode_barcode(kind, "").error(), BarcodeFault::empty);
    EXPECT_EQ(encode_barcode(kind, "UP\n1").error(), BarcodeFault::foreign_character);
    EXPECT_EQ(encode_barcode(kind, std::string("UP\0001", 4)).error(), BarcodeFault::foreign_character);
    EXPECT_EQ(encode_barcode(kind, std::string(501, 'A')).error(), BarcodeFault::too_long);
  }
  EXPECT_EQ(encode_barcode(BarcodeKind::code128, "राम").error(), BarcodeFault::foreign_character);
  EXPECT_EQ(encode_barcode(BarcodeKind::code128, std::string(81, 'A')).error(), BarcodeFault::too_long);
}

}  // namespace
}  // namespace pehchan

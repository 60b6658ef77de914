#include "print/layer_font.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "print/to_unicode.h"

namespace pehchan {
namespace {

constexpr int ascent = 900, descent = -300, units_per_em = 1000;

/// The high bytes of its characters: Latin with its marks, Arabic, the scripts of India, punctuation and signs. A font
/// of all 65,536 characters costs Poppler 2 ms a page.
constexpr std::array<unsigned char, 24> rows{0x00, 0x01, 0x02, 0x03, 0x06, 0x07, 0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D,
                                             0x1C, 0x1E, 0x20, 0x21, 0x22, 0x25, 0xA8, 0xAA, 0xAB, 0xFB, 0xFC, 0xFE};

std::string u16(int value) { return {static_cast<char>(value >> 8 & 0xFF), static_cast<char>(value & 0xFF)}; }
std::string u32(std::size_t value) {
  return u16(static_cast<int>(value >> 16U)) + u16(static_cast<int>(value & 0xFFFFU));
}
std::string box() { return u16(0) + u16(descent) + u16(layer_glyph_width) + u16(ascent); }

/// One contour there and back again: from the box's lower left corner to its upper right one.
std::string glyph() {
  const std::string on_curve("\1\1", 2);
  return u16(1) + box() + u16(1) + u16(0) + on_curve + u16(0) + u16(layer_glyph_width) + u16(descent) +
         u16(ascent - descent);
}

/// A TrueType font of .notdef and that glyph, with the tables that one in a PDF needs (PDF 32000-1, 9.9; the tables'
/// forms are OpenType's).
std::string font_program() {
  const std::string version = u32(0x00010000), dates(16, '\0');
  const std::pair<const char*, std::string> tables[] = {
      {"glyf", glyph()},
      {"head", version + version + u32(0) + u32(0x5F0F3CF5) + u16(0) + u16(units_per_em) + dates + box() + u16(0) +
                   u16(3) + u16(2) + u16(0) + u16(0)},
      {"hhea", version + u16(ascent) + u16(descent) + u16(0) + u16(layer_glyph_width) + std::string(22, '\0') + u16(1)},
      {"hmtx", u16(layer_glyph_width) + u16(0) + u16(0)},
      {"loca", u16(0) + u16(0) + u16(static_cast<int>(glyph().size() / 2))},
      {"maxp", version + u16(2) + u16(2) + u16(1) + std::string(22, '\0')},
  };
  std::string program = version + u16(6) + u16(64) + u16(2) + u16(32), bodies;
  for (const auto& [tag, body] : tables) {
    program += tag + u32(0) + u32(12 + 16 * std::size(tables) + bodies.size()) + u32(body.size());
    bodies += body + std::string((4 - body.size() % 4) % 4, '\0');
  }
  return program + bodies;
}

QPDFObjectHandle descriptor(QPDF& pdf) {
  const std::string program = font_program();
  auto file = pdf.newStream(program);
  file.getDict().replaceKey("/Length1", QPDFObjectHandle::newInteger(static_cast<long long>(program.size())));
  auto descriptor = QPDFObjectHandle::parse(
      fmt::format("<< /Type /FontDescriptor /FontName /TextLayer /Flags 4 /FontBBox [ 0 {1} {2} {0} ] /ItalicAngle 0 "
                  "/Ascent {0} /Descent {1} /CapHeight {0} /StemV 0 >>",
                  ascent, descent, layer_glyph_width));
  descriptor.replaceKey("/FontFile2", file);
  return pdf.makeIndirectObject(descriptor);
}

QPDFObjectHandle descendant(QPDF& pdf) {
  std::string same_glyph;
  for (std::size_t code = 0; code < 256 * rows.size(); ++code) same_glyph += u16(1);
  auto descendant = QPDFObjectHandle::parse(
      fmt::format("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /TextLayer /DW {} "
                  "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
                  layer_glyph_width));
  descendant.replaceKey("/FontDescriptor", descriptor(pdf));
  descendant.replaceKey("/CIDToGIDMap", pdf.newStream(same_glyph));
  return pdf.makeIndirectObject(descendant);
}

}  // namespace

QPDFObjectHandle layer_font(QPDF& pdf) {
  std::vector<std::string> ranges;  // a range may not leave its row
  for (std::size_t i = 0; i < rows.size(); ++i)
    ranges.push_back(fmt::format("<{0:02x}00> <{0:02x}ff> <{1:02x}00>", i, rows[i]));
  auto font = QPDFObjectHandle::parse("<< /Type /Font /Subtype /Type0 /BaseFont /TextLayer /Encoding /Identity-H >>");
  auto descendants = QPDFObjectHandle::newArray();
  descendants.appendItem(descendant(pdf));
  font.replaceKey("/DescendantFonts", descendants);
  font.replaceKey("/ToUnicode", to_unicode(pdf, 2, "bfrange", ranges));
  return pdf.makeIndirectObject(font);
}

bool is_layer_font(QPDFObjectHandle font) {
  QPDFObjectHandle name = font.isDictionary() ? font.getKey("/BaseFont") : QPDFObjectHandle::newNull();
  return name.isName() && (name.getName() == "/TextLayer" || name.getName().ends_with("+TextLayer"));
}

std::string layer_codes(std::string_view utf16) {
  std::string codes;
  for (std::size_t at = 0; at + 1 < utf16.size(); at += 2) {
    const auto* row = std::find(rows.begin(), rows.end(), static_cast<unsigned char>(utf16[at]));
    if (row == rows.end()) return {};
    codes += {static_cast<char>(row - rows.begin()), utf16[at + 1]};
  }
  return codes;
}

}  // namespace pehchan

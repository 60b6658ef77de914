#include "print/layer_font.h"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "print/to_unicode.h"

namespace pehchan {
namespace {

constexpr int ascent = 900, descent = -300, units_per_em = 1000, codes = 65536;

bool is_surrogate(unsigned row) { return row >= 0xD8 && row <= 0xDF; }

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
  for (int code = 0; code < codes; ++code) same_glyph += u16(1);
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
  std::vector<std::string> rows;  // a range may not leave its row
  for (unsigned row = 0; row < 256; ++row)
    if (!is_surrogate(row)) rows.push_back(fmt::format("<{0:02x}00> <{0:02x}ff> <{0:02x}00>", row));
  auto font = QPDFObjectHandle::parse("<< /Type /Font /Subtype /Type0 /BaseFont /TextLayer /Encoding /Identity-H >>");
  auto descendants = QPDFObjectHandle::newArray();
  descendants.appendItem(descendant(pdf));
  font.replaceKey("/DescendantFonts", descendants);
  font.replaceKey("/ToUnicode", to_unicode(pdf, 2, "bfrange", rows));
  return pdf.makeIndirectObject(font);
}

bool layer_font_has(std::string_view utf16) {
  for (std::size_t at = 0; at < utf16.size(); at += 2)
    if (is_surrogate(static_cast<unsigned char>(utf16[at]))) return false;
  return utf16.size() % 2 == 0;
}

}  // namespace pehchan

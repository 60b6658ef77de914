#include "print/text_fonts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "base/run_error.h"

namespace pehchan {
namespace {

[[noreturn]] void refuse(const char* what) {
  throw RunError(ExitCode::internal, std::string("a painted PDF has a font with ") + what);
}

std::vector<double> numbers(QPDFObjectHandle array) {
  std::vector<double> numbers;
  for (auto& item : array.aitems()) {
    if (!item.isNumber()) refuse("widths that are no numbers");
    numbers.push_back(item.getNumericValue());
  }
  return numbers;
}

/// A CMap whose entries are lines like "<0001> <0915>"; a section holds at most 100 of them.
std::string cmap(const char* section, const std::string& codes, const std::vector<std::string>& lines) {
  std::string text = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n" + codes + "\nendcodespacerange\n";
  for (std::size_t at = 0; at < lines.size(); at += 100) {
    const std::size_t end = std::min(lines.size(), at + 100);
    text += fmt::format("{} begin{}\n", end - at, section);
    for (std::size_t i = at; i < end; ++i) text += lines[i] + "\n";
    text += fmt::format("end{}\n", section);
  }
  return text + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

struct Rows {
  unsigned first, last;
};
/// The high bytes of the characters on cards: Latin, Arabic, Indian scripts, punctuation; Meetei Mayek.
constexpr std::array rows{Rows{0x00, 0x27}, Rows{0xA8, 0xAB}, Rows{0xFB, 0xFD}};

std::string big_endian(std::uint64_t value, int bytes) {
  std::string text;
  for (int i = bytes - 1; i >= 0; --i) text += static_cast<char>(value >> (8 * i) & 0xFF);
  return text;
}

std::string table_entry(const char* tag, std::size_t offset, std::size_t size) {
  return tag + big_endian(0, 4) + big_endian(offset, 4) + big_endian(size, 4);
}

/// A TrueType font program of two empty glyphs, 1000 units to the em, each 500 wide: the tables that a font in a PDF
/// needs, and no more (PDF 32000-1, 9.9).
std::string empty_font_program() {
  const std::string head = big_endian(0x00010000, 4) + big_endian(0x00010000, 4) + big_endian(0, 4) +
                           big_endian(0x5F0F3CF5, 4) + big_endian(0, 2) + big_endian(1000, 2) + std::string(16, '\0') +
                           big_endian(0, 2) + big_endian(0xFFFF - 299, 2) + big_endian(500, 2) + big_endian(900, 2) + big_endian(0, 2) + big_endian(3, 2) + big_endian(2, 2) +
                           big_endian(0, 2) + big_endian(0, 2);
  const std::string hhea = big_endian(0x00010000, 4) + big_endian(900, 2) + big_endian(0xFFFF - 299, 2) +
                           big_endian(0, 2) + big_endian(500, 2) + std::string(22, '\0') + big_endian(1, 2);
  const std::string maxp = big_endian(0x00010000, 4) + big_endian(2, 2) + big_endian(2, 2) + big_endian(1, 2) + std::string(22, '\0');
  const std::string hmtx = big_endian(500, 2) + big_endian(0, 2) + big_endian(0, 2);
  const std::string glyf = big_endian(1, 2) + big_endian(0, 2) + big_endian(0xFFFF - 299, 2) + big_endian(500, 2) +
                           big_endian(900, 2) + big_endian(1, 2) + big_endian(0, 2) + std::string("\1\1", 2) +
                           big_endian(0, 2) + big_endian(500, 2) + big_endian(0xFFFF - 299, 2) + big_endian(1200, 2);
  const std::string loca = big_endian(0, 2) + big_endian(0, 2) + big_endian(glyf.size() / 2, 2);
  const std::pair<const char*, std::string> tables[] = {{"glyf", glyf}, {"head", head}, {"hhea", hhea},
                                                        {"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp}};
  std::string program = big_endian(0x00010000, 4) + big_endian(6, 2) + big_endian(64, 2) + big_endian(2, 2) +
                        big_endian(32, 2), bodies;
  const std::size_t start = 12 + 16 * std::size(tables);
  for (const auto& [tag, body] : tables) {
    program += table_entry(tag, start + bodies.size(), body.size());
    bodies += body + std::string((4 - body.size() % 4) % 4, '\0');
  }
  return program + bodies;
}

QPDFObjectHandle stream(QPDF& pdf, const std::string& data) { return pdf.newStream(data); }

}  // namespace

double GlyphWidths::of(std::string_view shown) const {
  double width = 0;
  for (std::size_t at = 0; at + bytes <= shown.size(); at += bytes) {
    unsigned code = static_cast<unsigned char>(shown[at]);
    if (bytes == 2) code = code << 8U | static_cast<unsigned char>(shown[at + 1]);
    if (code >= first && code - first < widths.size()) width += widths[code - first];
  }
  return width;
}

GlyphWidths widths_of(QPDFObjectHandle font) {
  if (!font.isDictionary()) refuse("no dictionary");
  if (!font.getKey("/Subtype").isNameAndEquals("/Type0")) {
    auto first = font.getKey("/FirstChar");
    if (!first.isInteger() || !font.getKey("/Widths").isArray()) refuse("no widths");
    return {numbers(font.getKey("/Widths")), first.getUIntValueAsUInt(), 1};
  }
  auto descendants = font.getKey("/DescendantFonts");
  auto w = descendants.isArray() && descendants.getArrayNItems() == 1
               ? descendants.getArrayItem(0).getKey("/W") : QPDFObjectHandle::newNull();
  if (!w.isArray() || w.getArrayNItems() != 2 || !w.getArrayItem(0).isInteger() || !w.getArrayItem(1).isArray())
    refuse("no widths");
  return {numbers(w.getArrayItem(1)), w.getArrayItem(0).getUIntValueAsUInt(), 2};
}

QPDFObjectHandle silent(QPDF& pdf, QPDFObjectHandle font, const GlyphWidths& widths) {
  const auto code = [&](unsigned value) { return fmt::format("<{:0{}x}>", value, 2 * widths.bytes); };
  const unsigned last = widths.bytes == 1 ? 0xFF : 0xFFFF;
  std::vector<std::string> lines;
  for (unsigned i = 0; i < widths.widths.size(); ++i) lines.push_back(code(widths.first + i) + " <200b>");
  lines.push_back(code(widths.bytes == 1 ? 1 : last) + " <0009>");
  auto twin = font.shallowCopy();
  twin.replaceKey("/ToUnicode", stream(pdf, cmap("bfchar", code(0) + " " + code(last), lines)));
  return pdf.makeIndirectObject(twin);
}

QPDFObjectHandle glyphless_font(QPDF& pdf) {
  std::vector<std::string> lines;
  for (const auto& [first, last] : rows)
    for (unsigned row = first; row <= last; ++row)
      lines.push_back(fmt::format("<{0:02x}00> <{0:02x}ff> <{0:02x}00>", row));
  std::string glyphs;
  for (int i = 0; i < 65536; ++i) glyphs += std::string("\0\1", 2);

  auto program = stream(pdf, empty_font_program());
  program.getDict().replaceKey("/Length1", QPDFObjectHandle::newInteger(static_cast<long long>(empty_font_program().size())));
  auto descriptor = pdf.makeIndirectObject(QPDFObjectHandle::parse(
      "<< /Type /FontDescriptor /FontName /Glyphless /Flags 4 /FontBBox [ 0 -300 500 900 ] /ItalicAngle 0 "
      "/Ascent 900 /Descent -300 /CapHeight 700 /StemV 80 >>"));
  descriptor.replaceKey("/FontFile2", program);
  auto descendant = pdf.makeIndirectObject(QPDFObjectHandle::parse(
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Glyphless /DW 500 "
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"));
  descendant.replaceKey("/FontDescriptor", descriptor);
  descendant.replaceKey("/CIDToGIDMap", stream(pdf, glyphs));
  auto font = QPDFObjectHandle::parse("<< /Type /Font /Subtype /Type0 /BaseFont /Glyphless /Encoding /Identity-H >>");
  auto descendants = QPDFObjectHandle::newArray();
  descendants.appendItem(descendant);
  font.replaceKey("/DescendantFonts", descendants);
  font.replaceKey("/ToUnicode", stream(pdf, cmap("bfrange", "<0000> <ffff>", lines)));
  return pdf.makeIndirectObject(font);
}

bool has_glyphless(char16_t character) {
  const unsigned row = character >> 8U;
  return std::any_of(rows.begin(), rows.end(), [&](const Rows& r) { return row >= r.first && row <= r.last; });
}

}  // namespace pehchan

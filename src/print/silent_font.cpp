#include "print/silent_font.h"

#include <fmt/format.h>

#include <string>

#include "base/run_error.h"
#include "print/to_unicode.h"

namespace pehchan {
namespace {

[[noreturn]] void refuse() { throw RunError(ExitCode::internal, "a painted PDF has a font of an unknown form"); }

std::vector<double> numbers(QPDFObjectHandle array) {
  std::vector<double> numbers;
  for (auto& item : array.getArrayAsVector()) {
    if (!item.isNumber()) refuse();
    numbers.push_back(item.getNumericValue());
  }
  return numbers;
}

GlyphWidths from(QPDFObjectHandle first, QPDFObjectHandle widths, unsigned bytes) {
  if (!first.isInteger() || first.getIntValue() < 0 || !widths.isArray()) refuse();
  return {numbers(widths), first.getUIntValueAsUInt(), bytes};
}

}  // namespace

double GlyphWidths::of(std::string_view codes) const {
  double width = 0;
  for (std::size_t at = 0; at + bytes <= codes.size(); at += bytes) {
    unsigned code = static_cast<unsigned char>(codes[at]);
    if (bytes == 2) code = code << 8U | static_cast<unsigned char>(codes[at + 1]);
    if (code >= first && code - first < widths.size()) width += widths[code - first];
  }
  return width;
}

GlyphWidths widths_of(QPDFObjectHandle font) {
  if (!font.isDictionary()) refuse();
  if (!font.getKey("/Subtype").isNameAndEquals("/Type0"))
    return from(font.getKey("/FirstChar"), font.getKey("/Widths"), 1);
  auto descendants = font.getKey("/DescendantFonts");
  if (!descendants.isArray() || descendants.getArrayNItems() != 1) refuse();
  auto descendant = descendants.getArrayItem(0);
  if (!descendant.isDictionary()) refuse();
  auto w = descendant.getKey("/W");
  if (!w.isArray() || w.getArrayNItems() != 2) refuse();
  return from(w.getArrayItem(0), w.getArrayItem(1), 2);
}

QPDFObjectHandle silent_font(QPDF& pdf, QPDFObjectHandle font, const GlyphWidths& widths) {
  const auto entry = [&](unsigned code, const char* character) {
    return fmt::format("<{:0{}x}> <{}>", code, 2 * widths.bytes, character);
  };
  std::vector<std::string> entries{entry(widths.bytes == 1 ? 0x01 : 0xFFFF, "0009")};
  for (unsigned i = 0; i < widths.widths.size(); ++i) entries.push_back(entry(widths.first + i, "200b"));
  auto twin = font.shallowCopy();
  twin.replaceKey("/ToUnicode", to_unicode(pdf, widths.bytes, "bfchar", entries));
  return pdf.makeIndirectObject(twin);
}

}  // namespace pehchan

#pragma once
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string_view>
#include <vector>

namespace pehchan {

/// How wide the glyphs of a font are, in thousandths of its size.
struct GlyphWidths {
  std::vector<double> widths;  ///< from the code `first` on
  unsigned first = 0;
  unsigned bytes = 1;  ///< of a code

  /// All glyphs of a shown string together.
  double of(std::string_view codes) const;
};

/// Throws RunError (internal) when it is no font as Cairo writes them.
GlyphWidths widths_of(QPDFObjectHandle font);

/// The same font, but its glyphs say nothing: all of them are ZERO WIDTH SPACE to a reader, which pdf.js leaves out of
/// what is found and copied. A code that is never shown is a tab: PDFium heeds an ActualText only when the font has one
/// of its characters, and gives out nothing for a tab.
QPDFObjectHandle silent_font(QPDF& pdf, QPDFObjectHandle font, const GlyphWidths& widths);

}  // namespace pehchan

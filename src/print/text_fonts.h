#pragma once
#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace pehchan {

/// How wide the glyphs of a font are, per mille of its size.
struct GlyphWidths {
  std::vector<double> widths;  ///< from the code `first` on
  unsigned first = 0;
  unsigned bytes = 1;  ///< a code has
  double of(std::string_view shown) const;
};

/// Throws RunError (internal) when it is not a font as Cairo writes them.
GlyphWidths widths_of(QPDFObjectHandle font);

/// The same font, telling every reader that its glyphs mean nothing: ToUnicode gives ZERO WIDTH SPACE for all of them,
/// which pdf.js leaves out, and CHARACTER TABULATION for a code that is never shown, because PDFium heeds an ActualText
/// only when the font has one of its characters.
QPDFObjectHandle silent(QPDF& pdf, QPDFObjectHandle font, const GlyphWidths& widths);

/// A font whose glyphs are all empty and half as wide as its size; a code is the UTF-16 of its character.
QPDFObjectHandle glyphless_font(QPDF& pdf);

/// Whether the glyphless font has the character.
bool has_glyphless(char16_t character);

}  // namespace pehchan

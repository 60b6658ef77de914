#pragma once
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string_view>

namespace pehchan {

/// The font of text that is never painted: a code is the UTF-16 of its character, every glyph is half as wide as its
/// size and has no area, but the height of a letter, because PDFium marks what is found by the box of its glyphs.
QPDFObjectHandle layer_font(QPDF& pdf);

/// Of a glyph, in thousandths of the size.
inline constexpr int layer_glyph_width = 500;

/// Whether it has all the characters: those of 16 bits. `utf16` is big-endian.
bool layer_font_has(std::string_view utf16);

}  // namespace pehchan

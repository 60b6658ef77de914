#pragma once
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <string_view>

namespace pehchan {

/// The font of text that is never painted: every glyph is half as wide as its size and has no area, but the height of a
/// letter, because PDFium marks what is found by the boxes of its glyphs.
QPDFObjectHandle layer_font(QPDF& pdf);

/// Whether a font of a finished file is that one.
bool is_layer_font(QPDFObjectHandle font);

/// Of a glyph, in thousandths of the size.
inline constexpr int layer_glyph_width = 500;

/// The font's codes, of 2 bytes, for a text in big-endian UTF-16; none when it has not all of the characters.
std::string layer_codes(std::string_view utf16);

}  // namespace pehchan

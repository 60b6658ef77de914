#pragma once
#include <qpdf/QPDF.hh>

namespace pehchan {

/// Says of each font what PDF/A and print shops ask and Cairo leaves out: that a TrueType font's glyphs are numbered as
/// the codes are (/CIDToGIDMap), and that fonts of our own making are parts of a font, as all others are, by a tag
/// before their name (ISO 32000-1, 9.6.4). Lists of a designer's glyphs go: they need not be there, and a wrong one is
/// a fault.
void conform_fonts(QPDF& pdf);

}  // namespace pehchan

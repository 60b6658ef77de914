#pragma once
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <string>

namespace pehchan {

/// A page's content and all it draws with, and nothing else.
struct ArtworkDrawing {
  std::string content;
  QPDFObjectHandle resources;  ///< of the file it was read from
  bool uses_cmyk = false;      ///< DeviceCMYK, a profile of four inks, or spot colours
};

/// Reduces a page to what draws. Dictionaries keep the keys that drawing needs and lose all others, so that scripts,
/// actions, annotations, attached files, metadata, tags and layers have no way in; the page's objects are changed in
/// place. Throws RunError (bad_config) naming `file` for what cannot be kept: a font that is not embedded or drawn
/// glyph by glyph (Type 3), transfer curves, halftones and black generation that are not the press's own, content of
/// other files (Reference XObjects, external streams, OPI), JPEG 2000 and JBIG2, pictures of more than 50 MP together,
/// content that is damaged, that draws itself or costs too much to draw.
ArtworkDrawing reduce_to_drawing(QPDF& pdf, QPDFPageObjectHelper page, const std::string& file);

}  // namespace pehchan

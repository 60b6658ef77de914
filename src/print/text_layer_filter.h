#pragma once
#include <cstddef>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

#include "print/black_ink.h"
#include "print/pdf_operation.h"
#include "print/text_pen.h"

namespace pehchan {

/// Names that text_layer adds to a page's fonts.
inline constexpr const char* layer_font_name = "/L";
std::string silent_name(const std::string& font);

/// Rewrites the content of one page or form as it passes: before the glyphs of a line whose text Cairo tells as a whole
/// goes the same text in the layer's font, unpainted and as wide, and the glyphs themselves fall silent. All else stays
/// as it was, and so does a line that the layer's font has not all letters of; but colours become what `blacks` asks.
/// Throws RunError (internal) for what Cairo does not write.
class TextLayerFilter : public QPDFObjectHandle::TokenFilter {
 public:
  TextLayerFilter(FontWidths fonts, Blacks blacks) : pen_(std::move(fonts)), ink_(blacks) {}
  void handleToken(const QPDFTokenizer::Token& token) override;
  void handleEOF() override;

 private:
  /// May take `operation` away.
  void take(PdfOperation& operation);
  void begin_span(const PdfOperation& operation);
  void end_line(bool is_layered);
  void put_layer();
  void put_glyphs(const PdfOperation& operation, const SelectedFont& font);
  void put(const PdfOperation& operation);

  PdfOperation next_;  ///< kept from one to the next for its memory
  TextPen pen_;
  BlackInk ink_;

  std::vector<PdfOperation> line_;  ///< held back: its text is known at its end
  std::size_t first_glyphs_ = 0;    ///< its index there, when there is one
  double start_ = 0, lead_ = 0;
  std::string text_;  ///< UTF-16BE

  SelectedFont wanted_, selected_;  ///< by what was read, by what was written
  std::vector<SelectedFont> saved_;
};

}  // namespace pehchan

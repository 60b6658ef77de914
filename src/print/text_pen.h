#pragma once
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "print/pdf_operation.h"
#include "print/silent_font.h"

namespace pehchan {

using FontWidths = std::map<std::string, std::shared_ptr<const GlyphWidths>, std::less<>>;  ///< by the name on the page

struct SelectedFont {
  std::string name;
  double size = 0;
  bool operator==(const SelectedFont&) const = default;
};

/// Follows how far along its line text stands, in the unit of Td; comparable while the text matrix keeps its scale.
/// `fonts` must outlive it.
class TextPen {
 public:
  explicit TextPen(const FontWidths& fonts) : fonts_(fonts) {}

  /// Throws RunError (internal) when text is shown in a font that the page has not got.
  void follow(const PdfOperation& operation);
  double x() const { return x_; }
  const SelectedFont& font() const { return font_; }

 private:
  void advance(const PdfOperation& operation);

  const FontWidths& fonts_;
  SelectedFont font_;
  double x_ = 0, line_x_ = 0;
};

}  // namespace pehchan

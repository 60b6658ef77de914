#pragma once
#include <cstddef>
#include <string_view>

#include "print/pdf_operation.h"

namespace pehchan {

/// Reads the content of a page or form that Cairo painted, operation by operation: several times as fast as QPDF, which
/// must be ready for what others write. `content` must outlive it and the operations.
class PaintedContent {
 public:
  explicit PaintedContent(std::string_view content) : content_(content) {}

  /// The next one into `operation`; after the last one without a name, with what is left. False: there is no more.
  /// Throws RunError (internal) for what Cairo does not write: comments, pictures within the content, broken tokens.
  bool read(PdfOperation& operation);

 private:
  void skip_space();
  PdfOperand next();
  std::size_t end_of_string() const;

  std::string_view content_;
  std::size_t at_ = 0;
  bool has_ended_ = false;
};

}  // namespace pehchan

#pragma once
#include <qpdf/QPDFObjectHandle.hh>

#include "print/black_ink.h"

namespace pehchan {

/// Rewrites the colours of one content stream as it passes. All else stays as it was.
class BlackFilter : public QPDFObjectHandle::TokenFilter {
 public:
  explicit BlackFilter(Blacks blacks) : ink_(blacks) {}
  void handleToken(const QPDFTokenizer::Token& token) override;
  void handleEOF() override;

 private:
  BlackInk ink_;
  PdfOperation next_;
};

}  // namespace pehchan

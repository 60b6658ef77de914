#pragma once
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFTokenizer.hh>
#include <string>
#include <vector>

#include "print/black_ink.h"

namespace pehchan {

/// Rewrites the colours of one content stream as it passes. All else stays as it was.
class BlackFilter : public QPDFObjectHandle::TokenFilter {
 public:
  explicit BlackFilter(Blacks blacks) : ink_(blacks) {}
  void handleToken(const QPDFTokenizer::Token& token) override;
  void handleEOF() override;

 private:
  /// What was read since the last operator; decoded names are not as they were written.
  std::string take_text();

  BlackInk ink_;
  std::vector<QPDFTokenizer::Token> before_;
};

}  // namespace pehchan

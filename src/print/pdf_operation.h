#pragma once
#include <qpdf/QPDFTokenizer.hh>
#include <string>
#include <vector>

namespace pehchan {

/// An operator of a page and what stands before it.
struct PdfOperation {
  std::string name;  ///< empty at the page's end
  std::vector<QPDFTokenizer::Token> before;

  /// The operand with that index, from 0. Throws RunError (internal) when there is none.
  const QPDFTokenizer::Token& operand(std::size_t index) const;
  double number(std::size_t index) const;
  bool shows_text() const { return name == "Tj" || name == "TJ"; }
  /// As it was written.
  std::string text() const;
};

}  // namespace pehchan

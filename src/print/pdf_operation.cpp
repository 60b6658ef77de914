#include "print/pdf_operation.h"

#include <cstdlib>

#include "base/run_error.h"

namespace pehchan {

const QPDFTokenizer::Token& PdfOperation::operand(std::size_t index) const {
  for (const QPDFTokenizer::Token& token : before)
    if (token.getType() != QPDFTokenizer::tt_space && index-- == 0) return token;
  throw RunError(ExitCode::internal, "a painted page has an operator " + name + " without its operands");
}

double PdfOperation::number(std::size_t index) const {
  const QPDFTokenizer::Token& token = operand(index);
  if (token.getType() != QPDFTokenizer::tt_integer && token.getType() != QPDFTokenizer::tt_real)
    throw RunError(ExitCode::internal, "a painted page has an operator " + name + " with a wrong operand");
  return std::strtod(token.getValue().c_str(), nullptr);
}

std::string PdfOperation::text() const {
  std::size_t size = name.size();
  for (const QPDFTokenizer::Token& token : before) size += token.getRawValue().size();
  std::string text;
  text.reserve(size);
  for (const QPDFTokenizer::Token& token : before) text += token.getRawValue();
  return text + name;
}

}  // namespace pehchan

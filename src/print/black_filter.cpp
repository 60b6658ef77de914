#include "print/black_filter.h"

#include <utility>

namespace pehchan {

void BlackFilter::handleToken(const QPDFTokenizer::Token& token) {
  const auto kind = token.getType();
  if (kind == QPDFTokenizer::tt_inline_image) {
    for (const QPDFTokenizer::Token& before : next_.before) write(before.getRawValue());
    next_ = {};
    return writeToken(token);
  }
  const std::string& value = token.getValue();
  if (kind != QPDFTokenizer::tt_word || value == "true" || value == "false" || value == "null")
    return next_.before.push_back(token);
  next_.name = value;
  const PdfOperation operation = std::exchange(next_, {});
  write(ink_.instead_of(operation).value_or(operation.text()));
}

void BlackFilter::handleEOF() { write(next_.text()); }

}  // namespace pehchan

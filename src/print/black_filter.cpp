#include "print/black_filter.h"

namespace pehchan {

void BlackFilter::handleToken(const QPDFTokenizer::Token& token) {
  const auto kind = token.getType();
  if (kind == QPDFTokenizer::tt_inline_image) {
    for (const QPDFTokenizer::Token& before : next_.before) write(before.getRawValue());
    next_.before.clear();
    return writeToken(token);
  }
  const std::string& value = token.getValue();
  if (kind != QPDFTokenizer::tt_word || value == "true" || value == "false" || value == "null")
    return next_.before.push_back(token);
  next_.name = value;
  const auto colour = ink_.instead_of(next_);
  write(colour ? *colour : next_.text());
  next_.before.clear();
}

void BlackFilter::handleEOF() {
  next_.name.clear();
  write(next_.text());
}

}  // namespace pehchan

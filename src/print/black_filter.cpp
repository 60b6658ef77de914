#include "print/black_filter.h"

namespace pehchan {
namespace {

using Token = QPDFTokenizer::Token;

bool is_gap(const Token& token) {
  return token.getType() == QPDFTokenizer::tt_space || token.getType() == QPDFTokenizer::tt_comment;
}

PdfOperand operand_of(const Token& token) {
  using enum PdfOperand::Kind;
  switch (token.getType()) {
    case QPDFTokenizer::tt_name:
      return {name, token.getValue()};
    case QPDFTokenizer::tt_integer:
    case QPDFTokenizer::tt_real:
      return {number, token.getRawValue()};
    case QPDFTokenizer::tt_string:
      return {string, token.getRawValue()};
    default:
      return {other, token.getRawValue()};
  }
}

}  // namespace

void BlackFilter::handleToken(const Token& token) {
  const auto kind = token.getType();
  if (kind == QPDFTokenizer::tt_inline_image) {
    write(take_text());
    return writeToken(token);
  }
  const std::string& value = token.getValue();
  if (kind != QPDFTokenizer::tt_word || value == "true" || value == "false" || value == "null")
    return before_.push_back(token);
  PdfOperation operation{.name = value};
  for (const Token& before : before_)
    if (!is_gap(before)) operation.operands.push_back(operand_of(before));
  const auto colour = ink_.instead_of(operation);
  const std::string text = take_text();
  write(colour ? *colour : text + value);
}

void BlackFilter::handleEOF() { write(take_text()); }

std::string BlackFilter::take_text() {
  std::string text;
  for (const Token& token : before_) text += token.getRawValue();
  before_.clear();
  return text;
}

}  // namespace pehchan

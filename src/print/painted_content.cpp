#include "print/painted_content.h"

#include <array>
#include <string>

#include "base/run_error.h"

namespace pehchan {
namespace {

enum class Class : unsigned char { regular, space, delimiter };

constexpr auto classes = [] {
  std::array<Class, 256> table{};
  for (const char c : std::string_view("\0\t\n\f\r ", 6)) table[static_cast<unsigned char>(c)] = Class::space;
  for (const char c : std::string_view("()<>[]{}/%")) table[static_cast<unsigned char>(c)] = Class::delimiter;
  return table;
}();

Class class_of(char c) { return classes[static_cast<unsigned char>(c)]; }

[[noreturn]] void refuse() { throw RunError(ExitCode::internal, "a painted page has what Cairo does not write"); }

bool begins_number(char c) { return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.'; }

bool is_word_operand(std::string_view word) { return word == "true" || word == "false" || word == "null"; }

std::size_t end_of_regular(std::string_view content, std::size_t at) {
  while (at < content.size() && class_of(content[at]) == Class::regular) ++at;
  return at;
}

}  // namespace

bool PaintedContent::read(PdfOperation& operation) {
  if (has_ended_) return false;
  operation.name = {};
  operation.operands.clear();
  const std::size_t begin = at_;
  for (skip_space(); at_ < content_.size() && operation.name.empty(); skip_space()) {
    const PdfOperand token = next();
    const bool is_word = token.kind == PdfOperand::Kind::other && class_of(token.text.front()) == Class::regular;
    if (is_word && !is_word_operand(token.text)) {
      operation.name = token.text;
      break;
    }
    operation.operands.push_back(token);
  }
  has_ended_ = operation.name.empty();
  if (operation.name == "BI" || operation.name == "ID") refuse();
  operation.text = content_.substr(begin, at_ - begin);
  return true;
}

void PaintedContent::skip_space() {
  while (at_ < content_.size() && class_of(content_[at_]) == Class::space) ++at_;
}

PdfOperand PaintedContent::next() {
  using enum PdfOperand::Kind;
  const std::size_t begin = at_;
  const char first = content_[begin];
  const auto take = [&](PdfOperand::Kind kind, std::size_t end) {
    at_ = end;
    return PdfOperand{kind, content_.substr(begin, end - begin)};
  };
  if (class_of(first) == Class::regular)
    return take(begins_number(first) ? number : other, end_of_regular(content_, begin));
  if (first == '/') return take(name, end_of_regular(content_, begin + 1));
  if (first == '(') return take(string, end_of_string());
  if (first == '[' || first == ']') return take(other, begin + 1);
  if (content_.substr(begin, 2) == "<<" || content_.substr(begin, 2) == ">>") return take(other, begin + 2);
  const std::size_t end = content_.find('>', begin);
  if (first != '<' || end == std::string_view::npos) refuse();
  return take(string, end + 1);
}

std::size_t PaintedContent::end_of_string() const {
  int depth = 0;
  for (std::size_t at = at_; at < content_.size(); ++at) {
    if (content_[at] == '\\')
      ++at;
    else if (content_[at] == '(')
      ++depth;
    else if (content_[at] == ')' && --depth == 0)
      return at + 1;
  }
  refuse();
}

}  // namespace pehchan

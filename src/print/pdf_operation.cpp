#include "print/pdf_operation.h"

#include <algorithm>
#include <charconv>

#include "base/run_error.h"

namespace pehchan {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string of_hex(std::string_view digits) {
  std::string bytes;
  int high = -1;
  for (const char c : digits) {
    const int value = hex_value(c);
    if (value < 0) continue;
    if (high >= 0) bytes += static_cast<char>(high << 4 | value);
    high = high >= 0 ? -1 : value;
  }
  if (high >= 0) bytes += static_cast<char>(high << 4);
  return bytes;
}

bool is_octal(char c) { return c >= '0' && c <= '7'; }

/// What follows a backslash at `at`, which is left on its last character.
void add_escape(std::string_view text, std::size_t& at, std::string& bytes) {
  constexpr std::string_view letters = "nrtbf", meanings = "\n\r\t\b\f";
  const char c = text[at];
  if (c == '\n') return;
  if (c == '\r') {
    if (at + 1 < text.size() && text[at + 1] == '\n') ++at;
    return;
  }
  if (!is_octal(c)) {
    const auto letter = letters.find(c);
    bytes += letter == std::string_view::npos ? c : meanings[letter];
    return;
  }
  int value = 0;
  const std::size_t end = std::min(at + 3, text.size());
  for (; at < end && is_octal(text[at]); ++at) value = value * 8 + (text[at] - '0');
  --at;
  bytes += static_cast<char>(value);
}

}  // namespace

std::string PdfOperand::bytes() const {
  const std::string_view inner = text.substr(1, text.size() - 2);
  if (text.front() == '<') return of_hex(inner);
  std::string bytes;
  for (std::size_t at = 0; at < inner.size(); ++at) {
    if (inner[at] == '\\' && at + 1 < inner.size())
      add_escape(inner, ++at, bytes);
    else
      bytes += inner[at];
  }
  return bytes;
}

const PdfOperand& PdfOperation::operand(std::size_t index) const {
  if (index < operands.size()) return operands[index];
  throw RunError(ExitCode::internal, "a painted page has an operator " + std::string(name) + " without its operands");
}

double PdfOperation::number(std::size_t index) const {
  const PdfOperand& number = operand(index);
  if (number.kind == PdfOperand::Kind::number) return number_of(number.text);
  throw RunError(ExitCode::internal, "a painted page has an operator " + std::string(name) + " with a wrong operand");
}

double number_of(std::string_view digits) {
  if (digits.starts_with('+')) digits.remove_prefix(1);
  double number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed);
  return number;
}

}  // namespace pehchan

#include "print/text_pen.h"

#include "base/run_error.h"

namespace pehchan {
namespace {

/// Where a text matrix [a b c d e f] begins its line, along that line and in its own scale.
double start_of(const PdfOperation& tm) {
  const double a = tm.number(0), b = tm.number(1), c = tm.number(2), d = tm.number(3);
  const double area = a * d - b * c;
  return area == 0 ? 0 : (tm.number(4) * d - tm.number(5) * c) / area;
}

}  // namespace

void TextPen::follow(const PdfOperation& operation) {
  if (operation.name == "Tf") font_ = {std::string(operation.operand(0).text), operation.number(1)};
  if (operation.name == "Td") x_ = line_x_ += operation.number(0);
  if (operation.name == "Tm") x_ = line_x_ = start_of(operation);
  if (operation.shows_text()) advance(operation);
}

void TextPen::advance(const PdfOperation& operation) {
  const auto font = fonts_.find(font_.name);
  if (font == fonts_.end()) throw RunError(ExitCode::internal, "a painted page shows text in a font it has not got");
  for (const PdfOperand& operand : operation.operands) {
    double width = 0;
    if (operand.kind == PdfOperand::Kind::string) width = font->second->of(operand.bytes());
    if (operand.kind == PdfOperand::Kind::number) width = -number_of(operand.text);
    x_ += width / 1000 * font_.size;
  }
}

}  // namespace pehchan

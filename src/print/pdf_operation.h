#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pehchan {

/// What stands before an operator; the parts of arrays and dictionaries one by one, and their brackets.
struct PdfOperand {
  enum class Kind { name, number, string, other };
  Kind kind;
  std::string_view text;  ///< a name with its slash; all else as it was written

  /// What a string says: its escapes or hex digits read.
  std::string bytes() const;
};

/// An operator of a page and what stands before it. Its texts are in the content that it was read from.
struct PdfOperation {
  std::string_view name;  ///< empty at the page's end
  std::vector<PdfOperand> operands = {};
  std::string_view text = {};  ///< all of it as it was written, and the space before it

  /// The operand with that index, from 0. Throws RunError (internal) when there is none.
  const PdfOperand& operand(std::size_t index) const;
  /// Throws RunError (internal) when it is not a number.
  double number(std::size_t index) const;
  bool shows_text() const { return name == "Tj" || name == "TJ"; }
};

/// What digits say, with a sign or without; 0 when they say nothing.
double number_of(std::string_view digits);

}  // namespace pehchan

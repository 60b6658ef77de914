#include "print/text_layer_filter.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "base/run_error.h"
#include "print/layer_font.h"
#include "print/painted_content.h"

namespace pehchan {
namespace {

constexpr std::string_view byte_order_mark = "\xFE\xFF";
constexpr std::size_t no_glyphs = static_cast<std::size_t>(-1);

[[noreturn]] void refuse(const char* what) {
  throw RunError(ExitCode::internal, std::string("a painted page ") + what);
}

/// What Cairo writes between a line's first and last glyph.
bool belongs_to_line(const PdfOperation& operation) {
  constexpr std::string_view names[] = {"BDC", "EMC", "Tf", "Td", "Tm", "Tj", "TJ"};
  return std::find(std::begin(names), std::end(names), operation.name) != std::end(names);
}

bool is_string(const PdfOperand& operand) { return operand.kind == PdfOperand::Kind::string; }

/// Of a span that has one: UTF-16BE with its mark.
std::optional<std::string> actual_text(const PdfOperation& operation) {
  if (operation.name != "BDC" || operation.operand(0).text != "/Span") return std::nullopt;
  const auto& operands = operation.operands;
  const auto key = std::ranges::find(operands, "/ActualText", &PdfOperand::text);
  const auto text = std::find_if(key, operands.end(), is_string);
  return text == operands.end() ? std::nullopt : std::optional(text->bytes());
}

void add_hex(std::string_view bytes, std::string& out) {
  constexpr std::string_view digits = "0123456789abcdef";
  for (const char byte : bytes) {
    out += digits[static_cast<unsigned char>(byte) >> 4U];
    out += digits[static_cast<unsigned char>(byte) & 15U];
  }
}

/// How far a TJ moves before its first glyph, in thousandths of the size: Cairo leaves a gap to the text before so.
double lead_of(const PdfOperation& operation) {
  double lead = 0;
  for (const PdfOperand& operand : operation.operands) {
    if (is_string(operand) && !operand.bytes().empty()) break;
    if (operand.kind == PdfOperand::Kind::number) lead -= number_of(operand.text);
  }
  return lead;
}

/// Rewrites one content as its operations pass.
class Filter {
 public:
  Filter(const FontWidths& fonts, Blacks blacks) : pen_(fonts), ink_(blacks) {}
  /// May take `operation` away.
  void take(PdfOperation& operation);
  std::string written;

 private:
  void end_line(bool is_layered);
  void put_layer();
  void put_glyphs(const PdfOperation& operation, const SelectedFont& font);
  void put(const PdfOperation& operation);

  TextPen pen_;
  BlackInk ink_;

  std::vector<PdfOperation> line_;  ///< held back: its text is known at its end
  std::size_t first_glyphs_ = 0;    ///< its index there, when there is one
  double start_ = 0, lead_ = 0;
  std::string text_;  ///< UTF-16BE

  SelectedFont wanted_, selected_;  ///< by what was read, by what was written
  std::vector<SelectedFont> saved_;
};

void Filter::take(PdfOperation& operation) {
  const double x = pen_.x();
  pen_.follow(operation);
  if (!line_.empty() && !belongs_to_line(operation)) end_line(false);
  const auto text = actual_text(operation);
  if (line_.empty() && !text) return put(operation);
  if (line_.empty()) first_glyphs_ = no_glyphs, text_.clear();
  if (text) {
    if (!text->starts_with(byte_order_mark)) refuse("has a text in an unknown encoding");
    text_ = text->substr(byte_order_mark.size());
  }
  if (operation.shows_text() && first_glyphs_ == no_glyphs)
    first_glyphs_ = line_.size(), start_ = x, lead_ = lead_of(operation);
  const bool is_end = operation.name == "EMC" && !text_.empty();
  line_.push_back(std::move(operation));
  if (is_end) end_line(first_glyphs_ != no_glyphs && !layer_codes(text_).empty());
}

void Filter::end_line(bool is_layered) {
  bool is_hidden = false;
  for (std::size_t i = 0; i < line_.size(); ++i) {
    const PdfOperation& operation = line_[i];
    if (!is_layered || operation.name == "Tf") {
      put(operation);
    } else if (operation.shows_text()) {
      if (i == first_glyphs_) put_layer();
      // A tab is nothing to a reader that takes an ActualText for the glyphs, and not empty, which PDFium overlooks.
      if (!std::exchange(is_hidden, true)) written += "\n/Span<</ActualText(\\t)>>BDC";
      put_glyphs(operation, {silent_name(wanted_.name), wanted_.size});
    } else if (operation.name == "Td" || operation.name == "Tm") {
      put(operation);
    }
  }
  if (is_hidden) written += "\nEMC";
  line_.clear();
}

void Filter::put_layer() {
  const SelectedFont layer{layer_font_name, wanted_.size};
  const auto width = static_cast<double>(text_.size() / 2 * layer_glyph_width);
  const double natural = width / 1000 * wanted_.size;
  const double shown = pen_.x() - start_ - lead_ / 1000 * wanted_.size;
  const double stretch = natural == 0 ? 100 : std::clamp(100 * shown / natural, 1.0, 1000.0);
  const double lead = std::round(lead_ * 100 / stretch);
  // One thousandth to the left, because PDFium sorts what stands on one line. The pen returns to where it was.
  fmt::format_to(std::back_inserter(written), "\n{} {} Tf 3 Tr {:.2f} Tz [{:.0f}<", layer.name, layer.size, stretch,
                 1 - lead);
  add_hex(layer_codes(text_), written);
  fmt::format_to(std::back_inserter(written), ">{:.0f}]TJ 0 Tr 100 Tz", width - 1 + lead);
  selected_ = layer;
}

void Filter::put_glyphs(const PdfOperation& operation, const SelectedFont& font) {
  if (std::exchange(selected_, font) != font)
    fmt::format_to(std::back_inserter(written), "\n{} {} Tf", font.name, font.size);
  written += operation.text;
}

void Filter::put(const PdfOperation& operation) {
  if (operation.name == "Tf") {
    wanted_ = {std::string(operation.operand(0).text), operation.number(1)};
    return;
  }
  if (operation.shows_text()) return put_glyphs(operation, wanted_);
  if (operation.name == "q") saved_.push_back(wanted_);
  if (operation.name == "Q") {
    if (saved_.empty()) refuse("restores what it has not saved");
    wanted_ = saved_.back(), selected_ = {};
    saved_.pop_back();
  }
  const auto colour = ink_.instead_of(operation);
  written += colour ? std::string_view(*colour) : operation.text;
}

}  // namespace

std::string silent_name(std::string_view font) { return "/S" + std::string(font.substr(1)); }

std::string with_text_layer(std::string_view content, const FontWidths& fonts, Blacks blacks) {
  PaintedContent painted(content);
  Filter filter(fonts, blacks);
  filter.written.reserve(content.size() + content.size() / 4);
  for (PdfOperation operation; painted.read(operation);) filter.take(operation);
  return std::move(filter.written);
}

}  // namespace pehchan

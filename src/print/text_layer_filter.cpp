#include "print/text_layer_filter.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "base/run_error.h"
#include "print/layer_font.h"

namespace pehchan {
namespace {

constexpr std::string_view byte_order_mark = "\xFE\xFF";
constexpr std::size_t no_glyphs = static_cast<std::size_t>(-1);

[[noreturn]] void refuse(const char* what) {
  throw RunError(ExitCode::internal, std::string("a painted page ") + what);
}

bool is_word_operand(const std::string& word) { return word == "true" || word == "false" || word == "null"; }

/// What Cairo writes between a line's first and last glyph.
bool belongs_to_line(const PdfOperation& operation) {
  constexpr std::string_view names[] = {"BDC", "EMC", "Tf", "Td", "Tm", "Tj", "TJ"};
  return std::find(std::begin(names), std::end(names), operation.name) != std::end(names);
}

const std::string* actual_text(const PdfOperation& operation) {
  if (operation.name != "BDC" || operation.operand(0).getValue() != "/Span") return nullptr;
  for (std::size_t i = 0; i + 1 < operation.before.size(); ++i) {
    if (operation.before[i].getValue() != "/ActualText") continue;
    for (std::size_t at = i + 1; at < operation.before.size(); ++at)
      if (operation.before[at].getType() == QPDFTokenizer::tt_string) return &operation.before[at].getValue();
  }
  return nullptr;
}

/// How far a TJ moves before its first glyph, in thousandths of the size: Cairo leaves a gap to the text before so.
double lead_of(const PdfOperation& operation) {
  double lead = 0;
  for (const QPDFTokenizer::Token& token : operation.before) {
    if (token.getType() == QPDFTokenizer::tt_string && !token.getValue().empty()) break;
    if (token.getType() == QPDFTokenizer::tt_integer || token.getType() == QPDFTokenizer::tt_real)
      lead -= std::strtod(token.getValue().c_str(), nullptr);
  }
  return lead;
}

std::string hex(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) text += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return text;
}

}  // namespace

std::string silent_name(const std::string& font) { return "/S" + font.substr(1); }

void TextLayerFilter::handleToken(const QPDFTokenizer::Token& token) {
  const auto kind = token.getType();
  if (kind == QPDFTokenizer::tt_bad || kind == QPDFTokenizer::tt_inline_image) refuse("has what Cairo does not write");
  if (kind != QPDFTokenizer::tt_word || is_word_operand(token.getValue())) return next_.before.push_back(token);
  next_.name = token.getValue();
  take(next_);
  next_.before.clear();
}

void TextLayerFilter::handleEOF() {
  next_.name.clear();
  take(next_);
}

void TextLayerFilter::take(PdfOperation& operation) {
  const double x = pen_.x();
  pen_.follow(operation);
  if (!line_.empty() && !belongs_to_line(operation)) end_line(false);
  const std::string* text = actual_text(operation);
  if (line_.empty() && text == nullptr) return put(operation);
  if (line_.empty()) first_glyphs_ = no_glyphs, text_.clear();
  if (text != nullptr) begin_span(operation);
  if (operation.shows_text() && first_glyphs_ == no_glyphs)
    first_glyphs_ = line_.size(), start_ = x, lead_ = lead_of(operation);
  const bool is_end = operation.name == "EMC" && !text_.empty();
  line_.push_back(std::move(operation));
  if (is_end) end_line(first_glyphs_ != no_glyphs && !layer_codes(text_).empty());
}

void TextLayerFilter::begin_span(const PdfOperation& operation) {
  const std::string_view text = *actual_text(operation);
  if (!text.starts_with(byte_order_mark)) refuse("has a text in an unknown encoding");
  text_ = text.substr(byte_order_mark.size());
}

void TextLayerFilter::end_line(bool is_layered) {
  bool is_hidden = false;
  for (std::size_t i = 0; i < line_.size(); ++i) {
    const PdfOperation& operation = line_[i];
    if (!is_layered || operation.name == "Tf") {
      put(operation);
    } else if (operation.shows_text()) {
      if (i == first_glyphs_) put_layer();
      // A tab is nothing to a reader that takes an ActualText for the glyphs, and not empty, which PDFium overlooks.
      if (!std::exchange(is_hidden, true)) write("\n/Span<</ActualText(\\t)>>BDC");
      put_glyphs(operation, {silent_name(wanted_.name), wanted_.size});
    } else if (operation.name == "Td" || operation.name == "Tm") {
      put(operation);
    }
  }
  if (is_hidden) write("\nEMC");
  line_.clear();
}

void TextLayerFilter::put_layer() {
  const SelectedFont layer{layer_font_name, wanted_.size};
  const auto width = static_cast<double>(text_.size() / 2 * layer_glyph_width);
  const double natural = width / 1000 * wanted_.size;
  const double shown = pen_.x() - start_ - lead_ / 1000 * wanted_.size;
  const double stretch = natural == 0 ? 100 : std::clamp(100 * shown / natural, 1.0, 1000.0);
  const double lead = std::round(lead_ * 100 / stretch);
  // One thousandth to the left, because PDFium sorts what stands on one line. The pen returns to where it was.
  write(fmt::format("\n{} {} Tf 3 Tr {:.2f} Tz [{:.0f}<{}>{:.0f}]TJ 0 Tr 100 Tz", layer.name, layer.size, stretch,
                    1 - lead, hex(layer_codes(text_)), width - 1 + lead));
  selected_ = layer;
}

void TextLayerFilter::put_glyphs(const PdfOperation& operation, const SelectedFont& font) {
  if (std::exchange(selected_, font) != font) write(fmt::format("\n{} {} Tf", font.name, font.size));
  write(operation.text());
}

void TextLayerFilter::put(const PdfOperation& operation) {
  if (operation.name == "Tf") {
    wanted_ = {operation.operand(0).getValue(), operation.number(1)};
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
  write(colour ? *colour : operation.text());
}

}  // namespace pehchan

#include "card/lay_out.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "base/run_error.h"
#include "card/card_problems.h"
#include "card/condition.h"
#include "card/fill_text.h"
#include "card/lay_out_shapes.h"
#include "card/place_barcode.h"
#include "card/place_qr.h"
#include "draw/fit_text.h"

namespace pehchan {
namespace {

void add_texts(const std::vector<TextElement>& elements, const FontSet& fonts, const CardContent& content,
               const Ground& ground, CardDrawing& drawing, std::vector<Problem>& problems) {
  for (const TextElement& element : elements) {
    const auto pieces = pieces_of(element.text);
    const bool is_same_on_every_card = element.visibility.is_always() && is_literal(pieces);
    if (ground.takes_text(is_same_on_every_card, element.box)) continue;
    if (!is_drawn_for(element.visibility, content.member)) continue;
    const std::string text = fill(pieces, content.member, content.number);
    if (text.empty()) continue;
    auto fitted = fit_text(fonts, element.style, element.box, text);
    if (fitted) {
      drawing.texts.push_back(std::move(*fitted));
      continue;
    }
    const auto& missing = fitted.error().missing;
    const std::string field = field_to_blame(pieces, content.member, content.number, missing);
    problems.push_back(missing.empty() ? text_too_long(field) : text_unprintable(field, missing));
  }
}

using Symbols = std::span<const std::optional<BarcodeSymbol>>;

void add_barcodes(const std::vector<BarcodeElement>& elements, Symbols symbols, const CardContent& content,
                  CardDrawing& drawing, std::vector<Problem>& problems) {
  for (std::size_t i = 0; i < std::min(elements.size(), symbols.size()); ++i) {
    if (!symbols[i]) continue;
    if (const auto place = place_barcode(elements[i].box, *symbols[i])) {
      drawing.barcodes.push_back({*symbols[i], *place});
      continue;
    }
    const auto pieces = pieces_of(elements[i].text);
    if (is_literal(pieces))
      throw RunError(ExitCode::bad_config, fmt::format("the barcode \"{}\" does not fit its box", elements[i].text),
                     "Make the box larger in card.toml.");
    problems.push_back(barcode_too_dense(field_to_blame(pieces, content.member, content.number, {})));
  }
}

void add_qr(const std::optional<QrElement>& element, const QrSymbol& symbol, CardDrawing& drawing,
            std::vector<Problem>& problems) {
  if (!element) return;
  if (const auto place = place_qr(element->box, symbol.modules)) {
    drawing.qr = DrawnQr{symbol, *place};
  } else {
    problems.push_back(qr_too_dense());
  }
}

std::optional<DrawnPortrait> drawn(const std::optional<PortraitElement>& e, const Portrait& portrait) {
  if (!e) return std::nullopt;
  return DrawnPortrait{portrait, e->box, e->radius, e->shape, e->border, e->border_colour};
}

/// A member is told once what a field's trouble is, however many texts show the field.
std::vector<Problem> each_once(std::vector<Problem> problems, std::size_t row) {
  std::vector<Problem> once;
  for (Problem& problem : problems) {
    problem.row = row;
    if (std::find(once.begin(), once.end(), problem) == once.end()) once.push_back(std::move(problem));
  }
  return once;
}

}  // namespace

Result<CardDrawings, std::vector<Problem>> lay_out_card(const CardTemplate& design, const FontSet& fonts,
                                                        CardContent content) {
  std::vector<Problem> problems;
  CardDrawings drawings;
  Symbols symbols(content.barcodes);
  for (const CardSide side : {CardSide::front, CardSide::back}) {
    const SideTemplate& part = design.side(side);
    CardDrawing& drawing = side == CardSide::front ? drawings.front : drawings.back;
    Ground ground;
    lay_out_shapes(
        part, ground,
        [&](bool is_ground, const Visibility& seen) { return !is_ground && is_drawn_for(seen, content.member); },
        drawing);
    drawing.portrait = drawn(part.portrait, content.portrait);
    add_texts(part.texts, fonts, content, ground, drawing, problems);
    add_barcodes(part.barcodes, symbols, content, drawing, problems);
    symbols = symbols.subspan(std::min(symbols.size(), part.barcodes.size()));
    add_qr(part.qr, content.qr, drawing, problems);
  }
  if (!problems.empty()) return failure(each_once(std::move(problems), content.member.row));
  return drawings;
}

}  // namespace pehchan

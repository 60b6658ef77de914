#include "card/lay_out.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/run_error.h"
#include "card/card_problems.h"
#include "card/fill_text.h"
#include "card/place_qr.h"
#include "draw/fit_text.h"

namespace pehchan {
namespace {

/// A template's text taken apart; one that parse_template would have refused is a fault of the caller's.
std::vector<Piece> pieces_of(const TextElement& element) {
  auto pieces = parse_pattern(element.text);
  if (!pieces) throw RunError(ExitCode::bad_config, "\"" + element.text + "\": " + pieces.error());
  return std::move(*pieces);
}

bool is_same_on_every_card(const TextElement& element, const std::vector<Piece>& pieces) {
  return element.visibility.is_always() && is_literal(pieces);
}

bool has(const Member& member, const std::string& field) {
  const auto known = field_named(field);
  return known && !member[*known].empty();
}

bool applies(const TextElement& element, const Member& member) {
  const auto& [when, unless] = element.visibility;
  return (when.empty() || has(member, when)) && (unless.empty() || !has(member, unless));
}

/// The canonical name of the field to blame: the one that has the character, or the first.
std::string field_of(const std::vector<Piece>& pieces, const CardContent& content,
                     const std::vector<std::string>& missing) {
  std::string first;
  for (const Piece& piece : pieces) {
    if (!piece.place) continue;
    const std::string name(name_of(piece.place->field.value_or(Field::member_no)));
    if (first.empty()) first = name;
    const std::string value = value_of(*piece.place, content.member, content.number);
    for (const std::string& character : missing)
      if (value.find(character) != std::string::npos) return name;
  }
  return first;
}

CardDrawing lay_out_side(const SideTemplate& side, const FontSet& fonts, const CardContent& content,
                         std::vector<Problem>& problems) {
  CardDrawing drawing;
  for (const TextElement& element : side.texts) {
    const auto pieces = pieces_of(element);
    if (is_same_on_every_card(element, pieces) || !applies(element, content.member)) continue;
    const std::string text = fill(pieces, content.member, content.number);
    if (text.empty()) continue;
    auto fitted = fit_text(fonts, element.style, element.box, text);
    if (fitted) {
      drawing.texts.push_back(std::move(*fitted));
      continue;
    }
    const auto& missing = fitted.error().missing;
    const std::string field = field_of(pieces, content, missing);
    problems.push_back(missing.empty() ? text_too_long(field) : text_unprintable(field, missing));
  }
  return drawing;
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

void add_portrait(const std::optional<PortraitElement>& element, const Portrait& portrait, CardDrawing& drawing) {
  if (element) drawing.portrait = DrawnPortrait{portrait, element->box, element->radius};
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
  for (const CardSide side : {CardSide::front, CardSide::back}) {
    const SideTemplate& part = design.side(side);
    CardDrawing drawing = lay_out_side(part, fonts, content, problems);
    add_portrait(part.portrait, content.portrait, drawing);
    add_qr(part.qr, content.qr, drawing, problems);
    (side == CardSide::front ? drawings.front : drawings.back) = std::move(drawing);
  }
  if (!problems.empty()) return failure(each_once(std::move(problems), content.member.row));
  return drawings;
}

CardDrawing literal_drawing(const CardTemplate& design, const FontSet& fonts, CardSide side) {
  CardDrawing drawing;
  std::string mistakes;
  for (const TextElement& element : design.side(side).texts) {
    const auto pieces = pieces_of(element);
    const std::string& family = element.style.font.family;
    if (!fonts.has_family(family)) mistakes += fmt::format("\n  \"{}\": there is no font \"{}\"", element.text, family);
    // Words under a condition are not drawn here, but that they fit is the template's affair and not a member's.
    if (!is_literal(pieces)) continue;
    auto fitted = fit_text(fonts, element.style, element.box, fill(pieces, {}, {}));
    if (fitted) {
      if (is_same_on_every_card(element, pieces)) drawing.texts.push_back(std::move(*fitted));
    } else if (fitted.error().missing.empty()) {
      mistakes += fmt::format("\n  \"{}\" does not fit its box: make the box larger or floor_pt smaller", element.text);
    } else {
      mistakes += fmt::format("\n  \"{}\" has {}, which no font has", element.text, named(fitted.error().missing));
    }
  }
  if (mistakes.empty()) return drawing;
  throw RunError(ExitCode::bad_config,
                 fmt::format("the {} of the template {} cannot be set:{}", side == CardSide::front ? "front" : "back",
                             design.name, mistakes),
                 "Correct card.toml and run again.");
}

}  // namespace pehchan

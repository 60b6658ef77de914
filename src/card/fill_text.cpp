#include "card/fill_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/nearest.h"
#include "base/run_error.h"

namespace pehchan {
namespace {

constexpr std::string_view card_number_place = "card_no";

Result<Place, std::string> parse_place(std::string_view inside) {
  const auto bar = inside.find('|');
  const auto name = inside.substr(0, bar);
  Place place;
  place.field = field_named(name);
  if (!place.field && name != card_number_place) {
    const std::string near = nearest_place_name(name);
    return failure(fmt::format(
        "there is no field \"{}\"{}", name,
        near.empty() ? std::string(": use a column of the roll, or card_no") : fmt::format("; is it \"{}\"?", near)));
  }
  for (auto at = bar; at != std::string_view::npos;) {
    const auto next = inside.find('|', at + 1);
    auto filter = parse_filter(inside.substr(at + 1, next - at - 1));
    if (!filter) return failure(std::move(filter.error()));
    place.filters.push_back(std::move(*filter));
    at = next;
  }
  return place;
}

/// One place's value.
std::string value_of(const Place& place, const Member& member, const CardNumber& number) {
  std::string value = place.field ? member[*place.field] : number.text;
  for (const Filter& filter : place.filters) value = filtered(filter, value);
  return value;
}

}  // namespace

std::vector<Field> fields_shown(const CardTemplate& design) {
  std::set<Field> shown;
  const auto ask = [&](const Visibility& visibility) {
    for (const auto& condition : {visibility.when, visibility.unless})
      if (condition) shown.insert(condition->field);
  };
  const auto show = [&](const std::string& pattern) {
    for (const Piece& piece : parse_pattern(pattern).value_or(std::vector<Piece>{}))
      if (piece.place && piece.place->field) shown.insert(*piece.place->field);
  };
  for (const SideTemplate* side : {&design.front, &design.back}) {
    for (const RectangleElement& element : side->rectangles) ask(element.visibility);
    for (const LineElement& element : side->lines) ask(element.visibility);
    for (const PictureElement& element : side->pictures) ask(element.visibility);
    for (const TextElement& element : side->texts) ask(element.visibility), show(element.text);
    for (const BarcodeElement& element : side->barcodes) ask(element.visibility), show(element.text);
  }
  return {shown.begin(), shown.end()};
}

std::string nearest_place_name(std::string_view written) {
  std::array<std::string_view, field_count + 1> names;
  std::copy(field_names.begin(), field_names.end(), names.begin());
  names.back() = card_number_place;
  return nearest(written, names);
}

Result<std::vector<Piece>, std::string> parse_pattern(std::string_view text) {
  std::vector<Piece> pieces(1);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool is_brace = c == '{' || c == '}';
    const bool is_doubled = is_brace && at + 1 < text.size() && text[at + 1] == c;
    if (!is_brace || is_doubled) {
      pieces.back().words += c;
      at += is_doubled ? 1 : 0;
      continue;
    }
    const auto end = text.find('}', at);
    if (c == '}' || end == std::string_view::npos)
      return failure(std::string("a brace without its partner; write {{ or }} for a brace of your own"));
    auto place = parse_place(text.substr(at + 1, end - at - 1));
    if (!place) return failure(std::move(place.error()));
    pieces.back().place = *place;
    pieces.emplace_back();
    at = end;
  }
  return pieces;
}

std::vector<Piece> pieces_of(const std::string& text) {
  auto pieces = parse_pattern(text);
  if (!pieces) throw RunError(ExitCode::bad_config, "\"" + text + "\": " + pieces.error());
  return std::move(*pieces);
}

std::string field_to_blame(const std::vector<Piece>& pieces, const Member& member, const CardNumber& number,
                           const std::vector<std::string>& characters) {
  std::string first;
  for (const Piece& piece : pieces) {
    if (!piece.place) continue;
    const std::string name(piece.place->field ? name_of(*piece.place->field) : card_number_place);
    if (first.empty()) first = name;
    const std::string value = value_of(*piece.place, member, number);
    for (const std::string& character : characters)
      if (value.find(character) != std::string::npos) return name;
  }
  return first;
}

bool is_literal(const std::vector<Piece>& pieces) {
  return std::none_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.place.has_value(); });
}

std::string fill(const std::vector<Piece>& pieces, const Member& member, const CardNumber& number) {
  std::string text;
  bool has_value = is_literal(pieces);
  for (const Piece& piece : pieces) {
    text += piece.words;
    if (!piece.place) continue;
    const std::string value = value_of(*piece.place, member, number);
    has_value = has_value || !value.empty();
    text += value;
  }
  return has_value ? text : std::string{};
}

}  // namespace pehchan

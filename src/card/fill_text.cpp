#include "card/fill_text.h"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "base/nearest.h"

namespace pehchan {
namespace {

constexpr std::string_view card_number_place = "card_no";
constexpr std::size_t most_shown = 20;

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
  if (bar == std::string_view::npos) return place;
  const auto filter = inside.substr(bar + 1);
  if (filter == "date") {
    place.filter = Filter::date;
  } else if (filter == "upper") {
    place.filter = Filter::upper;
  } else if (filter.starts_with("mask:")) {
    place.filter = Filter::mask;
    const auto count = filter.substr(5);
    const auto [end, error] = std::from_chars(count.data(), count.data() + count.size(), place.shown);
    if (error != std::errc{} || end != count.data() + count.size() || place.shown > most_shown)
      return failure(fmt::format("\"{}\" must say how many characters to show, as mask:4 does", filter));
  } else {
    return failure(fmt::format("there is no filter \"{}\": use date, upper or mask:4", filter));
  }
  return place;
}

std::string as_date(const std::string& iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return iso;
  return iso.substr(8, 2) + "-" + iso.substr(5, 2) + "-" + iso.substr(0, 4);
}

std::string as_upper(const std::string& text) {
  std::string upper;
  icu::UnicodeString::fromUTF8(text).toUpper(icu::Locale::getRoot()).toUTF8String(upper);
  return upper;
}

std::string masked(std::string_view text, std::size_t shown) {
  constexpr std::string_view india = "+91";
  if (text.starts_with(india)) text.remove_prefix(india.size());
  const icu::UnicodeString all =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
  const auto count = static_cast<std::size_t>(all.countChar32());
  const std::size_t hidden = count - std::min(count, shown);
  std::string result;
  for (std::size_t i = 0; i < hidden; ++i) result += "×";
  all.tempSubString(all.moveIndex32(0, static_cast<int>(hidden))).toUTF8String(result);
  return result;
}

}  // namespace

std::vector<Field> fields_shown(const CardTemplate& design) {
  std::set<Field> shown;
  const auto ask = [&](const std::string& name) {
    if (const auto field = field_named(name)) shown.insert(*field);
  };
  for (const SideTemplate* side : {&design.front, &design.back})
    for (const TextElement& element : side->texts) {
      ask(element.visibility.when);
      ask(element.visibility.unless);
      for (const Piece& piece : parse_pattern(element.text).value_or(std::vector<Piece>{}))
        if (piece.place && piece.place->field) shown.insert(*piece.place->field);
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

bool is_literal(const std::vector<Piece>& pieces) {
  return std::none_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.place.has_value(); });
}

std::string value_of(const Place& place, const Member& member, const CardNumber& number) {
  const std::string& value = place.field ? member[*place.field] : number.text;
  switch (place.filter) {
    case Filter::date:
      return as_date(value);
    case Filter::upper:
      return as_upper(value);
    case Filter::mask:
      return masked(value, place.shown);
    case Filter::none:
      break;
  }
  return value;
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

#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/card_number.h"
#include "model/card_template.h"
#include "model/field.h"
#include "model/member.h"

namespace pehchan {

/// How a place shows its value: as it is, `|date` (2029-03-31 as 31-03-2029), `|upper`, or `|mask:4` (only the last
/// four characters, × for each of the others; a mobile number without its +91).
enum class Filter { none, date, upper, mask };

/// {name}, {mobile|mask:4}, {card_no}
struct Place {
  std::optional<Field> field;  ///< none: the card number
  Filter filter = Filter::none;
  std::size_t shown = 0;  ///< characters that mask leaves
};

/// A text of the template taken apart: words, then a place, in turn. `{{` and `}}` stand for single braces.
struct Piece {
  std::string words;
  std::optional<Place> place;
};

/// Or what is wrong with the text and what would be right.
Result<std::vector<Piece>, std::string> parse_pattern(std::string_view text);

/// Whether the text has no places: it is the same on every card.
bool is_literal(const std::vector<Piece>& pieces);

/// The text for one member; empty when it has places and all of them are empty.
std::string fill(const std::vector<Piece>& pieces, const Member& member, const CardNumber& number);

/// One place's value.
std::string value_of(const Place& place, const Member& member, const CardNumber& number);

/// The fields that a template shows or asks about on either side, each once, in the order of Field.
std::vector<Field> fields_shown(const CardTemplate& design);

/// The field name, or failing that the card number's name, that is nearest to what was written; nothing near: empty.
std::string nearest_place_name(std::string_view written);

}  // namespace pehchan

#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "card/filter.h"
#include "model/card_number.h"
#include "model/card_template.h"
#include "model/field.h"
#include "model/member.h"

namespace pehchan {

/// {name}, {card_no}, {mobile|mask:4}, {valid_until|date:d MMMM yyyy|digits-hindi}; the filters are in card/filter.h.
struct Place {
  std::optional<Field> field;   ///< none: the card number
  std::vector<Filter> filters;  ///< in the order in which they change the value
};

/// A text of the template taken apart: words, then a place, in turn. `{{` and `}}` stand for single braces.
struct Piece {
  std::string words;
  std::optional<Place> place;
};

/// Or what is wrong with the text and what would be right.
Result<std::vector<Piece>, std::string> parse_pattern(std::string_view text);

/// The same of a text that parse_template has let pass. Throws RunError (bad_config) for another.
std::vector<Piece> pieces_of(const std::string& text);

/// Whether the text has no places: it is the same on every card.
bool is_literal(const std::vector<Piece>& pieces);

/// The text for one member; empty when it has places and all of them are empty.
std::string fill(const std::vector<Piece>& pieces, const Member& member, const CardNumber& number);

/// The name of the field to blame for these characters, as the text has it: the one whose value has them, or the first.
/// The card number is "card_no". Empty for a text without places.
std::string field_to_blame(const std::vector<Piece>& pieces, const Member& member, const CardNumber& number,
                           const std::vector<std::string>& characters);

/// The fields that a template shows or asks about on either side, each once, in the order of Field.
std::vector<Field> fields_shown(const CardTemplate& design);

/// The field name, or failing that the card number's name, that is nearest to what was written; nothing near: empty.
std::string nearest_place_name(std::string_view written);

}  // namespace pehchan

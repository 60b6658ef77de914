#pragma once
#include <optional>
#include <string>
#include <vector>

#include "draw/fonts.h"
#include "model/card_drawing.h"
#include "model/card_number.h"
#include "model/member.h"
#include "model/portrait.h"
#include "model/problem.h"

namespace pehchan {

/// An element that cannot be drawn for a member, and why.
struct Unfit {
  CardSide side = CardSide::front;
  Rect box;
  LineColumn where;  ///< in card.toml
  Problem problem;   ///< in designer_words
};

/// As much of a card as can be drawn.
struct TriedCard {
  CardDrawings drawings;
  std::vector<Unfit> unfit;
};

/// What a designer tries on a template. Without a portrait there is none on the card, and the problems are the caller's
/// to tell. `link` is what the QR code says.
TriedCard try_card(const CardTemplate& design, const FontSet& fonts, const Member& member, const CardNumber& number,
                   const std::optional<Portrait>& portrait, const std::string& link);

}  // namespace pehchan

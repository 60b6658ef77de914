#pragma once
#include <string>
#include <vector>

#include "draw/fonts.h"
#include "model/card_number.h"
#include "model/card_template.h"
#include "model/member.h"
#include "model/problem.h"

namespace pehchan {

/// Two texts of one side that are drawn one over the other, or touch.
struct Overprint {
  LineColumn where;         ///< in card.toml, of the later one
  std::string text, other;  ///< as card.toml has them
  bool operator==(const Overprint&) const = default;
};

/// Those of a member's card. Texts may share a box, since one can stand in for another; that both are drawn there is
/// seldom meant. A text that does not fit is nobody's. `gap`: texts that lie closer side by side count, too.
std::vector<Overprint> overprints(const CardTemplate& design, const FontSet& fonts, const Member& member,
                                  const CardNumber& number, Mm gap = {});

/// Those of members with usual values: one for whom each text is drawn. Texts that touch count, too.
std::vector<Overprint> usual_overprints(const CardTemplate& design, const FontSet& fonts);

/// What to tell the template's author.
Words told(const Overprint& found);

}  // namespace pehchan

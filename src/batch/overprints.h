#pragma once
#include <string>
#include <vector>

#include "draw/fonts.h"
#include "model/card_number.h"
#include "model/card_template.h"
#include "model/member.h"

namespace pehchan {

/// Two texts of one side that are drawn one over the other.
struct Overprint {
  LineColumn where;         ///< in card.toml, of the later one
  std::string text, other;  ///< as card.toml has them
};

/// Those of a member's card. Texts may share a box, since one can stand in for another; that both are drawn there is
/// seldom meant. A text that does not fit is nobody's.
std::vector<Overprint> overprints(const CardTemplate& design, const FontSet& fonts, const Member& member,
                                  const CardNumber& number);

}  // namespace pehchan

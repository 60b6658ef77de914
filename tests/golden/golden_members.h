#pragma once
#include <string>
#include <vector>

#include "golden/render_card.h"

namespace pehchan {

/// Without what a roll need not have: no local name, mobile number, name of the booth, office or date.
Member bare_member();
/// Names and places about as long as there are.
Member long_member();

/// Somebody whose name, office and places are in one of the twelve scripts.
struct MemberInScript {
  std::string script;
  Member member;
};
std::vector<MemberInScript> members_in_scripts();

CardNumber usual_number();
/// Of an office that gives itself and its districts long names.
CardNumber long_number();

/// Laid out with the invented portrait and symbol; fails the test and gives nothing when it has problems.
CardDrawings laid_out(const CardTemplate& design, const FontSet& fonts, const Member& member,
                      const CardNumber& number = usual_number());

}  // namespace pehchan

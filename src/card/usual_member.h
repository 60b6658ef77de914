#pragma once
#include "model/card_number.h"
#include "model/card_template.h"
#include "model/member.h"

namespace pehchan {

// Who a template is held against before there is a roll.

/// Of usual length in every field.
Member usual_member();
/// The same as one for whom an element of this visibility is drawn: with the word that `when` asks for, and
/// without a value in the field that `unless` names.
Member usual_member_for(const Visibility& visibility);

CardNumber usual_number();
/// Prefix and district's code of four letters, and over a million cards.
CardNumber long_number();

}  // namespace pehchan

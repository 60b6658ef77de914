#pragma once
#include <string>

#include "draw/fonts.h"
#include "model/card_drawing.h"
#include "model/card_template.h"
#include "model/page_order.h"

namespace pehchan {

/// What a page's slug line says: the sheet's slug and which side of the sheet this is, or that both are.
std::string slug_of(const std::string& sheet_slug, CardSide side, const PageOrder& pages);

/// The line set in `room`, from the paper's top left corner: 5 pt, or smaller to the least that can be read. Throws
/// RunError (internal) when it is too long even so, or has characters that no font has.
DrawnText set_slug(const FontSet& fonts, const std::string& text, const Rect& room);

}  // namespace pehchan

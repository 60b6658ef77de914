#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "model/card_template.h"
#include "model/sheet_format.h"

namespace pehchan {

/// The slots of one sheet that hold a card, from 0, ascending.
using FilledSlots = std::vector<std::size_t>;

/// The first so many.
inline FilledSlots first_slots(std::size_t cards) {
  FilledSlots slots(cards);
  for (std::size_t i = 0; i < cards; ++i) slots[i] = i;
  return slots;
}

/// Which sides lie on the pages that a file has for each of its sheets.
struct PageOrder {
  std::vector<std::vector<CardSide>> pages = {{CardSide::front}, {CardSide::back}};

  std::size_t a_sheet() const { return pages.size(); }
  /// Of a sheet of the file, from 0; nothing when this side is not in the file.
  std::optional<std::size_t> page_of(std::size_t sheet, CardSide side) const {
    for (std::size_t i = 0; i < pages.size(); ++i)
      for (const CardSide one : pages[i])
        if (one == side) return sheet * pages.size() + i;
    return std::nullopt;
  }
  /// What a page of the file has; the front of both.
  CardSide side_of(std::size_t page) const { return pages[page % pages.size()].front(); }
  bool has(CardSide side) const { return page_of(0, side).has_value(); }
};

/// The side of the paper, as a printer knows it, that a side of cards is printed on: only a sheet that is turned over
/// in the printer has two.
constexpr CardSide side_of_paper(Sides sides, CardSide side) { return sides == Sides::duplex ? side : CardSide::front; }

}  // namespace pehchan

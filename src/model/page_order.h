#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "model/card_template.h"

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
  /// Of a page of the file, from 0: the side that it is placed by.
  CardSide side_of(std::size_t page) const { return pages[page % pages.size()].front(); }
  bool has(CardSide side) const { return page_of(0, side).has_value(); }
};

}  // namespace pehchan

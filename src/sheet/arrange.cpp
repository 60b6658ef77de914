#include "sheet/arrange.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace pehchan {
namespace {

/// Nearer columns are one.
constexpr Mm one_column{0.01};

void put(ArrangedSheet& sheet, std::size_t slot, std::size_t item) {
  const auto at = std::lower_bound(sheet.slots.begin(), sheet.slots.end(), slot);
  sheet.items.insert(sheet.items.begin() + (at - sheet.slots.begin()), item);
  sheet.slots.insert(at, slot);
}

std::vector<ArrangedSheet> stacked(std::size_t items, const std::vector<std::size_t>& order) {
  const std::size_t sheets = sheets_for(items, order.size());
  std::vector<ArrangedSheet> arranged(sheets);
  for (std::size_t item = 0; item < items; ++item) put(arranged[item % sheets], order[item / sheets], item);
  return arranged;
}

}  // namespace

std::vector<std::size_t> order_of(const std::vector<Slot>& fronts, Filling filling) {
  std::vector<std::size_t> order(fronts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (filling == Filling::columns)
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return fronts[a].trim.x + one_column < fronts[b].trim.x; });
  return order;
}

std::vector<ArrangedSheet> arrange(std::size_t items, const std::vector<Slot>& fronts, Filling filling,
                                   std::size_t used) {
  const auto order = order_of(fronts, filling);
  if (filling == Filling::stacks) return stacked(items, order);
  std::vector<ArrangedSheet> arranged(sheets_for(items + used, order.size()));
  for (std::size_t item = 0; item < items; ++item) {
    const std::size_t place = used + item;
    put(arranged[place / order.size()], order[place % order.size()], item);
  }
  return arranged;
}

}  // namespace pehchan

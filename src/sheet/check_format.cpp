#include "sheet/check_format.h"

#include <fmt/format.h>

#include <algorithm>

#include "sheet/impose.h"

namespace pehchan {
namespace {

constexpr Mm tolerance{0.01};

bool coincide(const Rect& a, const Rect& b) { return contains(a, b, tolerance) && contains(b, a, tolerance); }

Rect hull(const MarkLine& mark) {
  const Mm x = std::min(mark.from.x, mark.to.x), y = std::min(mark.from.y, mark.to.y);
  return {x, y, std::max(mark.from.x, mark.to.x) - x, std::max(mark.from.y, mark.to.y) - y};
}

/// A line has no area: it lies on a card when it runs through the inside of its bleed.
bool lies_on(const MarkLine& mark, const Slot& slot) {
  const Rect line = hull(mark), card = grown(slot.trim, slot.bleed);
  return line.x < card.right() - tolerance && line.right() > card.x + tolerance && line.y < card.bottom() - tolerance &&
         line.bottom() > card.y + tolerance;
}

class Check {
 public:
  explicit Check(const SheetFormat& format) : format_(format), imposition_(impose(format)) {}

  std::vector<FormatFault> run() {
    check_bleed();
    check_sides();
    check_slots();
    check_marks();
    check_rooms();
    return std::move(faults_);
  }

 private:
  void add(const char* key, std::string what) { faults_.push_back({key, std::move(what)}); }
  const char* place_key() const { return format_.places.empty() ? "first" : "places"; }

  std::vector<Slot> slots() const {
    std::vector<Slot> all = imposition_.front.slots;
    if (format_.sides == Sides::both_up)
      all.insert(all.end(), imposition_.back.slots.begin(), imposition_.back.slots.end());
    return all;
  }

  void check_bleed() {
    if (format_.places.empty() &&
        format_.inner_bleed * 2 > std::min(format_.gutter.width, format_.gutter.height) + 0.000001_mm)
      add("inner_bleed", "\"inner_bleed\" is more than half of \"gutter\": neighbours would overlap");
    if (format_.mark_length > 0_mm && format_.mark_offset < format_.outer_bleed)
      add("mark_offset", "\"mark_offset\" is less than \"outer_bleed\": marks would lie on the cards");
  }

  void check_sides() {
    const bool is_turned_over = format_.sides == Sides::duplex || format_.sides == Sides::separate;
    if (is_turned_over && format_.duplex == Duplex::none)
      add("duplex", "\"duplex\" must be \"long-edge\" or \"short-edge\": over which edge is the sheet turned?");
    if (!is_turned_over && format_.duplex != Duplex::none)
      add("duplex", "no sheet is turned over: \"duplex\" must be \"none\" or left out");
    if (!backs_lie_on_cards())
      add(place_key(), "the cards do not lie in the middle of the paper: a back would miss its front");
  }

  /// A block of cards in the middle of the paper lies in the same place on both sides.
  bool backs_lie_on_cards() const {
    if (format_.sides == Sides::both_up) {
      const Mm right = format_.first.x + format_.columns * (format_.card.width + format_.gutter.width);
      const Mm off = format_.paper.width - (right - format_.gutter.width) - format_.first.x;
      return off < tolerance && off > -tolerance;
    }
    const auto& fronts = imposition_.front.slots;
    return std::ranges::all_of(imposition_.back.slots, [&](const Slot& back) {
      return std::ranges::any_of(fronts, [&](const Slot& front) { return coincide(front.trim, back.trim); });
    });
  }

  void check_slots() {
    const auto all = slots();
    const auto leaves = [&](const Slot& slot) {
      return !contains(format_.printable(), grown(slot.trim, slot.bleed), tolerance);
    };
    if (std::ranges::any_of(all, leaves) || std::ranges::any_of(imposition_.back.slots, leaves))
      add(place_key(), "a card with its bleed leaves the printable area of the paper");
    for (std::size_t i = 0; i < all.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (overlap(grown(all[i].trim, all[i].bleed), grown(all[j].trim, all[j].bleed), tolerance) &&
            (!format_.places.empty() || overlap(all[i].trim, all[j].trim, tolerance)))
          return add(place_key(), fmt::format("cards {} and {} lie upon each other, with their bleed", j + 1, i + 1));
  }

  void check_marks() {
    const auto all = slots();
    bool is_outside = false, is_on_card = false;
    for (const MarkLine& mark : imposition_.front.crop_marks) {
      is_outside |= !contains(format_.printable(), hull(mark));
      is_on_card |= std::ranges::any_of(all, [&](const Slot& slot) { return lies_on(mark, slot); });
    }
    if (is_outside) add("mark_length", "a crop mark leaves the printable area of the paper");
    if (is_on_card && format_.mark_offset >= format_.outer_bleed)
      add("mark_length", "a crop mark lies on a card or its bleed");
    if (format_.has_inner_marks && format_.gutter.width - format_.inner_bleed * 2 < 1_mm &&
        format_.gutter.height - format_.inner_bleed * 2 < 1_mm)
      add("inner_marks", "there is no room for marks: \"gutter\" must be 1 mm more than twice \"inner_bleed\"");
    for (const Point& mark : imposition_.front.registration)
      if (!contains(format_.printable(), grown(Rect{mark.x, mark.y, {}, {}}, registration_reach)))
        return add("registration", "the margin has no room for registration marks beyond the crop marks");
  }

  void check_rooms() {
    if (format_.has_colour_bar && !imposition_.front.colour_bar)
      add("colour_bar", "the margin under the cards has no room for a colour bar");
    if (format_.has_sheet_code && !imposition_.front.sheet_code)
      add("sheet_code", "the margin over the right column has no room for a barcode of the sheet's number");
  }

  const SheetFormat& format_;
  const Imposition imposition_;
  std::vector<FormatFault> faults_;
};

}  // namespace

std::vector<FormatFault> faults_of(const SheetFormat& format) {
  // Of these there are no two halves to impose.
  if (format.sides == Sides::both_up && !format.places.empty())
    return {{"sides", "\"both-up\" needs columns and rows, not places"}};
  if (format.sides == Sides::both_up && format.columns % 2 != 0)
    return {{"columns", "\"both-up\" needs an even number of columns: fronts in the left half, backs in the right"}};
  return Check(format).run();
}

}  // namespace pehchan

#include "batch/sheet_list.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "draw/fonts.h"
#include "print/sheet_thumbnails.h"
#include "sheet/impose.h"
#include "sheet/side_words.h"

namespace pehchan {
namespace {

using Json = nlohmann::ordered_json;

/// Free of the last digits of binary fractions.
double rounded(Mm length) { return std::round(length.value * 10000) / 10000; }

constexpr int degrees_of(Turn turn) { return 90 * static_cast<int>(turn); }

Json told(const std::vector<Slot>& slots) {
  Json list = Json::array();
  for (const Slot& slot : slots)
    list.push_back({{"x", rounded(slot.trim.x)}, {"y", rounded(slot.trim.y)}, {"turned", degrees_of(slot.turn)}});
  return list;
}

Json told(const SheetFormat& format) {
  const Imposition imposition = impose(format);
  return {{"name", format.name},
          {"title_en", format.title.en},
          {"title_hi", format.title.hi},
          {"cards", format.cards_per_sheet()},
          {"paper", {rounded(format.paper.width), rounded(format.paper.height)}},
          {"card", {rounded(format.card.width), rounded(format.card.height)}},
          {"sides", word_of(format.sides)},
          {"duplex", word_of(format.duplex)},
          {"unverified_en", format.unverified.en},
          {"unverified_hi", format.unverified.hi},
          {"fronts", told(imposition.front.slots)},
          {"backs", told(imposition.back.slots)}};
}

}  // namespace

std::string sheets_json(const std::vector<SheetFormat>& formats) {
  Json list = Json::array();
  for (const SheetFormat& format : formats) list.push_back(told(format));
  return Json{{"schema", 1}, {"sheets", list}}.dump(2) + "\n";
}

void draw_sheet_list(const std::filesystem::path& file, const std::vector<SheetFormat>& formats) {
  std::vector<ShownFormat> shown;
  for (const SheetFormat& format : formats) shown.push_back({format, impose(format)});
  draw_sheet_thumbnails(file, shown, FontSet());
}

}  // namespace pehchan

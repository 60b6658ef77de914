#include "batch/check_columns.h"

#include <fmt/format.h>

#include <string>

#include "card/fill_text.h"
#include "card/parse_template.h"
#include "roll/roll_reader.h"

namespace pehchan {
namespace {

void check(const std::string& pattern, const Visibility& visibility, LineColumn where, const RollReader& roll,
           Mistakes& mistakes) {
  for (const Piece& piece : pieces_of(pattern)) {
    if (!piece.place || !piece.place->field) continue;
    const Field field = *piece.place->field;
    if (roll.columns()[field] || (visibility.when && visibility.when->field == field)) continue;
    mistakes.add(where,
                 fmt::format("{0} has no column \"{1}\": choose another field, or add when = \"{1}\" so that the "
                             "element is left out without it",
                             roll.file(), name_of(field)));
  }
}

}  // namespace

void check_columns(const CardTemplate& design, const std::filesystem::path& folder, const RollSource& source) {
  const RollReader roll(source);
  Mistakes mistakes;
  for (const SideTemplate* side : {&design.front, &design.back}) {
    for (const TextElement& element : side->texts)
      check(element.text, element.visibility, element.where, roll, mistakes);
    for (const BarcodeElement& element : side->barcodes)
      check(element.text, element.visibility, element.where, roll, mistakes);
  }
  refuse(mistakes, folder);
}

}  // namespace pehchan

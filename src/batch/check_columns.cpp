#include "batch/check_columns.h"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>

#include "card/fill_text.h"
#include "card/parse_template.h"
#include "roll/roll_reader.h"

namespace pehchan {
namespace {

void check_fields(const std::string& pattern, const Visibility& visibility, LineColumn where, const RollReader& roll,
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

/// Whether a member has a field may be asked of any roll. But a word in a column that is not there is nobody's.
void check_conditions(const Visibility& visibility, const RollReader& roll, Mistakes& mistakes) {
  const auto check = [&](const std::optional<Condition>& condition, std::string_view key) {
    if (!condition || !condition->equals || roll.columns()[condition->field]) return;
    mistakes.add(condition->where,
                 fmt::format("{} has no column \"{}\", so that this \"{}\" holds for nobody: take it out "
                             "or ask about another field",
                             roll.file(), name_of(condition->field), key));
  };
  check(visibility.when, "when");
  check(visibility.unless, "unless");
}

}  // namespace

void check_columns(const CardTemplate& design, const std::filesystem::path& folder, const RollSource& source) {
  const RollReader roll(source);
  Mistakes mistakes;
  for (const SideTemplate* side : {&design.front, &design.back}) {
    for (const TextElement& element : side->texts)
      check_fields(element.text, element.visibility, element.where, roll, mistakes);
    for (const BarcodeElement& element : side->barcodes)
      check_fields(element.text, element.visibility, element.where, roll, mistakes);
    const auto check_all = [&](const auto& elements) {
      for (const auto& element : elements) check_conditions(element.visibility, roll, mistakes);
    };
    check_all(side->rectangles), check_all(side->lines), check_all(side->pictures);
    check_all(side->texts), check_all(side->barcodes);
  }
  refuse(mistakes, folder);
}

}  // namespace pehchan

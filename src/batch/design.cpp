#include "batch/design.h"

#include <filesystem>

#include "base/file.h"
#include "base/run_error.h"
#include "base/sha256.h"
#include "card/fill_text.h"
#include "card/lay_out.h"
#include "card/parse_template.h"
#include "sheet/impose.h"
#include "sheet/read_format.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t largest_file = 50'000'000;

}  // namespace

fs::path template_folder(const std::string& template_name) {
  const fs::path shipped = data_folder() / "templates" / template_name;
  return fs::exists(shipped) ? shipped : fs::path(template_name);
}

Design read_design(const std::string& template_name, const std::string& sheet, const FontSet& fonts) {
  const fs::path folder = template_folder(template_name);
  const fs::path format = sheet_format_file(sheet, data_folder());
  Design design;
  design.sheet.card = parse_template(folder);
  design.sheet.format = read_sheet_format(format);
  if (design.sheet.format.card != design.sheet.card.size)
    throw RunError(ExitCode::bad_config, "the template's card is not the size of the sheet format's",
                   "Choose another --sheet or --template.");
  design.sheet.imposition = impose(design.sheet.format);
  design.sheet.literals = {literal_drawing(design.sheet.card, fonts, CardSide::front),
                           literal_drawing(design.sheet.card, fonts, CardSide::back)};
  design.fields_shown = fields_shown(design.sheet.card);
  const CardTemplate& card = design.sheet.card;
  design.hash = sha256_hex(sha256_of_file((folder / "card.toml").string()) + sha256_hex(card.front.artwork.bytes) +
                           sha256_hex(card.back.artwork.bytes) + sha256_of_file(format.string()));
  return design;
}

}  // namespace pehchan

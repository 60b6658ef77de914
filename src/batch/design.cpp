#include "batch/design.h"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

#include "base/file.h"
#include "base/run_error.h"
#include "base/sha256.h"
#include "batch/check_template.h"
#include "card/fill_text.h"
#include "card/lay_out.h"
#include "card/parse_template.h"
#include "print/inspect_artwork.h"
#include "sheet/find_format.h"
#include "sheet/impose.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

Imposition imposed(const SheetFormat& format, const Size& card) {
  if (const auto turn = turn_to_fit(format, card)) return impose(format, *turn);
  const Size& slot = format.card;
  throw RunError(
      ExitCode::bad_config,
      fmt::format("the template's card is {:g} × {:g} mm; the sheet format {} takes cards of {:g} × {:g} mm, or of "
                  "{:g} × {:g} mm turned by a quarter",
                  card.width.value, card.height.value, format.name, slot.width.value, slot.height.value,
                  slot.height.value, slot.width.value),
      "Choose another --sheet or --template.");
}

/// SHA-256 of each picture, one after the other; nothing for a template without pictures.
std::string pictures_of(const CardTemplate& card) {
  std::string hashes;
  for (const SideTemplate* side : {&card.front, &card.back})
    for (const PictureElement& element : side->pictures) hashes += sha256_hex(element.picture->bytes);
  return hashes;
}

}  // namespace

fs::path template_folder(const std::string& template_name) {
  const bool is_name = template_name.find('/') == std::string::npos && !template_name.starts_with('.');
  const fs::path shipped = data_folder() / "templates" / template_name;
  if (is_name && fs::exists(shipped)) return shipped;
  const fs::path folder(template_name);
  if (folder.filename() != "card.toml") return folder;
  return folder.has_parent_path() ? folder.parent_path() : fs::path(".");
}

Design read_design(const std::string& template_name, const std::string& sheet, const FontSet& fonts,
                   const std::string& link_base) {
  const fs::path folder = template_folder(template_name);
  FoundFormat found = find_sheet_format(sheet, data_folder());
  Design design;
  design.sheet.card = parse_template(folder);
  design.sheet.format = std::move(found.format);
  design.sheet.imposition = imposed(design.sheet.format, design.sheet.card.size);
  check_template(design.sheet.card, folder, fonts, link_base);
  design.sheet.literals = {literal_drawing(design.sheet.card, fonts, CardSide::front),
                           literal_drawing(design.sheet.card, fonts, CardSide::back)};
  design.artwork = read_artwork(design.sheet.card);
  design.fields_shown = fields_shown(design.sheet.card);
  design.hash = hash_of(design.sheet.card, folder / "card.toml", found.text);
  return design;
}

std::string hash_of(const CardTemplate& card, const fs::path& toml, const std::string& format) {
  return sha256_hex(sha256_of_file(toml.string()) + sha256_hex(card.front.artwork.bytes) +
                    sha256_hex(card.back.artwork.bytes) + pictures_of(card) + sha256_hex(format));
}

}  // namespace pehchan

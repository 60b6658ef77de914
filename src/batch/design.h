#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "draw/fonts.h"
#include "model/field.h"
#include "print/sheet_design.h"

namespace pehchan {

class CardArtwork;

/// A template on a sheet format, and what tells it from any other.
struct Design {
  SheetDesign sheet;
  std::shared_ptr<const CardArtwork> artwork = {};  ///< of its card, for all files of a run: reading it can take seconds
  std::string hash;                            ///< SHA-256 of the template's files and the sheet format's
  std::vector<Field> fields_shown;             ///< a change in any other field does not change the card

  bool shows_portrait() const { return sheet.card.front.portrait || sheet.card.back.portrait; }
  std::size_t per_sheet() const { return static_cast<std::size_t>(sheet.format.cards_per_sheet()); }
};

/// The folder of a template: one that comes with the program, by its name; or a path, which has a slash in it or begins
/// with a dot, or is no such name. The path of its card.toml does as well.
std::filesystem::path template_folder(const std::string& template_name);

/// `template_name`: a folder of templates/, or a path; `sheet`: as find_sheet_format takes it. Throws RunError for
/// either (see read_template), bad_config when the card fits the sheet neither upright nor turned by a quarter.
Design read_design(const std::string& template_name, const std::string& sheet, const FontSet& fonts,
                   const std::string& link_base);

/// Design::hash: of card.toml, the artwork and every picture, and the sheet format's text (see find_sheet_format).
std::string hash_of(const CardTemplate& card, const std::filesystem::path& toml, const std::string& format);

}  // namespace pehchan

#pragma once
#include <cstddef>
#include <filesystem>
#include <string>

#include "print/sheet_design.h"

namespace pehchan {

/// Pictures of a file: its first sheet with cards and its first card, both sides.
inline constexpr const char* preview_kinds[] = {"-front", "-back", "-card-front", "-card-back"};

/// "previews/sheets-0001-front.png" for the file sheets-0001.pdf, below the output folder.
std::filesystem::path preview_name(const std::string& file, const std::string& kind);

/// Where a card is in a file: its sheet and slot, both from 0.
struct ShownCard {
  std::size_t sheet = 0, slot = 0;
};

/// Pictures to look at before printing, below `out`, of the sides that `pdf` has: NAME-front.png and NAME-back.png of
/// the card's sheet at 80 dpi, and NAME-card-front.png and NAME-card-back.png of the card, upright, at 200 dpi. Throws
/// RunError.
void write_previews(const std::filesystem::path& out, const std::string& name, const std::filesystem::path& pdf,
                    const SheetDesign& design, const ShownCard& card);

}  // namespace pehchan

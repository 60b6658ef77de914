#pragma once
#include <filesystem>
#include <string>

#include "print/sheet_design.h"

namespace pehchan {

/// What write_previews makes of a file: its first sheet and its first card, both sides.
inline constexpr const char* preview_kinds[] = {"-front", "-back", "-card-front", "-card-back"};

/// "previews/sheets-0001-front.png" for the file sheets-0001.pdf, below the output folder.
std::filesystem::path preview_name(const std::string& file, const std::string& kind);

/// Pictures to look at before printing, below `out`: NAME-front.png and NAME-back.png of the file's first sheet at
/// 80 dpi, and NAME-card-front.png and NAME-card-back.png of its first card, upright, at 200 dpi. Throws RunError.
void write_previews(const std::filesystem::path& out, const std::string& name, const std::filesystem::path& pdf,
                    const SheetDesign& design);

}  // namespace pehchan

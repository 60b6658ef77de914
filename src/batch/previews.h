#pragma once
#include <filesystem>
#include <string>

#include "print/sheet_design.h"

namespace pehchan {

/// Pictures to look at before printing, in `folder`: NAME-front.png and NAME-back.png of the file's first sheet at
/// 80 dpi, and NAME-card-front.png and NAME-card-back.png of its first card at 200 dpi. Throws RunError.
void write_previews(const std::filesystem::path& folder, const std::string& name, const std::filesystem::path& pdf,
                    const SheetDesign& design);

}  // namespace pehchan

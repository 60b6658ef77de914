#pragma once
#include <filesystem>
#include <span>

#include "draw/fonts.h"
#include "model/imposition.h"
#include "model/sheet_format.h"

namespace pehchan {

struct ShownFormat {
  SheetFormat format;
  Imposition imposition;
};

/// Draws small pictures of sheet formats, one or more, both sides of each, with the printable area, every card's trim,
/// bleed, number and top edge, and all marks. All on one page: a PDF where the name ends in .pdf, else a PNG. Same
/// formats, same bytes. Throws RunError (cannot_create, try_again, io_error).
void draw_sheet_thumbnails(const std::filesystem::path& file, std::span<const ShownFormat> formats,
                           const FontSet& fonts);

}  // namespace pehchan

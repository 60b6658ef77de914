#pragma once
#include <cstddef>
#include <filesystem>
#include <span>

#include "print/sheet_design.h"

namespace pehchan {

class CardArtwork;

/// Makes a print-ready PDF of a painted one that holds no cards (those come from SheetPainter::finish, which knows of
/// their artwork): TrimBox and BleedBox on every page (the whole sheet), duplicate resources cleaned, no picture
/// smoothed
/// (/Interpolate), object streams, version 1.6, an /ID made from the content: same bytes in, same bytes out. Throws
/// RunError (try_again on a full disk, internal when the painted file is not sound).
void finish_pdf(const std::filesystem::path& painted, const std::filesystem::path& finished);

/// The same of painted `sheets`, with the artwork of their cards laid beneath (see lay_beneath.h) and all of it moved
/// as `design.printer` needs it (see correction.h).
void finish_sheets(const std::filesystem::path& painted, const std::filesystem::path& finished,
                   const SheetDesign& design, const CardArtwork& artwork, std::span<const FilledSlots> sheets);

}  // namespace pehchan

#pragma once
#include <cstddef>
#include <filesystem>

#include "print/sheet_design.h"

namespace pehchan {

/// Makes a print-ready PDF of a painted one: TrimBox and BleedBox on every page (the whole sheet), duplicate resources
/// cleaned, no picture smoothed (/Interpolate), object streams, version 1.6, an /ID made from the content: same bytes
/// in, same bytes out. Throws RunError (try_again on a full disk, internal when the painted file is not sound).
void finish_pdf(const std::filesystem::path& painted, const std::filesystem::path& finished);

/// The same of painted sheets with so many `cards`, and their artwork laid beneath them (see lay_beneath.h).
void finish_pdf(const std::filesystem::path& painted, const std::filesystem::path& finished, const SheetDesign& design,
                std::size_t cards);

}  // namespace pehchan

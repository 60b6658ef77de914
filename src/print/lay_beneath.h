#pragma once
#include <cstddef>
#include <qpdf/QPDFObjectHandle.hh>
#include <span>

#include "print/pdf_artwork.h"
#include "print/sheet_design.h"

namespace pehchan {

/// What the artwork of a page is called among its XObjects.
inline constexpr const char* artwork_resource = "/PehchanArtwork";
/// A page's first content where its side has artwork.
inline constexpr const char* call_of_artwork = "q /PehchanArtwork Do Q\n";

/// Where the artwork of a card is cut, in a page's points: at its bleed.
QPDFObjectHandle::Rectangle clip_of(const Slot& slot, const SheetFormat& format);

/// Lays the artwork of `design.card` beneath everything else of each sheet of `pdf`, at each of its cards, turned as
/// the card is and cut at its bleed: stored once in the file, and once for each side and number of cards how it lies on
/// a sheet. `pdf` holds two pages for each number of `cards`. Where the artwork has inks or spot colours, those pages
/// are blended in CMYK, not in Cairo's RGB. A side without artwork stays as it is.
void lay_beneath(QPDF& pdf, const SheetDesign& design, const CardArtwork& artwork, std::span<const std::size_t> cards);

}  // namespace pehchan

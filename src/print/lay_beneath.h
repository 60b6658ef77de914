#pragma once
#include <cstddef>
#include <qpdf/QPDFObjectHandle.hh>
#include <span>
#include <string>

#include "print/pdf_artwork.h"
#include "print/sheet_design.h"

namespace pehchan {

/// What the artwork of a side is called among its page's XObjects: a back that lies on its front's page is told from
/// it.
constexpr const char* artwork_resource(const PageOrder& pages, CardSide side) {
  return side == CardSide::back && pages.page_of(0, CardSide::front) == pages.page_of(0, CardSide::back)
             ? "/PehchanArtworkOfBacks"
             : "/PehchanArtwork";
}
/// A page's first content where a side on it has artwork; the back's before the front's where both have.
std::string call_of_artwork(const PageOrder& pages, CardSide side);

/// Where the artwork of a card is cut, in a page's points: at its bleed.
QPDFObjectHandle::Rectangle clip_of(const Slot& slot, const SheetFormat& format);

/// Lays the artwork of `design.card` beneath everything else of each sheet of `pdf`, at each of its cards, turned as
/// the card is and cut at its bleed: stored once in the file, and once for each side and set of filled slots how it
/// lies on a sheet. `pdf` holds the design's pages of each of the `sheets`. Where the artwork has inks or spot colours,
/// those pages are blended in CMYK, not in Cairo's RGB. A side without artwork stays as it is.
void lay_beneath(QPDF& pdf, const SheetDesign& design, const CardArtwork& artwork, std::span<const FilledSlots> sheets);

}  // namespace pehchan

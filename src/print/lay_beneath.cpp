#include "print/lay_beneath.h"

#include <fmt/format.h>

#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFMatrix.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <string>

#include "print/pdf_artwork.h"
#include "print/slot_matrix.h"

namespace pehchan {
namespace {

QPDFMatrix matrix_of(const std::array<double, 6>& m) { return {m[0], m[1], m[2], m[3], m[4], m[5]}; }

/// From the paper's mm to a page's points: a PDF's y runs up from the lower left corner.
QPDFMatrix matrix_of(const SheetFormat& format) {
  const double pt = to_pt(1_mm);
  return {pt, 0, 0, -pt, 0, to_pt(format.paper.height)};
}

/// The artwork of one side on sheets of one file.
class Underlay {
 public:
  Underlay(QPDF& pdf, const SheetDesign& design, CardSide side, const PdfArtwork& artwork)
      : pdf_(pdf),
        design_(design),
        side_(side),
        slots_(design.imposition.side(side).slots),
        artwork_(artwork),
        form_(artwork_.copied_into(pdf)),
        call_(pdf.makeIndirectObject(QPDFObjectHandle::newStream(&pdf, call_of_artwork(design.pages, side)))) {}

  void lay(QPDFPageObjectHelper page, const FilledSlots& filled) {
    if (filled.empty()) return;
    QPDFObjectHandle resources = page.getAttribute("/Resources", true);
    QPDFObjectHandle objects = resources.getKey("/XObject");
    objects = objects.isDictionary() ? objects.shallowCopy() : QPDFObjectHandle::newDictionary();
    objects.replaceKey(artwork_resource(design_.pages, side_), sheet_of(filled));
    resources.replaceKey("/XObject", objects);
    page.addPageContents(call_, true);
    QPDFObjectHandle group = page.getObjectHandle().getKey("/Group");
    if (artwork_.uses_cmyk() && group.isDictionary()) group.replaceKey("/CS", QPDFObjectHandle::newName("/DeviceCMYK"));
  }

 private:
  QPDFObjectHandle sheet_of(const FilledSlots& filled) {
    QPDFObjectHandle& sheet = sheets_[filled];
    if (sheet.isInitialized()) return sheet;
    std::string content;
    for (const std::size_t i : filled) content += at(slots_.at(i));
    sheet = QPDFObjectHandle::newStream(&pdf_, content);
    const double width = to_pt(design_.format.paper.width), height = to_pt(design_.format.paper.height);
    sheet.replaceDict(QPDFObjectHandle::parse("<< /Type /XObject /Subtype /Form /Resources << /XObject << >> >> >>"));
    sheet.getDict().replaceKey("/BBox", QPDFObjectHandle::newFromRectangle({0, 0, width, height}));
    sheet.getDict().getKey("/Resources").getKey("/XObject").replaceKey("/Artwork", form_);
    return sheet;
  }

  std::string at(const Slot& slot) const {
    QPDFMatrix paper = matrix_of(design_.format);
    const auto clip = clip_of(slot, design_.format);
    paper.concat(matrix_of(slot_matrix(slot)));
    paper.concat(artwork_.placement());
    return fmt::format("q {:.4f} {:.4f} {:.4f} {:.4f} re W n {} cm /Artwork Do Q\n", clip.llx, clip.lly,
                       clip.urx - clip.llx, clip.ury - clip.lly, paper.unparse());
  }

  QPDF& pdf_;
  const SheetDesign& design_;
  const CardSide side_;
  const std::vector<Slot>& slots_;
  const PdfArtwork& artwork_;
  QPDFObjectHandle form_, call_;
  std::map<FilledSlots, QPDFObjectHandle> sheets_;
};

}  // namespace

QPDFObjectHandle::Rectangle clip_of(const Slot& slot, const SheetFormat& format) {
  const Rect cut = grown(slot.trim, slot.bleed);
  return matrix_of(format).transformRectangle({cut.x.value, cut.y.value, cut.right().value, cut.bottom().value});
}

std::string call_of_artwork(const PageOrder& pages, CardSide side) {
  return fmt::format("q {} Do Q\n", artwork_resource(pages, side));
}

void lay_beneath(QPDF& pdf, const SheetDesign& design, const CardArtwork& artwork,
                 std::span<const FilledSlots> sheets) {
  auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
  for (const CardSide side : {CardSide::front, CardSide::back}) {
    if (!artwork.side(side) || !design.pages.has(side)) continue;
    Underlay underlay(pdf, design, side, *artwork.side(side));
    for (std::size_t sheet = 0; sheet < sheets.size(); ++sheet)
      underlay.lay(pages.at(*design.pages.page_of(sheet, side)), sheets[sheet]);
  }
}

}  // namespace pehchan

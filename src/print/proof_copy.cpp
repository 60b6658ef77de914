#include "print/proof_copy.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <qpdf/QPDFExc.hh>

#include "base/run_error.h"
#include "print/amend_pdf.h"
#include "print/conform_portraits.h"
#include "print/laid_artwork.h"
#include "print/lay_beneath.h"
#include "print/look_of_inks.h"
#include "print/read_back.h"

namespace pehchan {
namespace {

using Box = QPDFObjectHandle::Rectangle;

/// What is known of the file before anything is put behind it.
struct Read {
  LaidArtwork artwork;
  Amendment none;
  int rgb = 0;   ///< the object that says what RGB means (print/conform_colours); 0: nothing does
  int cmyk = 0;  ///< the one that says what the CMYK of portraits is (print/conform_portraits); 0: none are CMYK
};

int default_rgb_of(QPDFObjectHandle page) {
  QPDFObjectHandle spaces = page.getKey("/Resources").getKey("/ColorSpace");
  return spaces.isDictionary() ? spaces.getKey("/DefaultRGB").getObjectID() : 0;
}

Read read(const std::string& bytes, const std::string& file, const SheetDesign& design,
          std::span<const FilledSlots> sheets) try {
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile(file.c_str(), bytes.data(), bytes.size());
  if (pdf.getAllPages().size() != design.pages.a_sheet() * sheets.size())
    throw RunError(ExitCode::internal, file + " has not the pages that it seems to have");
  return {read_laid_artwork(pdf, design, sheets), Amendment(pdf), default_rgb_of(pdf.getAllPages().front()),
          design.profile.inks ? portrait_space_of(pdf) : 0};
} catch (const QPDFExc&) {
  throw RunError(ExitCode::internal, file + " cannot be read back as a PDF");
}

/// A page instead of a sheet's own with nothing but one thing drawn.
void put_page(Amendment& amendment, const LaidSheet& sheet, const std::string& media_box, int call, const char* name,
              int drawn) {
  amendment.replace(sheet.page_object, fmt::format("<< /Type /Page /Parent {} /MediaBox {} /Contents {} 0 R /Resources "
                                                   "<< /XObject << {} {} 0 R >> >> >>",
                                                   sheet.parent, media_box, call, name, drawn));
}

/// A picture and what draws it, its upper left corner at `left` and `top`. Poppler draws it pixel for pixel where these
/// are a pixel's: it takes every pixel that a picture touches, hence the half one less. The last row is there twice:
/// what has as many rows as it is drawn with is interpolated, which is slower.
struct Picture {
  int object;
  std::string drawing;
};
Picture add_picture(Amendment& amendment, const std::string& name, const PageImage& image, double left, double top) {
  std::string grey(image.grey.begin(), image.grey.end());
  grey.append(image.grey.end() - image.width, image.grey.end());
  const double px = 72 / image.dpi, width = image.width * px, height = image.height * px;
  return {amendment.add(stream_object(fmt::format("/Type /XObject /Subtype /Image /Width {} /Height {} /ColorSpace "
                                                  "/DeviceGray /BitsPerComponent 8",
                                                  image.width, image.height + 1),
                                      grey)),
          fmt::format("q {:.5f} 0 0 {:.5f} {:.5f} {:.5f} cm {} Do Q\n", width - px / 2, height - px / 2, left + px / 4,
                      top - height + px / 4, name)};
}

/// A form that draws pictures only.
class PictureForm {
 public:
  PictureForm(Amendment& amendment, const Box& extent) : amendment_(amendment), extent_(extent) {}

  void add(const PageImage& image, double left, double top) {
    const std::string name = fmt::format("/P{}", ++count_);
    const Picture picture = add_picture(amendment_, name, image, left, top);
    objects_ += fmt::format("{} {} 0 R ", name, picture.object);
    drawing_ += picture.drawing;
  }
  void replace(int form) const {
    amendment_.replace(
        form, stream_object(fmt::format("/Type /XObject /Subtype /Form /BBox [{:.5f} {:.5f} {:.5f} {:.5f}] /Resources "
                                        "<< /XObject << {}>> >>",
                                        extent_.llx, extent_.lly, extent_.urx, extent_.ury, objects_),
                            drawing_));
  }

 private:
  Amendment& amendment_;
  Box extent_;
  int count_ = 0;
  std::string objects_, drawing_;
};

/// How much of a card's artwork is seen on any of the sheet's cards, in its own points.
Box seen_of(const LaidSheet& sheet) {
  std::optional<Box> seen;
  for (const LaidCard& card : sheet.laid) {
    const auto& m = card.matrix;
    const double d = m.a * m.d - m.b * m.c;
    const QPDFMatrix back{
        m.d / d, -m.b / d, -m.c / d, m.a / d, (m.c * m.f - m.d * m.e) / d, (m.b * m.e - m.a * m.f) / d};
    const Box area = back.transformRectangle(card.clip);
    if (!seen) seen = area;
    seen = {std::min(seen->llx, area.llx), std::min(seen->lly, area.lly), std::max(seen->urx, area.urx),
            std::max(seen->ury, area.ury)};
  }
  const Box& all = sheet.extent;
  return {std::max(seen->llx, all.llx), std::max(seen->lly, all.lly), std::min(seen->urx, all.urx),
          std::min(seen->ury, all.ury)};
}

class Maker {
 public:
  Maker(std::string& bytes, const std::string& file, const SheetDesign& design, const Read& read,
        const ProofView& front, const ProofView& back)
      : bytes_(bytes), file_(file), design_(design), read_(read), front_(front), back_(back), base_(read.none) {}

  void make() {
    see_colours();
    const Amendment cards = pictures_of_cards();
    append(pictures_of_sheets(cards));
  }

 private:
  const ProofView& view(const LaidSheet& sheet) const { return sheet.side == CardSide::front ? front_ : back_; }
  void append(const Amendment& amendment) { bytes_ += amendment.behind(bytes_); }

  /// Poppler makes another grey of RGB with a profile than of RGB without, and is slow about it; what the profile is,
  /// the preflight has looked at. CMYK it takes for other inks than the press's, and with their profile for darker
  /// ones: portraits would look like nobody's.
  void see_colours() {
    if (read_.rgb != 0) base_.replace(read_.rgb, "/DeviceRGB");
    if (read_.cmyk != 0) {
      const int look = base_.add(look_of_inks(design_.profile.condition.icc, design_.profile.srgb));
      base_.replace(read_.cmyk, fmt::format("[/DeviceN [/Cyan /Magenta /Yellow /Black] /DeviceRGB {} 0 R]", look));
    }
    if (read_.rgb != 0 || read_.cmyk != 0) append(base_);
  }

  /// Each side's artwork at one card. One side after the other: both may lie on one page.
  Amendment pictures_of_cards() {
    Amendment pictures = base_;
    for (const CardSide side : {CardSide::front, CardSide::back}) add_picture_of_card(side, pictures);
    return pictures;
  }

  void add_picture_of_card(CardSide side, Amendment& pictures) {
    const auto& sheets = read_.artwork.sheets;
    const auto sheet =
        std::ranges::find_if(sheets, [&](const LaidSheet& one) { return one.side == side && one.form != 0; });
    if (sheet == sheets.end()) return;
    const Box seen = seen_of(*sheet);
    Amendment alone = base_;
    put_page(alone, *sheet, fmt::format("[{:.5f} {:.5f} {:.5f} {:.5f}]", seen.llx, seen.lly, seen.urx, seen.ury),
             alone.add(stream_object("", "/Artwork Do")), "/Artwork", sheet->artwork);
    const std::size_t own = bytes_.size();
    append(alone);
    const PdfReader reader(bytes_, file_);
    const QPDFMatrix& matrix = sheet->laid.front().matrix;
    PictureForm form(pictures, sheet->extent);
    form.add(reader.render(sheet->page, view(*sheet).dpi * std::hypot(matrix.a, matrix.b)), seen.llx, seen.ury);
    form.replace(sheet->artwork);
    bytes_.resize(own);
  }

  /// What lies beneath the boxes on each sheet, the artwork of its cards being pictures.
  Amendment pictures_of_sheets(const Amendment& cards) {
    Amendment pictures = base_;
    for (const CardSide side : {CardSide::front, CardSide::back}) add_pictures_of_sheets(side, cards, pictures);
    return pictures;
  }

  void add_pictures_of_sheets(CardSide side, Amendment alone, Amendment& pictures) {
    for (const LaidSheet& sheet : read_.artwork.sheets)
      if (sheet.side == side && sheet.form != 0)
        put_page(alone, sheet, sheet.media_box, sheet.call, artwork_resource(design_.pages, side), sheet.form);
    const std::size_t own = bytes_.size();
    append(alone);
    const PdfReader reader(bytes_, file_);
    for (const LaidSheet& sheet : read_.artwork.sheets) {
      if (sheet.side != side || sheet.form == 0) continue;
      const Box paper = QPDFObjectHandle::parse(sheet.media_box).getArrayAsRectangle();
      const PageImage whole = reader.render(sheet.page, view(sheet).dpi);
      PictureForm form(pictures, paper);
      for (const std::size_t i : sheet.filled)
        for (const Rect& box : view(sheet).boxes) {
          const PagePiece piece = piece_of(whole, on_sheet(design_.imposition.side(sheet.side).slots[i], box));
          const double px = 72 / whole.dpi;
          if (piece.image.width > 0) form.add(piece.image, piece.left * px, paper.ury - piece.top * px);
        }
      form.replace(sheet.form);
    }
    bytes_.resize(own);
  }

  std::string& bytes_;
  const std::string& file_;
  const SheetDesign& design_;
  const Read& read_;
  const ProofView &front_, &back_;
  Amendment base_;  ///< what all that follows stands upon
};

}  // namespace

ProofCopy make_proof_copy(std::string bytes, const std::string& file, const SheetDesign& design,
                          std::span<const FilledSlots> sheets, const ProofView& front, const ProofView& back) {
  const Read found = read(bytes, file, design, sheets);
  if (found.artwork.wrong_pages.empty()) Maker(bytes, file, design, found, front, back).make();
  return {std::move(bytes), found.artwork.wrong_pages};
}

}  // namespace pehchan

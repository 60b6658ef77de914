#include "print/proof_copy.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <qpdf/QPDFExc.hh>

#include "base/run_error.h"
#include "print/amend_pdf.h"
#include "print/laid_artwork.h"
#include "print/lay_beneath.h"

namespace pehchan {
namespace {

using Box = QPDFObjectHandle::Rectangle;

/// What is known of the file before anything is put behind it.
struct Read {
  LaidArtwork artwork;
  Amendment none;
};

Read read(const std::string& bytes, const std::string& file, const SheetDesign& design, std::size_t cards) try {
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile(file.c_str(), bytes.data(), bytes.size());
  return {read_laid_artwork(pdf, design, cards), Amendment(pdf)};
} catch (const QPDFExc&) {
  throw RunError(ExitCode::internal, file + " cannot be read back as a PDF");
}

/// A page instead of a sheet's own with nothing but one thing drawn.
void put_page(Amendment& amendment, const LaidSheet& sheet, const std::string& media_box, const std::string& call,
              const char* name, int drawn) {
  amendment.replace(
      sheet.page_object,
      fmt::format("<< /Type /Page /Parent {} /MediaBox {} {} /Resources << /XObject << {} {} 0 R >> >> >>",
                  sheet.parent, media_box, call, name, drawn));
}

/// A form that is a picture, its upper left corner at `left` and `top`. Poppler draws it pixel for pixel where these
/// are a pixel's: it takes every pixel that a picture touches, hence the half one less.
void put_picture(Amendment& amendment, int form, const PageImage& image, double left, double top) {
  const std::string_view grey(reinterpret_cast<const char*>(image.grey.data()), image.grey.size());
  const int picture = amendment.add(stream_object(
      fmt::format("/Type /XObject /Subtype /Image /Width {} /Height {} /ColorSpace /DeviceGray /BitsPerComponent 8",
                  image.width, image.height),
      grey));
  const double px = 72 / image.dpi, width = image.width * px, height = image.height * px;
  amendment.replace(form,
                    stream_object(fmt::format("/Type /XObject /Subtype /Form /BBox [{:.5f} {:.5f} {:.5f} {:.5f}] "
                                              "/Resources << /XObject << /Picture {} 0 R >> >>",
                                              left, top - height, left + width, top, picture),
                                  fmt::format("q {:.5f} 0 0 {:.5f} {:.5f} {:.5f} cm /Picture Do Q", width - px / 2,
                                              height - px / 2, left + px / 4, top - height + px / 4)));
}

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
  Maker(ProofCopy& copy, const std::string& file, Read read, double front_dpi, double back_dpi)
      : copy_(copy), file_(file), read_(std::move(read)), front_dpi_(front_dpi), back_dpi_(back_dpi) {}

  void make() {
    const Amendment cards = pictures_of_cards();
    Amendment sheets = read_.none;
    draw_sheets(cards);
    for (std::size_t i = 0; i < copy_.beneath.size(); ++i)
      if (const LaidSheet& sheet = read_.artwork.sheets[i]; sheet.form != 0)
        put_picture(sheets, sheet.form, copy_.beneath[i].image, 0, height_of(sheet));
    append(sheets);
  }

 private:
  double dpi(const LaidSheet& sheet) const { return sheet.side == CardSide::front ? front_dpi_ : back_dpi_; }
  static double height_of(const LaidSheet& sheet) {
    return QPDFObjectHandle::parse(sheet.media_box).getArrayAsRectangle().ury;
  }
  void append(const Amendment& amendment) { copy_.bytes += amendment.behind(copy_.bytes); }

  /// Each side's artwork at one card.
  Amendment pictures_of_cards() {
    std::vector<const LaidSheet*> sides;
    Amendment alone = read_.none, pictures = read_.none;
    for (const LaidSheet& sheet : read_.artwork.sheets) {
      if (sheet.form == 0 || std::ranges::any_of(sides, [&](auto* other) { return other->side == sheet.side; }))
        continue;
      sides.push_back(&sheet);
      const Box seen = seen_of(sheet);
      const int call = alone.add(stream_object("", "/Artwork Do"));
      put_page(alone, sheet, fmt::format("[{:.5f} {:.5f} {:.5f} {:.5f}]", seen.llx, seen.lly, seen.urx, seen.ury),
               fmt::format("/Contents {} 0 R", call), "/Artwork", sheet.artwork);
    }
    const std::size_t own = copy_.bytes.size();
    append(alone);
    const PdfReader reader(copy_.bytes, file_);
    for (const LaidSheet* sheet : sides) {
      const Box seen = seen_of(*sheet);
      const QPDFMatrix& matrix = sheet->laid.front().matrix;
      const double scale = std::hypot(matrix.a, matrix.b);
      put_picture(pictures, sheet->artwork, reader.render(sheet->page, dpi(*sheet) * scale), seen.llx, seen.ury);
    }
    copy_.bytes.resize(own);
    return pictures;
  }

  /// Each sheet with nothing on it, its cards' artwork being pictures.
  void draw_sheets(Amendment alone) {
    for (const LaidSheet& sheet : read_.artwork.sheets)
      put_page(alone, sheet, sheet.media_box, sheet.form == 0 ? "" : fmt::format("/Contents {} 0 R", sheet.call),
               artwork_resource, sheet.form);
    const std::size_t own = copy_.bytes.size();
    append(alone);
    const PdfReader reader(copy_.bytes, file_);
    for (const LaidSheet& sheet : read_.artwork.sheets)
      copy_.beneath.push_back({sheet.side, sheet.cards, reader.render(sheet.page, dpi(sheet))});
    copy_.bytes.resize(own);
  }

  ProofCopy& copy_;
  const std::string& file_;
  Read read_;
  double front_dpi_, back_dpi_;
};

}  // namespace

const PageImage& ProofCopy::beneath_of(CardSide side, std::size_t cards) const {
  const auto found =
      std::ranges::find_if(beneath, [&](const Beneath& one) { return one.side == side && one.cards == cards; });
  if (found == beneath.end()) throw RunError(ExitCode::internal, "a finished PDF lacks pages");
  return found->image;
}

ProofCopy make_proof_copy(std::string bytes, const std::string& file, const SheetDesign& design, std::size_t cards,
                          double front_dpi, double back_dpi) {
  ProofCopy copy{.bytes = std::move(bytes), .beneath = {}, .wrong_pages = {}};
  Read found = read(copy.bytes, file, design, cards);
  copy.wrong_pages = found.artwork.wrong_pages;
  if (copy.wrong_pages.empty()) Maker(copy, file, std::move(found), front_dpi, back_dpi).make();
  return copy;
}

}  // namespace pehchan

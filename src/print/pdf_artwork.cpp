#include "print/pdf_artwork.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "draw/refuse_artwork.h"
#include "print/artwork_drawing.h"
#include "print/pdf_bombs.h"
#include "print/svg_page.h"

namespace pehchan {
namespace {

constexpr std::size_t largest_pdf = 5'000'000;
constexpr Mm trim_tolerance{0.5};
constexpr Mm bleed_tolerance{0.1};
constexpr double proportion_tolerance = 0.01;

using Box = QPDFObjectHandle::Rectangle;

Box ordered(const Box& box) {
  return {std::min(box.llx, box.urx), std::min(box.lly, box.ury), std::max(box.llx, box.urx),
          std::max(box.lly, box.ury)};
}

/// How a page is shown: its boxes, turned by `quarters` clockwise, `unit` mm to one of its own units.
struct PageFrame {
  Box media, trim;
  bool has_trim = false;
  int quarters = 0;
  double unit = 25.4 / 72;

  Size shown(const Box& box) const {
    const Mm width{(box.urx - box.llx) * unit}, height{(box.ury - box.lly) * unit};
    return quarters % 2 == 0 ? Size{width, height} : Size{height, width};
  }
  /// From the page's units to mm as it is shown, from the box's top left corner, y downward.
  QPDFMatrix from(const Box& b) const {
    switch (quarters) {
      case 1:
        return {0, unit, unit, 0, -b.lly * unit, -b.llx * unit};
      case 2:
        return {-unit, 0, 0, unit, b.urx * unit, -b.lly * unit};
      case 3:
        return {0, -unit, -unit, 0, b.ury * unit, b.urx * unit};
      default:
        return {unit, 0, 0, -unit, -b.llx * unit, b.ury * unit};
    }
  }
};

PageFrame frame_of(QPDFPageObjectHelper page, const std::string& file) {
  PageFrame frame;
  QPDFObjectHandle media = page.getAttribute("/MediaBox", false), trim = page.getAttribute("/TrimBox", false);
  if (!media.isRectangle()) refuse_artwork(file, "its page has no size", export_again);
  frame.media = ordered(media.getArrayAsRectangle());
  frame.trim = trim.isRectangle() ? ordered(trim.getArrayAsRectangle()) : frame.media;
  const auto differs = [](double a, double b) { return std::abs(a - b) > 0.5; };
  frame.has_trim = differs(frame.trim.llx, frame.media.llx) || differs(frame.trim.lly, frame.media.lly) ||
                   differs(frame.trim.urx, frame.media.urx) || differs(frame.trim.ury, frame.media.ury);
  QPDFObjectHandle rotate = page.getAttribute("/Rotate", false);
  if (rotate.isInteger()) frame.quarters = static_cast<int>((rotate.getIntValue() / 90 % 4 + 4) % 4);
  QPDFObjectHandle unit = page.getObjectHandle().getKey("/UserUnit");
  if (unit.isNumber()) frame.unit *= unit.getNumericValue();
  const Size size = frame.shown(frame.media);
  if (!(size.width > 1_mm && size.height > 1_mm && size.width < 10'000_mm && size.height < 10'000_mm))
    refuse_artwork(file, "its page has an absurd size", export_again);
  return frame;
}

QPDFMatrix by_trim(const PageFrame& frame, Size card, Mm bleed, const std::string& file) {
  const Size trim = frame.shown(frame.trim);
  const auto off = [](Mm a, Mm b) { return std::abs((a - b).value); };
  const auto is_trimmed_to = [&](Mm width, Mm height) {
    return off(trim.width, width) <= trim_tolerance.value && off(trim.height, height) <= trim_tolerance.value;
  };
  if (!is_trimmed_to(card.width, card.height))
    refuse_artwork(file,
                   fmt::format("its TrimBox is {:.2f} × {:.2f} mm and the card {:.2f} × {:.2f} mm", trim.width.value,
                               trim.height.value, card.width.value, card.height.value),
                   is_trimmed_to(card.height, card.width)
                       ? swap_sizes(card)
                       : "Make the page as large as the card, and export it with bleed.");
  QPDFMatrix matrix{1, 0, 0, 1, ((card.width - trim.width) / 2).value, ((card.height - trim.height) / 2).value};
  matrix.concat(frame.from(frame.trim));
  const auto seen = matrix.transformRectangle(frame.media);
  const Rect page{{seen.llx}, {seen.lly}, {seen.urx - seen.llx}, {seen.ury - seen.lly}};
  if (!contains(page, grown(Rect{{}, {}, card.width, card.height}, bleed), bleed_tolerance))
    refuse_artwork(file, "it has less bleed than the template",
                   fmt::format("Export it with {:g} mm of bleed on every side.", bleed.value));
  return matrix;
}

QPDFMatrix by_whole_page(const PageFrame& frame, Size card, Mm bleed, const std::string& file) {
  const Size page = frame.shown(frame.media);
  const Rect area = grown(Rect{{}, {}, card.width, card.height}, bleed);
  const auto is_shaped = [&](double proportion) {
    return std::abs(page.width / page.height / proportion - 1) <= proportion_tolerance;
  };
  if (!is_shaped(area.width / area.height))
    refuse_artwork(file,
                   fmt::format("its page of {:.2f} × {:.2f} mm has not the proportions of the card with its bleed",
                               page.width.value, page.height.value),
                   is_shaped(area.height / area.width)
                       ? swap_sizes(card)
                       : fmt::format("Make it {:g} × {:g} mm, with the bleed on every side, or give it a TrimBox.",
                                     area.width.value, area.height.value));
  const double scale = std::max(area.width / page.width, area.height / page.height);
  QPDFMatrix matrix{scale,
                    0,
                    0,
                    scale,
                    area.centre().x.value - page.width.value * scale / 2,
                    area.centre().y.value - page.height.value * scale / 2};
  matrix.concat(frame.from(frame.media));
  return matrix;
}

/// Layers are dropped, and what they hold is drawn: that must be what the designer saw.
void refuse_hidden_layers(QPDF& pdf, const std::string& file) {
  QPDFObjectHandle layers = pdf.getRoot().getKey("/OCProperties");
  if (!layers.isDictionary()) return;
  QPDFObjectHandle shown = layers.getKey("/D");
  const auto hidden = [&] {
    if (!shown.isDictionary()) return true;
    QPDFObjectHandle base = shown.getKey("/BaseState"), off = shown.getKey("/OFF");
    if (base.isName() && !base.isNameAndEquals("/ON")) return true;
    if (off.isArray() && off.getArrayNItems() > 0) return true;
    QPDFObjectHandle groups = layers.getKey("/OCGs");
    if (!groups.isArray()) return false;
    return std::ranges::any_of(groups.getArrayAsVector(), [](QPDFObjectHandle group) {
      QPDFObjectHandle usage = group.isDictionary() ? group.getKey("/Usage") : QPDFObjectHandle::newNull();
      QPDFObjectHandle print = usage.isDictionary() ? usage.getKey("/Print") : QPDFObjectHandle::newNull();
      return print.isDictionary() && print.getKey("/PrintState").isNameAndEquals("/OFF");
    });
  };
  if (hidden()) refuse_artwork(file, "it has hidden layers", "Delete or flatten the layers that shall not be printed.");
}

QPDFObjectHandle as_form(QPDF& pdf, QPDFPageObjectHelper page, const Box& media, const ArtworkDrawing& drawing) {
  QPDFObjectHandle form = QPDFObjectHandle::newStream(&pdf, drawing.content);
  QPDFObjectHandle dictionary = form.getDict();
  dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
  dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName("/Form"));
  dictionary.replaceKey("/BBox", QPDFObjectHandle::newFromRectangle(media));
  dictionary.replaceKey("/Resources", drawing.resources);
  // A group of its own, as every page is one: blend modes reach no further.
  dictionary.replaceKey("/Group", QPDFObjectHandle::parse("<< /S /Transparency /I true >>"));
  QPDFObjectHandle group = page.getObjectHandle().getKey("/Group");
  if (group.isDictionary() && group.getKey("/CS").isName())
    dictionary.getKey("/Group").replaceKey("/CS", group.getKey("/CS"));
  return form;
}

/// Artwork may be SVG or PDF: the bytes tell, not the name.
bool is_pdf(const ArtworkFile& artwork) { return artwork.bytes.starts_with("%PDF-"); }

}  // namespace

PdfArtwork::PdfArtwork(const ArtworkFile& artwork, Size card, Mm bleed) try : source_(std::make_shared<QPDF>()) {
  const std::string& file = artwork.file;
  if (is_pdf(artwork)) {
    if (artwork.bytes.size() > largest_pdf)
      refuse_artwork(file, "it is larger than 5 MB", "Simplify it; pictures belong in at 600 dpi.");
    refuse_bombs(artwork.bytes, file);
  } else {
    page_ = std::make_shared<const std::string>(svg_page(artwork, card, bleed));
  }
  const std::string& bytes = page_ ? *page_ : artwork.bytes;
  source_->setSuppressWarnings(true);
  source_->setAttemptRecovery(false);
  source_->setImmediateCopyFrom(true);
  source_->processMemoryFile(file.c_str(), bytes.data(), bytes.size());
  const auto pages = QPDFPageDocumentHelper(*source_).getAllPages();
  if (artwork.page < 1 || static_cast<std::size_t>(artwork.page) > pages.size())
    refuse_artwork(file, fmt::format("it has {} pages and no page {}", pages.size(), artwork.page),
                   "Correct artwork_page in card.toml.");
  QPDFPageObjectHelper page = pages[static_cast<std::size_t>(artwork.page) - 1];
  refuse_hidden_layers(*source_, file);
  const PageFrame frame = frame_of(page, file);
  placement_ = frame.has_trim ? by_trim(frame, card, bleed, file) : by_whole_page(frame, card, bleed, file);
  const ArtworkDrawing drawing = reduce_to_drawing(*source_, page, file);
  uses_cmyk_ = drawing.uses_cmyk;
  form_ = as_form(*source_, page, frame.media, drawing);
  if (source_->anyWarnings()) refuse_artwork(file, "it is damaged", export_again);
} catch (const RunError&) {
  throw;
} catch (const QPDFExc& error) {
  if (error.getErrorCode() == qpdf_e_password)
    refuse_artwork(artwork.file, "it is encrypted", "Save it without a password or restrictions.");
  refuse_artwork(artwork.file, std::string("it is damaged: ") + error.getMessageDetail(), export_again);
} catch (const std::exception&) {
  refuse_artwork(artwork.file, "it is damaged", export_again);
}

CardArtwork::CardArtwork(const CardTemplate& card) {
  for (const CardSide side : {CardSide::front, CardSide::back})
    if (const ArtworkFile& artwork = card.side(side).artwork; !artwork.bytes.empty())
      (side == CardSide::front ? front_ : back_).emplace(artwork, card.size, card.bleed);
}

QPDFObjectHandle PdfArtwork::copied_into(QPDF& pdf) const { return pdf.copyForeignObject(form_); }

}  // namespace pehchan

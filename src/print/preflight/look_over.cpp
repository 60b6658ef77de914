#include "print/preflight/look_over.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>

#include "model/barcode_symbol.h"
#include "model/qr_symbol.h"
#include "print/preflight/check_identity.h"
#include "print/preflight/check_inks.h"
#include "print/preflight/check_objects.h"
#include "print/preflight/check_pages.h"
#include "print/preflight/content_survey.h"

namespace pehchan {
namespace {

using Handle = QPDFObjectHandle;

/// A template can ask for no smaller text; a little less for rounding.
constexpr double least_text_pt = 2.95;
/// Smaller type has lines as thin as inks lie beside each other; a little less for rounding.
constexpr double least_of_many_inks_pt = 7.95;
/// The photo of a person whose eyes are just far enough apart, drawn as large as a template may.
constexpr double least_photo_ppi = 100;
/// Four dots of 300 dpi for a QR code, two for a barcode; a little less for rounding.
constexpr Mm least_qr_module{0.335}, least_bar{0.167};

int number_in(Handle dictionary, const char* key) {
  Handle value = dictionary.getKey(key);
  return value.isInteger() ? value.getIntValueAsInt() : 0;
}

SymbolKind kind_of(int columns, int rows) {
  if (columns == rows) return SymbolKind::qr;
  return rows == 1 ? SymbolKind::code128 : SymbolKind::pdf417;
}

/// By more than the rounding of small photos to whole px.
bool is_misshapen(PlacedPicture picture) {
  constexpr double tolerance = 0.02;
  Handle dictionary = picture.stream.getDict();
  const QPDFMatrix& m = picture.matrix;
  const double across = std::hypot(m.a, m.b), down = std::hypot(m.c, m.d);
  const double width = number_in(dictionary, "/Width"), height = number_in(dictionary, "/Height");
  const double slant = (m.a * m.c + m.b * m.d) / (across * down);
  return std::abs(across * height - down * width) > tolerance * down * width || std::abs(slant) > tolerance;
}

class PictureCheck {
 public:
  PictureCheck(Preflight& found, Faults& faults) : found_(found), faults_(faults) {}

  void look(PlacedPicture picture, const QPDFObjectHandle::Rectangle& media, std::size_t page) {
    Handle dictionary = picture.stream.getDict();
    Handle mask = dictionary.getKey("/ImageMask"), filter = dictionary.getKey("/Filter");
    if (mask.isBool() && mask.getBoolValue()) return look_at_symbol(picture, media, page);
    if (!filter.isNameAndEquals("/DCTDecode")) return;
    look_at_photo(picture, page);
    if (looked_at_.insert(picture.stream.getObjGen()).second) check_inks(picture.stream, page + 1, faults_);
  }

 private:
  void look_at_photo(PlacedPicture picture, std::size_t page) {
    Handle dictionary = picture.stream.getDict();
    const QPDFMatrix& m = picture.matrix;
    const double across = std::hypot(m.a, m.b), down = std::hypot(m.c, m.d);
    if (across <= 0 || down <= 0) return;
    found_.photos.push_back({picture.stream.getObjectID(), page});
    const double ppi = 72 * std::min(number_in(dictionary, "/Width") / across, number_in(dictionary, "/Height") / down);
    found_.least_ppi = found_.least_ppi == 0 ? ppi : std::min(found_.least_ppi, ppi);
    if (picture.is_designers) return;
    if (is_misshapen(picture)) faults_.add(Rule::portrait_shape, {}, page + 1);
    if (ppi < least_photo_ppi) faults_.add(Rule::portrait_ppi, fmt::format("{:.0f} ppi", ppi), page + 1);
  }

  void look_at_symbol(PlacedPicture picture, const QPDFObjectHandle::Rectangle& media, std::size_t page) {
    const int columns = number_in(picture.stream.getDict(), "/Width"),
              rows = number_in(picture.stream.getDict(), "/Height");
    QPDFMatrix matrix = picture.matrix;
    const auto box = matrix.transformRectangle({0, 0, 1, 1});
    const bool is_upright = std::abs(matrix.b) < std::abs(matrix.a);
    const double length = is_upright ? box.urx - box.llx : box.ury - box.lly;
    const PlacedSymbol symbol{.page = page,
                              .kind = kind_of(columns, rows),
                              .box = {from_pt(box.llx - media.llx), from_pt(media.ury - box.ury),
                                      from_pt(box.urx - box.llx), from_pt(box.ury - box.lly)},
                              .module = from_pt(length / std::max(1, columns))};
    const Mm least = symbol.kind == SymbolKind::qr ? least_qr_module : least_bar;
    if (symbol.module < least) faults_.add(Rule::module_size, fmt::format("{:.3f} mm", symbol.module.value), page + 1);
    if (found_.purpose == Purpose::press && !picture.is_on_black_ink && !picture.is_designers)
      faults_.add(Rule::text_inks, "a code that is not on the black ink alone", page + 1);
    found_.symbols.push_back(symbol);
  }

  Preflight& found_;
  Faults& faults_;
  std::set<QPDFObjGen> looked_at_;
};

void look_at_pages(QPDF& pdf, Preflight& found, Faults& faults, ContentSurvey survey) {
  PictureCheck pictures(found, faults);
  std::size_t number = 0;
  for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
    ++number;
    Handle turn = page.getAttribute("/Rotate", false);
    check_page(page.getObjectHandle(), turn.isInteger() && turn.getIntValue() % 360 != 0, number, found.purpose,
               faults);
    Handle media = page.getAttribute("/MediaBox", false);
    if (!media.isRectangle()) continue;
    const SurveyedPage shown = survey.read(page);
    if (shown.cost >= ContentSurvey::most_cost) {
      faults.add(Rule::drawing_cost, {}, number);
      found.can_be_drawn = false;
      break;
    }
    if (shown.smallest_text > 0)
      found.smallest_text =
          found.smallest_text == 0 ? shown.smallest_text : std::min(found.smallest_text, shown.smallest_text);
    if (shown.smallest_text > 0 && shown.smallest_text < least_text_pt)
      faults.add(Rule::text_size, fmt::format("{:.1f} pt", shown.smallest_text), number);
    const double inked = shown.smallest_of_many_inks;
    if (found.purpose == Purpose::press && inked > 0 && inked < least_of_many_inks_pt)
      faults.add(Rule::text_inks, fmt::format("text of {:.1f} pt on several inks", inked), number);
    for (const PlacedPicture& picture : shown.pictures) pictures.look(picture, media.getArrayAsRectangle(), number - 1);
  }
  check_content(survey, found.purpose, faults);
}

}  // namespace

Rect PlacedSymbol::with_quiet_zone() const {
  const auto grown_by = [&](int columns, int rows) {
    const bool is_upright = box.width > box.height;
    const Mm x = module * (is_upright ? columns : rows), y = module * (is_upright ? rows : columns);
    return Rect{box.x - x, box.y - y, box.width + x * 2, box.height + y * 2};
  };
  if (kind == SymbolKind::qr) return grown_by(QrSymbol::quiet_modules, QrSymbol::quiet_modules);
  const BarcodeKind barcode = kind == SymbolKind::code128 ? BarcodeKind::code128 : BarcodeKind::pdf417;
  return grown_by(quiet_columns(barcode), quiet_rows(barcode));
}

Preflight look_over(QPDF& pdf, Purpose purpose, std::set<QPDFObjGen> artwork) {
  Preflight found{.purpose = purpose, .symbols = {}, .faults = {}};
  Faults faults;
  found.pages = pdf.getAllPages().size();
  found.can_be_drawn = check_objects(pdf, faults);
  check_identity(pdf, purpose, faults);
  check_fonts(pdf, purpose, faults);
  if (found.can_be_drawn) look_at_pages(pdf, found, faults, ContentSurvey(std::move(artwork)));
  if (found.pages == 0) faults.add(Rule::boxes, "no pages");
  found.faults = faults.found();
  std::ranges::stable_sort(found.faults, {}, &PreflightFault::page);
  return found;
}

}  // namespace pehchan

#include "print/laid_artwork.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <sstream>
#include <string>

#include "print/lay_beneath.h"

namespace pehchan {
namespace {

constexpr double tolerance_pt = 0.01;

std::string text_of(QPDFObjectHandle stream) {
  const auto data = stream.getStreamData(qpdf_dl_generalized);
  return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

/// One card's, of a form that holds a sheet's.
QPDFObjectHandle artwork_of(QPDFObjectHandle form) {
  return form.getDict().getKey("/Resources").getKey("/XObject").getKey("/Artwork");
}

bool is_same(QPDFObjectHandle a, QPDFObjectHandle b) { return a.getObjGen() == b.getObjGen(); }

/// A sheet's content as lay_beneath writes it; nothing when any of it is written otherwise.
std::vector<LaidCard> read_cards(const std::string& content) {
  std::vector<LaidCard> laid;
  std::istringstream lines(content);
  for (std::string line; std::getline(lines, line);) {
    std::array<double, 4> r{};
    std::array<double, 6> m{};
    int end = 0;
    if (std::sscanf(line.c_str(), "q %lf %lf %lf %lf re W n %lf %lf %lf %lf %lf %lf cm /Artwork Do Q%n", &r[0], &r[1],
                    &r[2], &r[3], &m[0], &m[1], &m[2], &m[3], &m[4], &m[5], &end) != 10 ||
        static_cast<std::size_t>(end) != line.size())
      return {};
    laid.push_back({{r[0], r[1], r[0] + r[2], r[1] + r[3]}, {m[0], m[1], m[2], m[3], m[4], m[5]}});
  }
  return laid;
}

class Reader {
 public:
  Reader(const SheetDesign& design, LaidArtwork& found) : design_(design), found_(found) {}

  void read(QPDFPageObjectHelper page, std::size_t number, CardSide side, std::size_t cards) {
    const bool has_artwork = !design_.card.side(side).artwork.bytes.empty();
    LaidSheet* known = known_sheet(side, cards);
    LaidSheet seen{.side = side,
                   .cards = cards,
                   .page = number,
                   .page_object = page.getObjectHandle().getObjectID(),
                   .parent = page.getObjectHandle().getKey("/Parent").unparse(),
                   .media_box = page.getAttribute("/MediaBox", false).unparseResolved(),
                   .extent = {},
                   .laid = {}};
    const bool is_right = has_artwork ? take(page, seen, known) : !draws_artwork(page, 0);
    if (!is_right)
      found_.wrong_pages.push_back(number);
    else if (!known)
      found_.sheets.push_back(std::move(seen));
  }

 private:
  LaidSheet* known_sheet(CardSide side, std::size_t cards) {
    const auto at = std::ranges::find_if(
        found_.sheets, [&](const LaidSheet& sheet) { return sheet.side == side && sheet.cards == cards; });
    return at == found_.sheets.end() ? nullptr : &*at;
  }

  /// False when the page is not as it should be.
  bool take(QPDFPageObjectHelper page, LaidSheet& seen, const LaidSheet* known) {
    const auto contents = page.getPageContents();
    QPDFObjectHandle objects = page.getAttribute("/Resources", false).getKey("/XObject");
    if (contents.empty() || !objects.isDictionary() || draws_artwork(page, 1)) return false;
    QPDFObjectHandle call = contents.front(), form = objects.getKey(artwork_resource);
    seen.call = call.getObjectID();
    seen.form = form.getObjectID();
    if (known) return known->call == seen.call && known->form == seen.form;
    if (text_of(call) != call_of_artwork || !form.isStream()) return false;
    QPDFObjectHandle artwork = artwork_of(form);
    if (!artwork.isFormXObject() || !artwork.getDict().getKey("/BBox").isRectangle()) return false;
    seen.artwork = artwork.getObjectID();
    seen.extent = artwork.getDict().getKey("/BBox").getArrayAsRectangle();
    seen.laid = read_cards(text_of(form));
    return is_that_of_the_side(seen) && lies_at_its_cards(seen);
  }

  /// Whether a page draws artwork from its content stream number `first` on, or by another name.
  static bool draws_artwork(QPDFPageObjectHelper page, std::size_t first) {
    const auto contents = page.getPageContents();
    for (std::size_t i = first; i < contents.size(); ++i)
      if (text_of(contents[i]).find(artwork_resource) != std::string::npos) return true;
    QPDFObjectHandle objects = page.getAttribute("/Resources", false).getKey("/XObject");
    if (!objects.isDictionary()) return false;
    QPDFObjectHandle own = objects.getKey(artwork_resource);
    if (!own.isStream()) return false;
    QPDFObjectHandle artwork = artwork_of(own);
    return std::ranges::any_of(objects.getDictAsMap(), [&](const auto& item) {
      return item.first != artwork_resource && (is_same(item.second, own) || is_same(item.second, artwork));
    });
  }

  bool is_that_of_the_side(const LaidSheet& seen) const {
    return std::ranges::all_of(found_.sheets, [&](const LaidSheet& other) {
      return other.side != seen.side || other.artwork == seen.artwork;
    });
  }

  bool lies_at_its_cards(const LaidSheet& seen) const {
    const auto& slots = design_.imposition.side(seen.side).slots;
    if (seen.laid.size() != seen.cards) return false;
    const auto is_near = [](double a, double b) { return std::abs(a - b) < tolerance_pt; };
    for (std::size_t i = 0; i < seen.cards; ++i) {
      const auto cut = clip_of(slots[i], design_.format), &clip = seen.laid[i].clip;
      if (!is_near(clip.llx, cut.llx) || !is_near(clip.lly, cut.lly) || !is_near(clip.urx, cut.urx) ||
          !is_near(clip.ury, cut.ury))
        return false;
    }
    return true;
  }

  const SheetDesign& design_;
  LaidArtwork& found_;
};

}  // namespace

LaidArtwork read_laid_artwork(QPDF& pdf, const SheetDesign& design, std::size_t cards) {
  LaidArtwork found;
  Reader reader(design, found);
  const auto per_sheet = static_cast<std::size_t>(design.format.cards_per_sheet());
  const auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
  for (std::size_t i = 0; i < pages.size(); ++i)
    reader.read(pages[i], i, i % 2 == 0 ? CardSide::front : CardSide::back,
                std::min(per_sheet, cards - std::min(cards, i / 2 * per_sheet)));
  return found;
}

}  // namespace pehchan

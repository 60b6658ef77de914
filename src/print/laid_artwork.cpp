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

  /// A page with these sides of a sheet.
  void read(QPDFPageObjectHelper page, std::size_t number, const std::vector<CardSide>& sides,
            const FilledSlots& filled) {
    const auto calls = static_cast<std::size_t>(
        std::ranges::count_if(sides, [&](CardSide side) { return has_artwork(side, filled); }));
    // Each is put before those that are there.
    std::size_t call = calls;
    for (const CardSide side : sides) {
      if (has_artwork(side, filled)) --call;
      read_side(page, number, side, filled, {call, calls});
    }
  }

 private:
  /// Which of a page's first contents draws a side's artwork, and how many draw any.
  struct Calls {
    std::size_t own, all;
  };

  bool has_artwork(CardSide side, const FilledSlots& filled) const {
    return !filled.empty() && !design_.card.side(side).artwork.bytes.empty();
  }

  void read_side(QPDFPageObjectHelper page, std::size_t number, CardSide side, const FilledSlots& filled, Calls calls) {
    LaidSheet* known = known_sheet(side, filled);
    LaidSheet seen{.side = side,
                   .filled = filled,
                   .page = number,
                   .page_object = page.getObjectHandle().getObjectID(),
                   .parent = page.getObjectHandle().getKey("/Parent").unparse(),
                   .media_box = page.getAttribute("/MediaBox", false).unparseResolved(),
                   .extent = {},
                   .laid = {}};
    const bool is_right =
        has_artwork(side, filled) ? take(page, seen, known, calls) : !draws_artwork(page, side, calls.all);
    if (!is_right && (found_.wrong_pages.empty() || found_.wrong_pages.back() != number))
      found_.wrong_pages.push_back(number);
    if (is_right && !known) found_.sheets.push_back(std::move(seen));
  }

  LaidSheet* known_sheet(CardSide side, const FilledSlots& filled) {
    const auto at = std::ranges::find_if(
        found_.sheets, [&](const LaidSheet& sheet) { return sheet.side == side && sheet.filled == filled; });
    return at == found_.sheets.end() ? nullptr : &*at;
  }

  /// False when the page is not as it should be.
  bool take(QPDFPageObjectHelper page, LaidSheet& seen, const LaidSheet* known, Calls calls) {
    const auto contents = page.getPageContents();
    QPDFObjectHandle objects = page.getAttribute("/Resources", false).getKey("/XObject");
    if (contents.size() < calls.all || !objects.isDictionary() || draws_artwork(page, seen.side, calls.all))
      return false;
    QPDFObjectHandle call = contents[calls.own], form = objects.getKey(artwork_resource(design_.pages, seen.side));
    seen.call = call.getObjectID();
    seen.form = form.getObjectID();
    if (known) return known->call == seen.call && known->form == seen.form;
    if (text_of(call) != call_of_artwork(design_.pages, seen.side) || !form.isStream()) return false;
    QPDFObjectHandle artwork = artwork_of(form);
    if (!artwork.isFormXObject() || !artwork.getDict().getKey("/BBox").isRectangle()) return false;
    seen.artwork = artwork.getObjectID();
    seen.extent = artwork.getDict().getKey("/BBox").getArrayAsRectangle();
    seen.laid = read_cards(text_of(form));
    return is_that_of_the_side(seen) && lies_at_its_cards(seen);
  }

  /// Whether a page draws artwork from its content stream number `first` on, or a side's by another name.
  bool draws_artwork(QPDFPageObjectHelper page, CardSide side, std::size_t first) const {
    const std::string name = artwork_resource(design_.pages, side);
    const auto contents = page.getPageContents();
    for (std::size_t i = first; i < contents.size(); ++i)
      if (text_of(contents[i]).find(artwork_resource({}, side)) != std::string::npos) return true;
    QPDFObjectHandle objects = page.getAttribute("/Resources", false).getKey("/XObject");
    if (!objects.isDictionary()) return false;
    QPDFObjectHandle own = objects.getKey(name);
    if (!own.isStream()) return false;
    QPDFObjectHandle artwork = artwork_of(own);
    return std::ranges::any_of(objects.getDictAsMap(), [&](const auto& item) {
      return item.first != name && (is_same(item.second, own) || is_same(item.second, artwork));
    });
  }

  bool is_that_of_the_side(const LaidSheet& seen) const {
    return std::ranges::all_of(found_.sheets, [&](const LaidSheet& other) {
      return other.side != seen.side || other.filled.empty() || other.artwork == seen.artwork;
    });
  }

  bool lies_at_its_cards(const LaidSheet& seen) const {
    const auto& slots = design_.imposition.side(seen.side).slots;
    if (seen.laid.size() != seen.filled.size()) return false;
    const auto is_near = [](double a, double b) { return std::abs(a - b) < tolerance_pt; };
    for (std::size_t i = 0; i < seen.filled.size(); ++i) {
      const auto cut = clip_of(slots[seen.filled[i]], design_.format), &clip = seen.laid[i].clip;
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

LaidArtwork read_laid_artwork(QPDF& pdf, const SheetDesign& design, std::span<const FilledSlots> sheets) {
  LaidArtwork found;
  Reader reader(design, found);
  const std::size_t a_sheet = design.pages.a_sheet();
  const auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
  for (std::size_t i = 0; i < pages.size(); ++i)
    reader.read(pages[i], i, design.pages.pages[i % a_sheet], sheets[i / a_sheet]);
  return found;
}

}  // namespace pehchan

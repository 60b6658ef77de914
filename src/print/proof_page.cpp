#include "print/proof_page.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "model/element_boxes.h"
#include "print/page_frame.h"
#include "print/portrait_window.h"
#include "print/slug.h"

namespace pehchan {
namespace {

/// 2.5 px to a module of 0.34 mm, the least that zxing reads for certain.
constexpr double back_dpi = 190;
/// Of a dense QR code.
constexpr double px_a_module = 3;
/// How a code's modules fall on pixels can make a right one unreadable at one resolution: it is looked at in others,
/// before a run stops for it.
constexpr double closer_dpi[] = {300, 450, 600};
/// Of a barcode. Poppler draws a module as whole pixels, so that 2.5 px are two or three: read 4 times of 10 where
/// cards lie upside down, 10 of 10 from 2.75 px on. Three are 450 dpi for modules of two printer dots.
constexpr double px_a_bar = 3;
/// A usual portrait window and whether a slot is empty need no more.
constexpr double front_dpi = 72;
/// Of a portrait's grid: with 3.5 px a cell, where a cell begins is so uncertain that one in ten differs from its own
/// record by more than `same_picture`; a portrait of 25 mm has 7 at 72 dpi.
constexpr double px_a_cell = 5;
/// Mean difference of the grid's cells, of 255: a printed window is within 3 of its record, another person's over 15.
constexpr double same_picture = 8;
/// Portraits on record as near as this are one person's, taken twice: which is which their grids cannot tell.
constexpr double one_person = 6;
constexpr Mm box_tolerance{0.1};
constexpr unsigned char artwork_paper = 151;
/// An element's ink may reach so far beyond its box, for a renderer's rounding: at 72 dpi a px is 0.35 mm.
constexpr Mm beyond_box{0.5};

double dpi_for(const PortraitElement& portrait) {
  const Mm cell = std::min(portrait.box.width / LuminanceGrid::columns, portrait.box.height / LuminanceGrid::rows);
  return px_a_cell * 25.4 / cell.value;
}

bool shows_card_number(const SideTemplate& side) {
  return std::any_of(side.texts.begin(), side.texts.end(), [](const TextElement& element) {
    return element.visibility.is_always() && element.text.find("{card_no") != std::string::npos;
  });
}

/// The words whose centres lie in `area`, run together: where Poppler parts them is its own affair.
std::string text_in(const std::vector<PlacedWord>& words, const Rect& area) {
  std::string text;
  for (const PlacedWord& word : words)
    if (contains(area, {word.centre.x, word.centre.y, {}, {}})) text += word.text;
  return text;
}

std::string run_together(std::string text) {
  std::erase(text, ' ');
  return text;
}

bool is_near(const Size& a, const Size& b) {
  return std::abs((a.width - b.width).value) < box_tolerance.value &&
         std::abs((a.height - b.height).value) < box_tolerance.value;
}

/// Where something may be drawn upon the artwork of every card: barcodes only where a card has them.
std::vector<Rect> boxes_of(const SideTemplate& side) {
  std::vector<Rect> boxes;
  for (const ElementBox& one : element_boxes(side))
    if (one.kind != ElementKind::barcode) boxes.push_back(one.box);
  return boxes;
}

/// Adds a box, one with those it overlaps.
void join(std::vector<Rect>& boxes, Rect box) {
  for (auto other = boxes.begin(); other != boxes.end();) {
    if (!overlap(*other, box)) {
      ++other;
      continue;
    }
    const Mm x = std::min(box.x, other->x), y = std::min(box.y, other->y);
    box = {x, y, std::max(box.right(), other->right()) - x, std::max(box.bottom(), other->bottom()) - y};
    boxes.erase(other);
    other = boxes.begin();
  }
  boxes.push_back(box);
}

class Proof {
 public:
  Proof(const ProofedPage& page, std::vector<ProofFault>& faults) : page_(page), faults_(faults) {}

  void run(const PdfReader& reader) const {
    check_boxes(reader.boxes(page_.page));
    PageImage image = reader.render(page_.page, page_.dpi, paper());
    if (side_template().qr) check_qr(reader, image);
    check_barcodes(image);
    if (side_template().portrait) check_portraits(image);
    const auto words = reader.words(page_.page);
    if (shows_card_number(side_template())) check_numbers(words);
    check_slug(words);
    check_code(reader);
    check_headers(words);
    check_unused(image);
    check_beside(std::move(image));
  }

 private:
  const SideTemplate& side_template() const { return page_.design.card.side(page_.side); }
  /// Where the proof does not look at the artwork there is none: paper of another grey than white shows whatever has
  /// been laid over it, also when that is white.
  unsigned char paper() const { return side_template().artwork.bytes.empty() ? 255 : artwork_paper; }
  const std::vector<Slot>& slots() const { return page_.design.imposition.side(page_.side).slots; }
  /// Where card i of the sheet lies.
  const Slot& slot_of(std::size_t i) const { return slots()[page_.expected.slots[i]]; }
  /// Something wrong with the page, or with card i of it.
  void add(std::string reason) const { faults_.push_back({page_.sheet, page_.side, 0, 0, std::move(reason)}); }
  void add(std::size_t i, std::string reason) const {
    faults_.push_back({page_.sheet, page_.side, page_.expected.slots[i] + 1, page_.cards[i].row, std::move(reason)});
  }
  bool is_front() const { return page_.side == CardSide::front; }

  void check_boxes(const PageBoxes& boxes) const {
    const auto [trim, bleed] = frame_of(page_.design, page_.side);
    if (!is_near(boxes.media, page_.design.format.paper) || !is_near(boxes.trim, {trim.width, trim.height}) ||
        !is_near(boxes.bleed, {bleed.width, bleed.height}))
      add("the page's boxes are not the sheet's size");
  }

  /// At the page's resolution, else looked at closely.
  std::string qr_text(const PdfReader& reader, const PageImage& image, const Rect& area) const {
    std::string text = read_qr(image, area);
    for (const double dpi : closer_dpi)
      if (text.empty()) text = read_qr(reader.render_area(page_.page, area, dpi), {{}, {}, area.width, area.height});
    return text;
  }

  void check_qr(const PdfReader& reader, const PageImage& image) const {
    for (std::size_t i = 0; i < page_.cards.size(); ++i) {
      const std::string text = qr_text(reader, image, on_sheet(slot_of(i), side_template().qr->box));
      if (text.empty())
        add(i, "the QR code cannot be read");
      else if (text != page_.cards[i].qr_text)
        add(i, "the QR code is not this card's");
      else if (std::string fault = page_.check ? page_.check(text, page_.cards[i]) : ""; !fault.empty())
        add(i, std::move(fault));
    }
  }

  void check_barcodes(const PageImage& image) const {
    for (std::size_t i = 0; i < page_.cards.size(); ++i)
      for (const ExpectedBarcode& barcode : page_.cards[i].barcodes) {
        if (barcode.side != page_.side) continue;
        const std::string text = read_barcode(image, on_sheet(slot_of(i), barcode.box), barcode.kind);
        if (text.empty())
          add(i, "a barcode cannot be read");
        else if (text != barcode.text)
          add(i, "a barcode is not this card's");
      }
  }

  void check_portraits(const PageImage& image) const {
    const PortraitWindow window(*side_template().portrait);
    for (std::size_t i = 0; i < page_.cards.size(); ++i) {
      const LuminanceGrid seen = luminance_of(image, slot_of(i), side_template().portrait->box);
      const double own = window.difference(seen, page_.cards[i].portrait);
      const bool is_nearest = std::all_of(page_.cards.begin(), page_.cards.end(), [&](const ExpectedCard& other) {
        return window.difference(other.portrait, page_.cards[i].portrait) < one_person ||
               own <= window.difference(seen, other.portrait) + 0.5;
      });
      if (own > same_picture || !is_nearest) add(i, "the portrait is not this card's");
    }
  }

  void check_numbers(const std::vector<PlacedWord>& words) const {
    for (std::size_t i = 0; i < page_.cards.size(); ++i) {
      const std::string text = text_in(words, slot_of(i).trim);
      if (text.find(page_.cards[i].card_number) == std::string::npos)
        add(i, "the card number on this side is not the one of its QR code");
    }
  }

  void check_slug(const std::vector<PlacedWord>& words) const {
    const auto& room = page_.design.imposition.side(page_.side).slug;
    if (room &&
        text_in(words, *room) != run_together(slug_of(page_.expected.label.slug, page_.side, page_.design.pages)))
      add("the line in the margin is not this sheet's");
  }

  /// The barcode is small: only where it is, the page is looked at closely.
  void check_code(const PdfReader& reader) const {
    const auto& drawn = page_.expected.label.code;
    if (!drawn || !page_.design.imposition.side(page_.side).sheet_code) return;
    const Rect area = with_quiet_zone(*drawn);
    const double dpi = px_a_bar * 25.4 * drawn->symbol.columns / drawn->box.width.value;
    const PageImage seen = reader.render_area(page_.page, area, dpi);
    if (read_barcode(seen, {{}, {}, area.width, area.height}, drawn->symbol.kind) != drawn->symbol.text)
      add("the barcode in the margin is not this sheet's");
  }

  /// Slips are on fronts.
  const HeaderSlip* header_in(std::size_t slot) const {
    const auto& headers = page_.expected.label.headers;
    const auto at = std::ranges::find(headers, slot, &HeaderSlip::slot);
    return is_front() && at != headers.end() ? &*at : nullptr;
  }

  void check_headers(const std::vector<PlacedWord>& words) const {
    for (std::size_t slot = 0; slot < slots().size(); ++slot) {
      const HeaderSlip* header = header_in(slot);
      if (header == nullptr) continue;
      const std::string text = text_in(words, slots()[slot].trim);
      for (const std::string& line : header->lines)
        if (text.find(run_together(line)) == std::string::npos) add("a header slip does not say whose cards follow");
    }
  }

  void check_unused(const PageImage& image) const {
    const auto& filled = page_.expected.slots;
    for (std::size_t i = 0; i < slots().size(); ++i)
      if (!std::ranges::binary_search(filled, i) && header_in(i) == nullptr &&
          !is_blank(image, grown(slots()[i].trim, -1_mm), paper()))
        faults_.push_back({page_.sheet, page_.side, i + 1, 0, "there is print where no card should be"});
  }

  /// Nothing lies on the artwork beside the card's texts and pictures.
  void check_beside(PageImage image) const {
    const std::vector<Rect> boxes = boxes_of(side_template());
    for (std::size_t i = 0; i < page_.cards.size(); ++i) {
      const Slot& slot = slot_of(i);
      const auto blank = [&](const Rect& box) { make_blank(image, on_sheet(slot, grown(box, beyond_box)), paper()); };
      for (const Rect& box : boxes) blank(box);
      for (const ExpectedBarcode& barcode : page_.cards[i].barcodes)
        if (barcode.side == page_.side) blank(barcode.box);
      if (!is_blank(image, slot.trim, paper())) add(i, "something lies beside the card's texts and pictures");
    }
  }

  const ProofedPage& page_;
  std::vector<ProofFault>& faults_;
};

}  // namespace

ProofView proof_view(CardSide side, const SheetDesign& design, std::span<const ExpectedCard> cards) {
  const SideTemplate& elements = design.card.side(side);
  ProofView view{.dpi = elements.qr ? back_dpi : front_dpi, .boxes = {}};
  if (elements.qr) join(view.boxes, elements.qr->box);
  if (elements.portrait) {
    view.dpi = std::max(view.dpi, dpi_for(*elements.portrait));
    join(view.boxes, elements.portrait->box);
  }
  if (elements.qr)
    for (const ExpectedCard& card : cards)
      if (card.qr_module > 0_mm) view.dpi = std::max(view.dpi, px_a_module * 25.4 / card.qr_module.value);
  for (const ExpectedCard& card : cards)
    for (const ExpectedBarcode& barcode : card.barcodes)
      if (barcode.side == side) {
        view.dpi = std::max(view.dpi, px_a_bar * 25.4 / barcode.module.value);
        join(view.boxes, barcode.box);
      }
  return view;
}

void proof_page(const PdfReader& reader, const ProofedPage& page, std::vector<ProofFault>& faults) {
  Proof(page, faults).run(reader);
}

}  // namespace pehchan

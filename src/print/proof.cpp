#include "print/proof.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <tuple>

#include "base/file.h"
#include "print/hide_artwork.h"
#include "print/read_back.h"
#include "print/slug.h"

namespace pehchan {
namespace {

constexpr std::uintmax_t largest_pdf = 2'000'000'000;
/// 2.5 px to a module of 0.34 mm, the least that zxing reads for certain.
constexpr double back_dpi = 190;
/// Of a barcode. Poppler draws a module as whole pixels, so that 2.5 px are two or three: read 4 times of 10 where
/// cards lie upside down, 10 of 10 from 2.75 px on. Three are 450 dpi for modules of two printer dots.
constexpr double px_a_bar = 3;
/// The portrait window and whether a slot is empty need no more.
constexpr double front_dpi = 72;
/// Mean difference of the grid's cells, of 255: a printed window is within 3 of its record, another person's over 15.
constexpr double same_picture = 8;
/// Portraits on record as near as this are one person's, taken twice: which is which their grids cannot tell.
constexpr double one_person = 6;
constexpr Mm box_tolerance{0.1};

/// Corners are left out: the portrait's are rounded.
double difference(const LuminanceGrid& seen, const LuminanceGrid& expected) {
  constexpr int columns = LuminanceGrid::columns, rows = LuminanceGrid::rows;
  double sum = 0;
  int count = 0;
  for (int row = 0; row < rows; ++row)
    for (int column = 0; column < columns; ++column) {
      if ((row == 0 || row == rows - 1) && (column == 0 || column == columns - 1)) continue;
      const auto at = static_cast<std::size_t>(row * columns + column);
      sum += std::abs(double(seen.cells[at]) - double(expected.cells[at]));
      ++count;
    }
  return sum / count;
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

/// One page and what its slots must hold.
struct PageProof {
  const SheetDesign& design;
  std::span<const ExpectedCard> cards;  ///< of this sheet
  const std::string& slug;              ///< of this sheet
  std::size_t sheet;                    ///< from 1
  CardSide side;
  std::vector<ProofFault>& faults;

  const SideTemplate& side_template() const { return design.card.side(side); }
  const std::vector<Slot>& slots() const { return design.imposition.side(side).slots; }
  void add(std::size_t slot, std::string reason) const {
    const bool is_filled = slot > 0 && slot <= cards.size();
    faults.push_back({sheet, side, slot, is_filled ? cards[slot - 1].row : 0, std::move(reason)});
  }

  void check_boxes(const PageBoxes& boxes) const {
    for (const Size& box : {boxes.media, boxes.trim, boxes.bleed})
      if (!is_near(box, design.format.paper)) return add(0, "the page's boxes are not the sheet's size");
  }

  void check_qr(const PageImage& image) const {
    for (std::size_t i = 0; i < cards.size(); ++i) {
      const std::string text = read_qr(image, on_sheet(slots()[i], side_template().qr->box));
      if (text.empty())
        add(i + 1, "the QR code cannot be read");
      else if (text != cards[i].qr_text)
        add(i + 1, "the QR code is not this card's");
    }
  }

  void check_barcodes(const PageImage& image) const {
    for (std::size_t i = 0; i < cards.size(); ++i)
      for (const ExpectedBarcode& barcode : cards[i].barcodes) {
        if (barcode.side != side) continue;
        const std::string text = read_barcode(image, on_sheet(slots()[i], barcode.box), barcode.kind);
        if (text.empty())
          add(i + 1, "a barcode cannot be read");
        else if (text != barcode.text)
          add(i + 1, "a barcode is not this card's");
      }
  }

  /// The least at which all codes of the page can be read.
  double dpi() const {
    double dpi = side_template().qr ? back_dpi : front_dpi;
    for (const ExpectedCard& card : cards)
      for (const ExpectedBarcode& barcode : card.barcodes)
        if (barcode.side == side) dpi = std::max(dpi, px_a_bar * 25.4 / barcode.module.value);
    return dpi;
  }

  void check_portraits(const PageImage& image) const {
    for (std::size_t i = 0; i < cards.size(); ++i) {
      const LuminanceGrid seen = luminance_of(image, slots()[i], side_template().portrait->box);
      const double own = difference(seen, cards[i].portrait);
      const bool is_nearest = std::all_of(cards.begin(), cards.end(), [&](const ExpectedCard& other) {
        return difference(other.portrait, cards[i].portrait) < one_person ||
               own <= difference(seen, other.portrait) + 0.5;
      });
      if (own > same_picture || !is_nearest) add(i + 1, "the portrait is not this card's");
    }
  }

  void check_numbers(const std::vector<PlacedWord>& words) const {
    for (std::size_t i = 0; i < cards.size(); ++i) {
      const std::string text = text_in(words, slots()[i].trim);
      if (text.find(cards[i].card_number) == std::string::npos)
        add(i + 1, "the card number on this side is not the one of its QR code");
    }
  }

  void check_slug(const std::vector<PlacedWord>& words) const {
    const auto& room = design.imposition.side(side).slug;
    if (room && text_in(words, *room) != run_together(slug_of(slug, side)))
      add(0, "the line in the margin is not this sheet's");
  }

  void check_unused(const PageImage& image) const {
    for (std::size_t i = cards.size(); i < slots().size(); ++i)
      if (!is_blank(image, grown(slots()[i].trim, -1_mm))) add(i + 1, "there is print where no card should be");
  }

  void check_picture(const PdfReader& reader, std::size_t page) const {
    check_boxes(reader.boxes(page));
    const PageImage image = reader.render(page, dpi());
    if (side_template().qr) check_qr(image);
    check_barcodes(image);
    if (side_template().portrait) check_portraits(image);
    check_unused(image);
  }

  void check_words(const PdfReader& reader, std::size_t page) const {
    const auto words = reader.words(page);
    if (shows_card_number(side_template())) check_numbers(words);
    check_slug(words);
  }
};

using Checks = std::vector<void (PageProof::*)(const PdfReader&, std::size_t) const>;

/// A thread's share: pages are taken one by one by whoever is free.
struct Reading {
  const std::string& bytes;
  const std::string file;
  const SheetDesign& design;
  std::span<const ExpectedCard> cards;
  std::span<const std::string> slugs;
  std::vector<std::size_t> pages;
  Checks checks;
  std::atomic<std::size_t> next{0};
  std::mutex mutex{};
  std::vector<ProofFault> faults{};
  std::exception_ptr trouble{};

  void work() try {
    const PdfReader reader(bytes, file);
    const auto per_sheet = static_cast<std::size_t>(design.format.cards_per_sheet());
    std::vector<ProofFault> found;
    for (std::size_t i; (i = next++) < pages.size();) {
      const std::size_t page = pages[i];
      const std::size_t sheet = page / 2, first = sheet * per_sheet;
      const CardSide side = page % 2 == 0 ? CardSide::front : CardSide::back;
      const auto on_it = cards.subspan(first, std::min(per_sheet, cards.size() - first));
      const PageProof proof{design, on_it, slugs[sheet], sheet + 1, side, found};
      for (const auto& check : checks) (proof.*check)(reader, page);
    }
    const std::lock_guard lock(mutex);
    faults.insert(faults.end(), found.begin(), found.end());
  } catch (...) {
    const std::lock_guard lock(mutex);
    trouble = std::current_exception();
    next = pages.size();
  }
};

}  // namespace

std::vector<ProofFault> proof_sheets(const std::filesystem::path& pdf, const SheetDesign& design,
                                     std::span<const ExpectedCard> cards, std::span<const std::string> slugs,
                                     unsigned jobs) {
  std::string bytes = read_file(pdf, largest_pdf);
  const auto per_sheet = static_cast<std::size_t>(design.format.cards_per_sheet());
  const std::size_t pages = 2 * sheets_for(cards.size(), per_sheet);
  {
    const PdfReader reader(bytes, pdf.string());
    if (reader.pages() != pages) return {{.reason = "the file has not two pages for each sheet"}};
    if (slugs.size() * 2 != pages) return {{.reason = "the record has not one line of the margin for each sheet"}};
    if (!reader.embeds_all_fonts()) return {{.reason = "a font is not embedded"}};
  }
  const auto read = [&](std::vector<std::size_t> some, Checks checks) {
    Reading reading{.bytes = bytes,
                    .file = pdf.string(),
                    .design = design,
                    .cards = cards,
                    .slugs = slugs,
                    .pages = std::move(some),
                    .checks = std::move(checks)};
    {
      std::vector<std::jthread> threads;
      for (unsigned i = 0; i < std::max(1U, jobs); ++i) threads.emplace_back([&] { reading.work(); });
    }
    if (reading.trouble) std::rethrow_exception(reading.trouble);
    return reading.faults;
  };
  std::vector<std::size_t> with_artwork, without;
  for (std::size_t page = 0; page < pages; ++page)
    (page < 2 || page + 2 >= pages ? with_artwork : without).push_back(page);
  std::vector<ProofFault> faults = read(with_artwork, {&PageProof::check_picture});
  // Poppler reads the artwork's words as well, also those that are cut off and lie anywhere on the sheet.
  hide_artwork(bytes, pdf.string());
  for (const auto& more : {read(with_artwork, {&PageProof::check_words}),
                           read(without, {&PageProof::check_picture, &PageProof::check_words})})
    faults.insert(faults.end(), more.begin(), more.end());
  std::sort(faults.begin(), faults.end(), [](const ProofFault& a, const ProofFault& b) {
    return std::tie(a.sheet, a.side, a.slot) < std::tie(b.sheet, b.side, b.slot);
  });
  return faults;
}

}  // namespace pehchan

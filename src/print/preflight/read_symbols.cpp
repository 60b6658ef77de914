#include "print/preflight/read_symbols.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <span>
#include <thread>

#include "print/preflight/check_doubles.h"
#include "print/read_back.h"

namespace pehchan {
namespace {

/// As the proof of sheets has it (print/proof_page).
constexpr double px_a_module = 3, least_dpi = 72, most_dpi = 600;
constexpr Mm largest_card{120}, safe_margin{1};
/// What type of 3 pt needs to be more than a shadow.
constexpr double dpi_for_words = 150;
/// Of 255, between type and what it stands on.
constexpr int least_contrast = 10;
/// Of 255: paper, or a tint that a reader takes for it.
constexpr unsigned char light = 150;

double dpi_for(std::span<const PlacedSymbol> symbols) {
  Mm least{25.4};
  for (const PlacedSymbol& symbol : symbols) least = std::min(least, symbol.module);
  return std::clamp(px_a_module * 25.4 / std::max(least.value, 0.01), least_dpi, most_dpi);
}

std::string text_of(const PageImage& image, const PlacedSymbol& symbol) {
  const Rect area = symbol.with_quiet_zone();
  if (symbol.kind == SymbolKind::qr) return read_qr(image, area);
  return read_barcode(image, area, symbol.kind == SymbolKind::code128 ? BarcodeKind::code128 : BarcodeKind::pdf417);
}

/// Nothing dark lies between the modules and the zone's edge; half a module of both is a renderer's.
bool has_quiet_zone(const PageImage& image, const PlacedSymbol& symbol) {
  const Rect whole = symbol.with_quiet_zone();
  PageImage seen = image;
  make_blank(seen, grown(symbol.box, symbol.module * 0.6), 255);
  const PagePiece piece = piece_of(seen, grown(whole, symbol.module * -0.6));
  return std::ranges::all_of(piece.image.grey, [](unsigned char grey) { return grey >= light; });
}

bool is_seen(const PageImage& image, const Rect& word) {
  const auto grey = piece_of(image, word).image.grey;
  const auto [least, most] = std::ranges::minmax_element(grey);
  return least == grey.end() || *most - *least >= least_contrast;
}

struct Reading {
  std::string_view bytes;
  const std::string& file;
  const Preflight& found;
  std::atomic<std::size_t> next{0};
  std::mutex mutex{};
  std::vector<PreflightFault> faults{};
  std::vector<ReadQr> codes{};
  std::exception_ptr trouble{};

  void work() try {
    const PdfReader reader(bytes, file);
    for (std::size_t page; (page = next++) < found.pages;) look(reader, page);
  } catch (...) {
    const std::lock_guard lock(mutex);
    trouble = std::current_exception();
    next = found.pages;
  }

  /// Each page is drawn once.
  void look(const PdfReader& reader, std::size_t page) {
    const auto first = std::ranges::lower_bound(found.symbols, page, {}, &PlacedSymbol::page);
    const auto last = std::ranges::upper_bound(found.symbols, page, {}, &PlacedSymbol::page);
    const std::span<const PlacedSymbol> symbols(first, last);
    const auto words = reader.words(page);
    if (symbols.empty() && words.empty()) return;
    const PageImage image = reader.render(page, std::max(dpi_for(symbols), dpi_for_words));
    look_at_symbols(image, page, symbols);
    if (std::ranges::any_of(words, [&](const PlacedWord& word) { return !is_seen(image, word.box); }))
      add(Rule::hidden_text, page, "");
    const Size trim = reader.boxes(page).trim;
    if (trim.width <= largest_card && trim.height <= largest_card) look_at_words(reader, page, trim, words);
  }

  void look_at_symbols(const PageImage& image, std::size_t page, std::span<const PlacedSymbol> symbols) {
    for (const PlacedSymbol& symbol : symbols) {
      std::string text = text_of(image, symbol);
      if (text.empty())
        add(Rule::unreadable, page, "");
      else if (symbol.kind == SymbolKind::qr)
        keep({std::move(text), page});
      if (!has_quiet_zone(image, symbol)) add(Rule::quiet_zone, page, "");
    }
  }

  void look_at_words(const PdfReader& reader, std::size_t page, const Size& trim,
                     const std::vector<PlacedWord>& words) {
    const Size media = reader.boxes(page).media;
    const Rect card{(media.width - trim.width) / 2, (media.height - trim.height) / 2, trim.width, trim.height};
    for (const PlacedWord& word : words)
      if (!contains(grown(card, safe_margin * -1), word.box)) return add(Rule::safe_area, page, "");
  }

  void keep(ReadQr code) {
    const std::lock_guard lock(mutex);
    codes.push_back(std::move(code));
  }

  void add(Rule rule, std::size_t page, std::string detail) {
    const std::lock_guard lock(mutex);
    faults.push_back({rule, page + 1, std::move(detail)});
  }
};

}  // namespace

void read_symbols(std::string_view bytes, const std::string& file, Preflight& found, unsigned jobs) {
  Reading reading{.bytes = bytes, .file = file, .found = found};
  {
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < std::max(1U, jobs); ++i) threads.emplace_back([&] { reading.work(); });
  }
  if (reading.trouble) std::rethrow_exception(reading.trouble);
  std::ranges::sort(reading.codes, {}, &ReadQr::page);
  check_doubles(reading.codes, found);
  found.faults.insert(found.faults.end(), reading.faults.begin(), reading.faults.end());
  std::ranges::sort(found.faults, {}, [](const PreflightFault& one) { return std::pair(one.page, one.rule); });
}

}  // namespace pehchan

#include "print/qr_codes.h"

#include <ZXing/DecodeHints.h>
#include <ZXing/ReadBarcode.h>
#include <ZXing/Result.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <exception>
#include <mutex>
#include <qpdf/QPDFExc.hh>
#include <span>
#include <thread>

#include "base/run_error.h"
#include "print/pdf_bombs.h"
#include "print/preflight/look_over.h"
#include "print/read_back.h"

namespace pehchan {
namespace {

constexpr std::size_t most_pages = 10'000;
/// What a scan has; and as the proof of sheets reads codes that are drawn (print/preflight/read_symbols).
constexpr double usual_dpi = 300, most_dpi = 600, px_a_module = 3;
constexpr double most_pixels_of_a_page = 60e6;

[[noreturn]] void refuse(const std::string& file, const std::string& why) {
  throw RunError(ExitCode::bad_input, file + ": " + why, "Give a PDF as 'pehchan issue' or a scanner writes it.");
}

Preflight looked_over(std::string_view bytes, const std::string& file) try {
  refuse_bombs(bytes, file);
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile(file.c_str(), bytes.data(), bytes.size());
  if (pdf.isEncrypted()) refuse(file, "it is encrypted");
  if (pdf.getAllPages().size() > most_pages) refuse(file, "it has more than 10,000 pages");
  Preflight found = look_over(pdf, Purpose::office);
  if (!found.can_be_drawn) refuse(file, "drawing it may take for ever");
  return found;
} catch (const QPDFExc&) {
  refuse(file, "it is damaged");
} catch (const RunError& error) {
  throw RunError(ExitCode::bad_input, error.what(), error.advice);
}

/// Fine enough for the page's smallest code, and never more than memory holds.
double dpi_for(std::span<const PlacedSymbol> symbols, const Size& page) {
  double dpi = usual_dpi;
  for (const PlacedSymbol& symbol : symbols)
    dpi = std::max(dpi, px_a_module * 25.4 / std::max(symbol.module.value, 0.01));
  const double square_inches = std::max(1e-3, page.width.value * page.height.value / (25.4 * 25.4));
  return std::min({dpi, most_dpi, std::sqrt(most_pixels_of_a_page / square_inches)});
}

using Texts = std::vector<std::string>;

void add(Texts& texts, std::string text) {
  if (!text.empty() && std::ranges::find(texts, text) == texts.end()) texts.push_back(std::move(text));
}

/// Codes that are drawn are read one by one where they stand; whatever else the page shows is looked for in the whole.
Texts codes_of_page(const PdfReader& reader, std::size_t page, std::span<const PlacedSymbol> symbols) {
  PageImage image = reader.render(page, dpi_for(symbols, reader.boxes(page).media));
  std::vector<std::string> texts;
  for (const PlacedSymbol& symbol : symbols)
    if (symbol.kind == SymbolKind::qr) add(texts, read_qr(image, symbol.with_quiet_zone()));
  const GreyPicture whole{.width = image.width, .height = image.height, .pixels = std::move(image.grey)};
  for (std::string& text : qr_codes_in(whole)) add(texts, std::move(text));
  return texts;
}

/// The pages, each read by whichever thread comes first.
struct PagesRead {
  std::string_view pdf;
  const std::string& file;
  const std::vector<PlacedSymbol>& symbols;
  std::vector<Texts> pages;
  std::atomic<std::size_t> next{0};
  std::mutex mutex{};
  std::exception_ptr trouble{};

  void work() try {
    const PdfReader reader(pdf, file);
    for (std::size_t page; (page = next++) < std::min(pages.size(), reader.pages());) {
      const auto first = std::ranges::lower_bound(symbols, page, {}, &PlacedSymbol::page);
      const auto last = std::ranges::upper_bound(symbols, page, {}, &PlacedSymbol::page);
      pages[page] = codes_of_page(reader, page, std::span(first, last));
    }
  } catch (...) {
    const std::lock_guard lock(mutex);
    trouble = std::current_exception();
    next = pages.size();
  }
};

}  // namespace

std::vector<std::string> qr_codes_in(const GreyPicture& picture) {
  std::vector<std::string> texts;
  if (picture.width < 1 || picture.height < 1) return texts;
  const ZXing::ImageView view(picture.pixels.data(), picture.width, picture.height, ZXing::ImageFormat::Lum);
  ZXing::DecodeHints hints;
  hints.setFormats(ZXing::BarcodeFormat::QRCode).setTryHarder(true).setTryRotate(true).setTryDownscale(true);
  for (const auto binarizer : {ZXing::Binarizer::LocalAverage, ZXing::Binarizer::GlobalHistogram}) {
    if (!texts.empty()) break;
    for (const auto& result : ZXing::ReadBarcodes(view, hints.setBinarizer(binarizer)))
      if (result.isValid()) add(texts, result.text());
  }
  return texts;
}

std::vector<PageCode> qr_codes_of_pdf(std::string_view pdf, const std::string& file, unsigned jobs) try {
  const Preflight found = looked_over(pdf, file);
  PagesRead reading{.pdf = pdf, .file = file, .symbols = found.symbols, .pages = std::vector<Texts>(found.pages)};
  {
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < std::clamp(jobs, 1U, 256U); ++i) threads.emplace_back([&] { reading.work(); });
  }
  if (reading.trouble) std::rethrow_exception(reading.trouble);
  std::vector<PageCode> codes;
  for (std::size_t page = 0; page < reading.pages.size(); ++page)
    for (std::string& text : reading.pages[page]) codes.push_back({.page = page + 1, .text = std::move(text)});
  return codes;
} catch (const RunError& error) {
  throw RunError(ExitCode::bad_input, error.what(), error.advice);
}

}  // namespace pehchan

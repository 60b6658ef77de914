#include "print/proof.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>
#include <thread>
#include <tuple>

#include "base/file.h"
#include "base/run_error.h"
#include "print/correction.h"
#include "print/lay_beneath.h"
#include "print/preflight/check_identity.h"
#include "print/preflight/look_over.h"
#include "print/proof_copy.h"
#include "print/proof_page.h"
#include "print/read_back.h"

namespace pehchan {
namespace {

constexpr std::uintmax_t largest_pdf = 2'000'000'000;

/// Pages are taken one by one by whoever is free.
struct Reading {
  const ProofCopy copy;
  const std::string file;
  const SheetDesign& design;
  const ProofView &front, &back;
  std::span<const ExpectedCard> cards;
  std::span<const ExpectedSheet> sheets;
  const std::vector<std::size_t> first_cards;  ///< of each sheet
  const std::size_t pages;
  const CodeCheck& check;
  std::atomic<std::size_t> next{0};
  std::mutex mutex{};
  std::vector<ProofFault> faults{};
  std::exception_ptr trouble{};

  void work() try {
    const PdfReader reader(copy.bytes, file);
    std::vector<ProofFault> found;
    for (std::size_t page; (page = next++) < pages;) {
      const std::size_t sheet = page / design.pages.a_sheet();
      const auto on_it = cards.subspan(first_cards[sheet], sheets[sheet].slots.size());
      for (const CardSide side : design.pages.pages[page % design.pages.a_sheet()]) {
        const double dpi = (side == CardSide::front ? front : back).dpi;
        const ProofedPage proofed{design, side, on_it, sheets[sheet], sheet + 1, page, dpi, check};
        proof_page(reader, proofed, found);
      }
    }
    const std::lock_guard lock(mutex);
    faults.insert(faults.end(), found.begin(), found.end());
  } catch (...) {
    const std::lock_guard lock(mutex);
    trouble = std::current_exception();
    next = pages;
  }
};

/// Of pages, from 0.
std::vector<ProofFault> faults_on(const std::vector<std::size_t>& pages, const PageOrder& order, const char* reason) {
  std::vector<ProofFault> faults;
  for (const std::size_t page : pages)
    faults.push_back({.sheet = page / order.a_sheet() + 1, .side = order.side_of(page), .reason = reason});
  return faults;
}

/// How fine photos must be, the photo room has judged; their shape is compared with the record's.
bool is_left_to_others(Rule rule) { return rule == Rule::portrait_ppi || rule == Rule::portrait_shape; }

QPDFObjectHandle below(QPDFObjectHandle object, const char* key) {
  if (object.isStream()) object = object.getDict();
  return object.isDictionary() ? object.getKey(key) : QPDFObjectHandle::newNull();
}

/// One card's artwork of each side, as lay_beneath names it: that it lies where it should, read_laid_artwork finds.
std::set<QPDFObjGen> artwork_in(QPDF& pdf, const SheetDesign& design) {
  std::set<QPDFObjGen> artwork;
  for (QPDFPageObjectHelper page : QPDFPageDocumentHelper(pdf).getAllPages())
    for (const CardSide side : {CardSide::front, CardSide::back}) {
      QPDFObjectHandle sheet =
          below(below(page.getAttribute("/Resources", false), "/XObject"), artwork_resource(design.pages, side));
      QPDFObjectHandle form = below(below(below(sheet, "/Resources"), "/XObject"), "/Artwork");
      if (form.isStream()) artwork.insert(form.getObjGen());
    }
  return artwork;
}

/// What the preflight finds in a file that is made for more than an office printer.
std::vector<ProofFault> rules_broken_in(const std::string& bytes, const std::string& file,
                                        const SheetDesign& design) try {
  const Purpose purpose = design.profile.purpose;
  if (purpose == Purpose::office) return {};
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile(file.c_str(), bytes.data(), bytes.size());
  std::vector<ProofFault> faults;
  if (claimed_purpose(pdf) != purpose) faults.push_back({.reason = words_of(Rule::claim).en});
  for (const PreflightFault& fault : look_over(pdf, purpose, artwork_in(pdf, design)).faults) {
    if (is_left_to_others(fault.rule)) continue;
    const std::string page = fault.page > 0 ? "page " + std::to_string(fault.page) + ": " : "";
    const std::string detail = fault.detail.empty() ? "" : " (" + fault.detail + ")";
    faults.push_back({.reason = page + words_of(fault.rule).en + detail});
  }
  return faults;
} catch (const QPDFExc&) {
  throw RunError(ExitCode::internal, file + " cannot be read back as a PDF");
}

/// Where each sheet's cards begin; one more for the end of the last.
std::vector<std::size_t> first_cards_of(std::span<const ExpectedSheet> sheets) {
  std::vector<std::size_t> firsts{0};
  for (const ExpectedSheet& sheet : sheets) firsts.push_back(firsts.back() + sheet.slots.size());
  return firsts;
}

std::vector<FilledSlots> slots_of(std::span<const ExpectedSheet> sheets) {
  std::vector<FilledSlots> slots;
  for (const ExpectedSheet& sheet : sheets) slots.push_back(sheet.slots);
  return slots;
}

}  // namespace

std::vector<ProofFault> proof_sheets(const std::filesystem::path& pdf, const SheetDesign& design,
                                     std::span<const ExpectedCard> cards, std::span<const std::string> slugs,
                                     unsigned jobs, const CodeCheck& check) {
  const auto per_sheet = static_cast<std::size_t>(design.format.cards_per_sheet());
  if (slugs.size() != sheets_for(cards.size(), per_sheet))
    return {{.reason = "the record has not one line of the margin for each sheet"}};
  std::vector<ExpectedSheet> sheets;
  for (std::size_t i = 0; i < slugs.size(); ++i)
    sheets.push_back({first_slots(std::min(per_sheet, cards.size() - i * per_sheet)), slugs[i]});
  return proof_sheets(pdf, design, cards, sheets, jobs, check);
}

std::vector<ProofFault> proof_sheets(const std::filesystem::path& pdf, const SheetDesign& design,
                                     std::span<const ExpectedCard> cards, std::span<const ExpectedSheet> sheets,
                                     unsigned jobs, const CodeCheck& check) {
  std::string bytes = read_file(pdf, largest_pdf);
  const std::size_t pages = design.pages.a_sheet() * sheets.size();
  const auto firsts = first_cards_of(sheets);
  if (firsts.back() != cards.size()) return {{.reason = "the record has not as many cards as its sheets"}};
  {
    const PdfReader reader(bytes, pdf.string());
    if (reader.pages() != pages)
      return {{.reason = design.pages.a_sheet() == 2 ? "the file has not two pages for each sheet"
                                                     : "the file has not one page for each sheet"}};
    if (!reader.embeds_all_fonts()) return {{.reason = "a font is not embedded"}};
  }
  if (auto broken = rules_broken_in(bytes, pdf.string(), design); !broken.empty()) return broken;
  if (auto faults = faults_on(take_away_correction(bytes, pdf.string(), design), design.pages,
                              "it is not moved as the printer's measured error needs it");
      !faults.empty())
    return faults;
  const ProofView front = proof_view(CardSide::front, design, cards), back = proof_view(CardSide::back, design, cards);
  Reading reading{.copy = make_proof_copy(std::move(bytes), pdf.string(), design, slots_of(sheets), front, back),
                  .file = pdf.string(),
                  .design = design,
                  .front = front,
                  .back = back,
                  .cards = cards,
                  .sheets = sheets,
                  .first_cards = firsts,
                  .pages = pages,
                  .check = check};
  std::vector<ProofFault>& faults = reading.faults;
  faults = faults_on(reading.copy.wrong_pages, design.pages,
                     "its artwork is not that of the other sheets, or not beneath the cards");
  if (!faults.empty()) return faults;
  {
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < std::max(1U, jobs); ++i) threads.emplace_back([&] { reading.work(); });
  }
  if (reading.trouble) std::rethrow_exception(reading.trouble);
  std::sort(faults.begin(), faults.end(), [](const ProofFault& a, const ProofFault& b) {
    return std::tie(a.sheet, a.side, a.slot) < std::tie(b.sheet, b.side, b.slot);
  });
  return faults;
}

}  // namespace pehchan

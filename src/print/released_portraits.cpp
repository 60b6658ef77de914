#include "print/released_portraits.h"

#include <fmt/format.h>

#include <algorithm>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFSystemError.hh>

#include "base/run_error.h"
#include "print/conform_portraits.h"
#include "print/correction.h"
#include "print/placed_jpegs.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

/// Cairo places an image to a few hundredths of a point.
constexpr Mm tolerance{0.1};

RunError not_ours(const fs::path& pdf, const std::string& why) {
  return {ExitCode::bad_input, fmt::format("cannot take portraits from {}: {}", pdf.string(), why),
          "Put back the file as it was released, for example from a backup; or issue the card from a photo."};
}

/// A picture fills its window and is cut off evenly on both sides.
bool fills(const Rect& picture, const Rect& window) {
  const Point a = picture.centre(), b = window.centre();
  return std::max(a.x, b.x) - std::min(a.x, b.x) < tolerance && std::max(a.y, b.y) - std::min(a.y, b.y) < tolerance &&
         contains(picture, window, tolerance);
}

std::string bytes_of(QPDFObjectHandle stream) {
  const auto raw = stream.getRawStreamData();
  return {reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize()};
}

/// The picture of each slot, empty where there is none.
std::vector<std::string> portraits_on(QPDFPageObjectHelper page, const QPDFMatrix& seen, const std::vector<Slot>& slots,
                                      const Rect& window) {
  const auto jpegs = placed_jpegs(page, seen);
  std::vector<std::string> portraits;
  for (const Slot& slot : slots) {
    const auto found = std::find_if(jpegs.begin(), jpegs.end(),
                                    [&](const PlacedJpeg& jpeg) { return fills(jpeg.place, on_sheet(slot, window)); });
    portraits.push_back(found == jpegs.end() ? std::string() : bytes_of(original_of(found->stream)));
  }
  return portraits;
}

template <class Work>
auto reading_from(const fs::path& pdf, Work work) try {
  return work();
} catch (const QPDFSystemError& error) {
  throw not_ours(pdf, error.what());
} catch (const QPDFExc& error) {
  throw not_ours(pdf, error.what());
}

}  // namespace

struct ReleasedPortraits::Parts {
  const fs::path pdf;
  const SheetDesign& design;
  const CardSide side;
  QPDF file{};
  std::vector<QPDFPageObjectHelper> pages{};
};

ReleasedPortraits::ReleasedPortraits(const fs::path& pdf, const SheetDesign& design)
    : parts_(new Parts{pdf, design, design.card.front.portrait ? CardSide::front : CardSide::back}) {
  if (!design.card.side(parts_->side).portrait) return;
  if (!design.pages.has(parts_->side)) throw not_ours(pdf, "it has not the side with the portraits");
  reading_from(pdf, [&] {
    parts_->file.setSuppressWarnings(true);
    parts_->file.processFile(pdf.c_str());
    parts_->pages = QPDFPageDocumentHelper(parts_->file).getAllPages();
  });
}

ReleasedPortraits::~ReleasedPortraits() = default;

std::vector<std::string> ReleasedPortraits::of_sheet(std::size_t sheet, const FilledSlots& filled) {
  const auto& [pdf, design, side, file, pages] = *parts_;
  const auto& element = design.card.side(side).portrait;
  if (!element || filled.empty()) return {};
  const std::size_t index = sheet == 0 ? 0 : *design.pages.page_of(sheet - 1, side);
  if (sheet == 0 || index >= pages.size()) throw not_ours(pdf, fmt::format("it has no sheet {}", sheet));
  auto portraits = reading_from(pdf, [&] {
    return portraits_on(pages[index], correction_undone(design, side), design.imposition.side(side).slots,
                        element->box);
  });
  if (file.anyWarnings()) throw not_ours(pdf, "it is damaged");
  if (filled.back() >= portraits.size()) throw not_ours(pdf, fmt::format("its sheets hold {} cards", portraits.size()));
  std::vector<std::string> own;
  for (std::size_t i = 0; i < portraits.size(); ++i) {
    const bool is_filled = std::ranges::binary_search(filled, i);
    if (portraits[i].empty() == is_filled)
      throw not_ours(pdf, fmt::format("slot {} of sheet {} has {} portrait", i + 1, sheet, is_filled ? "no" : "a"));
    if (is_filled) own.push_back(std::move(portraits[i]));
  }
  return own;
}

std::vector<std::string> released_portraits(const fs::path& pdf, std::size_t sheet, const SheetDesign& design,
                                            const FilledSlots& filled) {
  return ReleasedPortraits(pdf, design).of_sheet(sheet, filled);
}

}  // namespace pehchan

#include "batch/digital_portraits.h"

#include <algorithm>

namespace pehchan {
namespace fs = std::filesystem;
namespace {

/// More than all threads together are at.
constexpr std::size_t sheets_kept = 16;

SheetDesign shown_design(const Design& design, PageOrder pages) {
  SheetDesign shown = design.sheet;
  shown.pages = std::move(pages);
  return shown;
}

}  // namespace

DigitalPortraits::DigitalPortraits(const fs::path& folder, const JobFile& file, const Design& design,
                                   std::map<std::size_t, std::vector<std::size_t>> filled)
    : DigitalPortraits(portrait_part(folder, file, design), file.first_sheet, design, std::move(filled)) {}

DigitalPortraits::DigitalPortraits(const PortraitPart& part, std::size_t first_sheet, const Design& design,
                                   std::map<std::size_t, std::vector<std::size_t>> filled)
    : shown_(shown_design(design, part.pages)),
      first_sheet_(first_sheet),
      filled_(std::move(filled)),
      released_(part.pdf, shown_) {}

std::string DigitalPortraits::at(std::size_t sheet, std::size_t slot) {
  const std::lock_guard lock(mutex_);
  const auto& filled = filled_.at(sheet);
  auto found = sheets_.find(sheet);
  if (found == sheets_.end()) {
    if (sheets_.size() >= sheets_kept) sheets_.erase(sheets_.begin());
    found = sheets_.emplace(sheet, released_.of_sheet(sheet - first_sheet_ + 1, filled)).first;
  }
  if (found->second.empty()) return {};
  const auto at = std::ranges::find(filled, slot - 1);
  return found->second.at(static_cast<std::size_t>(at - filled.begin()));
}

}  // namespace pehchan

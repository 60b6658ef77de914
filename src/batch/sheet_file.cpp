#include "batch/sheet_file.h"

#include <fmt/format.h>

#include <system_error>
#include <utility>

#include "base/run_error.h"
#include "base/sha256.h"
#include "batch/previews.h"
#include "print/finish.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t faults_told = 5;

RunError failed_proof(const std::string& name, const std::vector<ProofFault>& faults) {
  std::string text = fmt::format("{} failed its proof and is not released:", name);
  for (std::size_t i = 0; i < faults.size() && i < faults_told; ++i) {
    const ProofFault& fault = faults[i];
    text += "\n  ";
    if (fault.sheet > 0)
      text += fmt::format("sheet {}, {}, ", fault.sheet, fault.side == CardSide::front ? "front" : "back");
    if (fault.slot > 0) text += fmt::format("slot {}, ", fault.slot);
    if (fault.row > 0) text += fmt::format("row {} of the roll: ", fault.row);
    text += fault.reason;
  }
  if (faults.size() > faults_told) text += fmt::format("\n  and {} more", faults.size() - faults_told);
  return {ExitCode::internal, text,
          "Nothing wrong was released. If you changed the template, look at the place named; else report this."};
}

}  // namespace

SheetFile::SheetFile(fs::path folder, std::string name, const std::string& date, const SheetDesign& design,
                     const FontSet& fonts)
    : folder_(std::move(folder)),
      name_(std::move(name)),
      painted_(folder_ / ("." + name_ + ".painted")),
      design_(design),
      painter_(painted_, design, fonts, {.title = fs::path(name_).stem().string(), .date = date}) {}

SheetFile::~SheetFile() {
  std::error_code ignored;
  fs::remove(painted_, ignored);
  fs::remove(part(), ignored);
}

void SheetFile::add(PreparedCard card) {
  sheet_.push_back(std::move(card.drawings));
  expected_.push_back(std::move(card.expected));
  if (sheet_.size() == static_cast<std::size_t>(design_.format.cards_per_sheet())) paint_sheet();
}

void SheetFile::paint_sheet() {
  slugs_.push_back(fmt::format("sheet {}", slugs_.size() + 1));
  painter_.add_sheet(sheet_, slugs_.back());
  sheet_.clear();
}

void SheetFile::release(Journal& journal, unsigned jobs) {
  if (!sheet_.empty()) paint_sheet();
  painter_.finish();
  finish_pdf(painted_, part());
  const auto faults = proof_sheets(part(), design_, expected_, slugs_, jobs);
  if (!faults.empty()) throw failed_proof(name_, faults);
  write_previews(folder_, name_, part(), design_);
  SheetRecord record{name_, sha256_of_file(part().string()), {}};
  for (const ExpectedCard& card : expected_) record.cards.push_back(card.card_number);
  journal.release(record);
}

}  // namespace pehchan

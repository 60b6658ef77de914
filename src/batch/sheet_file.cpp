#include "batch/sheet_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "base/atomic_file.h"
#include "base/run_error.h"
#include "base/sha256.h"
#include "batch/job_folder.h"
#include "batch/previews.h"

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

SheetFile::SheetFile(fs::path folder, std::string name, const Job& job, std::size_t first_sheet, const Design& design,
                     const FontSet& fonts)
    : folder_(std::move(folder)),
      name_(std::move(name)),
      job_(job),
      first_sheet_(first_sheet),
      painted_(folder_ / ("." + name_ + ".painted")),
      design_(design),
      painter_(painted_, design.sheet, fonts, {.title = fs::path(name_).stem().string(), .date = job.date},
               design.artwork) {}

SheetFile::~SheetFile() {
  std::error_code ignored;
  fs::remove(painted_, ignored);
  fs::remove(part(), ignored);
}

void SheetFile::add(PreparedCard card) {
  placed_.push_back({.number = card.expected.card_number,
                     .member = std::move(card.member),
                     .hashes = std::move(card.hashes),
                     .sheet = first_sheet_ + placed_.size() / design_.per_sheet(),
                     .slot = placed_.size() % design_.per_sheet() + 1,
                     .copy = card.copy});
  sheet_.push_back(std::move(card.drawings));
  expected_.push_back(std::move(card.expected));
  if (sheet_.size() == design_.per_sheet()) paint_sheet();
}

void SheetFile::paint_sheet() {
  slugs_.push_back(slug());
  painter_.add_sheet(sheet_, slugs_.back());
  sheet_.clear();
}

std::string SheetFile::slug() const {
  const auto copies = [](const PlacedCard& a, const PlacedCard& b) { return a.copy < b.copy; };
  const auto [least, most] =
      std::minmax_element(placed_.end() - static_cast<std::ptrdiff_t>(sheet_.size()), placed_.end(), copies);
  return fmt::format("{} · sheet {} · {}", job_.name(), placed_.back().sheet,
                     least->copy == most->copy ? fmt::format("copy {}", most->copy)
                                               : fmt::format("copies {}-{}", least->copy, most->copy));
}

void SheetFile::release(Ledger& ledger, const Prepare& prepare, unsigned jobs) {
  if (!sheet_.empty()) paint_sheet();
  painter_.finish(part());
  const auto faults = proof_sheets(part(), design_.sheet, expected_, slugs_, jobs);
  if (!faults.empty()) throw failed_proof(name_, faults);
  write_previews(folder_, name_, part(), design_.sheet);
  const JobFile file{.id = 0,
                     .job = job_.id,
                     .name = name_,
                     .folder = job_folder(ledger, folder_),
                     .sha256 = sha256_of_file(part().string()),
                     .first_sheet = first_sheet_,
                     .sheets = sheets(),
                     .cards = cards()};
  const long long id = prepare(file, placed_);
  publish(part(), folder_ / name_);
  release_file(ledger, id);
}

}  // namespace pehchan

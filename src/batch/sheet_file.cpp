#include "batch/sheet_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "base/atomic_file.h"
#include "base/run_error.h"
#include "batch/file_parts.h"
#include "batch/job_folder.h"
#include "batch/previews.h"
#include "card/place_barcode.h"
#include "symbol/encode_barcode.h"

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

SheetFile::SheetFile(fs::path folder, const std::string& name, const Job& job, std::size_t first_sheet,
                     const Design& design, const FontSet& fonts, const Arrangement& arrangement, std::size_t sheets)
    : folder_(std::move(folder)),
      name_(name),
      job_(job),
      first_sheet_(first_sheet),
      design_(design),
      arrangement_(arrangement),
      most_sheets_(sheets) {
  auto parts = parts_of(name, design.sheet.format.sides);
  // The painters keep where their design lies.
  parts_.reserve(parts.size());
  for (FilePart& one : parts) {
    Part& part =
        parts_.emplace_back(Part{folder_ / one.name, folder_ / ("." + one.name + ".painted"), design.sheet, nullptr});
    part.design.pages = std::move(one.pages);
    part.painter = std::make_unique<SheetPainter>(
        part.painted, part.design, fonts, PdfFacts{.title = fs::path(one.name).stem().string(), .date = job.date},
        design.artwork);
  }
}

SheetFile::~SheetFile() {
  std::error_code ignored;
  for (const Part& part : parts_) {
    fs::remove(part.painted, ignored);
    // Fronts without their backs are nothing that the next run can settle.
    if (!is_bound_ || parts_.size() == 1) fs::remove(part.part(), ignored);
  }
}

std::vector<std::string> SheetFile::names() const {
  std::vector<std::string> names;
  for (const Part& part : parts_) names.push_back(part.final_name.filename());
  return names;
}

std::size_t SheetFile::used_slots() const {
  return first_sheet_ == 1 && expected_sheets_.empty() ? arrangement_.start_slot - 1 : 0;
}

void SheetFile::end_group_before(const PreparedCard& card) {
  if (pending_.empty() || arrangement_.grouping == Grouping::none) return;
  const auto group = [&](const PreparedCard& one) { return group_of(one.member, arrangement_.grouping); };
  if (group(card) != group(pending_.front())) flush();
}

void SheetFile::add(PreparedCard card) {
  end_group_before(card);
  pending_.push_back(std::move(card));
  const std::size_t sheets = arrangement_.waits() ? most_sheets_ : 1;
  const std::size_t slips = arrangement_.header == GroupHeader::slip && arrangement_.waits() ? 1 : 0;
  if (pending_.size() + slips + used_slots() >= sheets * design_.per_sheet()) flush();
}

void SheetFile::flush() {
  if (!pending_.empty()) lay_group(std::exchange(pending_, {}));
}

void SheetFile::lay_group(std::vector<PreparedCard> group) {
  const bool has_groups = arrangement_.grouping != Grouping::none;
  const auto lines = header_lines(group.front().member, arrangement_.grouping, group.size());
  if (has_groups && arrangement_.header == GroupHeader::sheet) add_header_sheet(lines);
  const std::size_t slips = has_groups && arrangement_.header == GroupHeader::slip ? 1 : 0;
  const auto sheets =
      arrange(group.size() + slips, design_.sheet.imposition.front.slots, arrangement_.filling, used_slots());
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    std::vector<PreparedCard> cards;
    FilledSlots slots;
    std::vector<HeaderSlip> headers;
    for (std::size_t at = 0; at < sheets[i].slots.size(); ++at) {
      const std::size_t item = sheets[i].items[at], slot = sheets[i].slots[at];
      if (item < slips) {
        headers.push_back({slot, lines});
        continue;
      }
      cards.push_back(std::move(group[item - slips]));
      slots.push_back(slot);
    }
    paint_sheet(std::move(cards), slots, std::move(headers),
                arrangement_.waits() ? fmt::format("{}/{}", i + 1, sheets.size()) : std::string());
  }
}

void SheetFile::add_header_sheet(const std::vector<std::string>& lines) { paint_sheet({}, {}, {{0, lines}}, {}); }

void SheetFile::paint_sheet(std::vector<PreparedCard> cards, const FilledSlots& slots, std::vector<HeaderSlip> headers,
                            const std::string& place_in_group) {
  SheetLabel told = label(cards, std::move(headers), place_in_group);
  const std::size_t sheet = first_sheet_ + expected_sheets_.size();
  std::vector<CardDrawings> drawings;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    PreparedCard& card = cards[i];
    placed_.push_back({.number = card.expected.card_number,
                       .member = std::move(card.member),
                       .hashes = std::move(card.hashes),
                       .sheet = sheet,
                       .slot = slots[i] + 1,
                       .copy = card.copy,
                       .qr_text = card.expected.qr_text,
                       .expires_at = card.code_expires_at});
    drawings.push_back(std::move(card.drawings));
    expected_.push_back(std::move(card.expected));
  }
  for (const Part& part : parts_) part.painter->add_sheet(drawings, slots, told);
  expected_sheets_.push_back({slots, std::move(told)});
}

SheetLabel SheetFile::label(const std::vector<PreparedCard>& cards, std::vector<HeaderSlip> headers,
                            const std::string& place_in_group) const {
  const std::size_t sheet = first_sheet_ + expected_sheets_.size();
  const auto copies = [](const PreparedCard& a, const PreparedCard& b) { return a.copy < b.copy; };
  const auto [least, most] = std::minmax_element(cards.begin(), cards.end(), copies);
  std::string slug = fmt::format("{} · sheet {}", job_.name(), sheet);
  if (!place_in_group.empty()) slug += " · " + place_in_group;
  if (!cards.empty())
    slug += least->copy == most->copy ? fmt::format(" · copy {}", most->copy)
                                      : fmt::format(" · copies {}-{}", least->copy, most->copy);
  if (const Purpose purpose = design_.sheet.profile.purpose; purpose != Purpose::office)
    slug += fmt::format(" · {}", word_of(purpose));
  SheetLabel told(std::move(slug));
  told.headers = std::move(headers);
  if (const auto& room = design_.sheet.imposition.front.sheet_code)
    if (const auto symbol = encode_barcode(BarcodeKind::code128, fmt::format("{}-{:04}", job_.name(), sheet)))
      if (const auto place = place_barcode(*room, *symbol)) told.code = DrawnBarcode{*symbol, *place};
  return told;
}

void SheetFile::proof(unsigned jobs, const CodeCheck& check) const {
  for (const Part& part : parts_) {
    const auto faults = proof_sheets(part.part(), part.design, expected_, expected_sheets_, jobs, check);
    if (!faults.empty()) throw failed_proof(part.final_name.filename(), faults);
  }
}

void SheetFile::preview() const {
  const auto first = std::ranges::find_if(expected_sheets_, [](const auto& sheet) { return !sheet.slots.empty(); });
  const ShownCard card{static_cast<std::size_t>(first - expected_sheets_.begin()), first->slots.front()};
  for (const Part& part : parts_)
    write_previews(folder_, parts_.front().final_name.filename(), part.part(), part.design, card);
}

void SheetFile::release(Ledger& ledger, const Prepare& prepare, unsigned jobs, const CodeCheck& check) {
  flush();
  std::vector<fs::path> finished;
  for (const Part& part : parts_) {
    part.painter->finish(part.part());
    finished.push_back(part.part());
  }
  proof(jobs, check);
  preview();
  const JobFile file{.id = 0,
                     .job = job_.id,
                     .name = parts_.front().final_name.filename(),
                     .folder = job_folder(ledger, folder_),
                     .sha256 = digest_of(finished),
                     .first_sheet = first_sheet_,
                     .sheets = sheets(),
                     .cards = cards()};
  const long long id = prepare(file, placed_);
  is_bound_ = true;
  for (const Part& part : parts_) publish(part.part(), part.final_name);
  release_file(ledger, id);
}

}  // namespace pehchan

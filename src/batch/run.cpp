#include "batch/run.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <thread>
#include <utility>

#include "base/file.h"
#include "base/run_error.h"
#include "batch/card_maker.h"
#include "batch/folder_lock.h"
#include "batch/journal.h"
#include "batch/order.h"
#include "batch/ordered.h"
#include "batch/report.h"
#include "batch/sheet_file.h"
#include "card/lay_out.h"
#include "card/parse_template.h"
#include "model/card_number.h"
#include "roll/read_roll.h"
#include "sheet/impose.h"
#include "sheet/read_format.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

/// Results alive at once: enough that a slow photo does not idle the others, few enough that memory stays flat.
constexpr unsigned window_per_thread = 3;

SheetDesign read_design(const IssueOptions& options, const FontSet& fonts) {
  const fs::path data = data_folder(), shipped = data / "templates" / options.template_name;
  SheetDesign design;
  design.card = parse_template(fs::exists(shipped) ? shipped : fs::path(options.template_name));
  design.format = read_sheet_format(sheet_format_file(options.sheet, data));
  if (design.format.card != design.card.size)
    throw RunError(ExitCode::bad_config, "the template's card is not the size of the sheet format's",
                   "Choose another --sheet or --template.");
  design.imposition = impose(design.format);
  design.literals = {literal_drawing(design.card, fonts, CardSide::front),
                     literal_drawing(design.card, fonts, CardSide::back)};
  return design;
}

Report begin_report(Roll& roll, const IssueOptions& options, std::size_t not_chosen) {
  Report report;
  report.roll_file = fs::path(roll.file).filename().string();
  report.rows = roll.rows;
  report.pending = roll.pending;
  report.declined = roll.declined;
  report.not_chosen = not_chosen;
  report.notes = std::move(roll.notes);
  for (Withheld& withheld : roll.withheld)
    if (takes(options.filter, withheld.member))
      report.withheld.push_back(std::move(withheld));
    else
      ++report.not_chosen;
  return report;
}

bool has_card(const Journal& journal, const Member& member) {
  return journal.has_issued(card_number_of(member[Field::member_no]).text);
}

/// Prepares cards in parallel and paints, proofs and releases them in order, file by file.
class Issuing {
 public:
  Issuing(const IssueOptions& options, const SheetDesign& design, const FontSet& fonts, Journal& journal,
          std::string date)
      : options_(options),
        design_(design),
        fonts_(fonts),
        journal_(journal),
        date_(std::move(date)),
        jobs_(options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency())) {}

  void run(const std::vector<Member>& order, std::vector<Withheld>& withheld, const ProgressSink& progress,
           const std::stop_token& stop) {
    ordered_map(
        order.size(), jobs_, window_per_thread * jobs_, stop,
        [&] {
          return [&, maker = CardMaker(design_.card, options_.photos, options_.link_base)](std::size_t i) mutable {
            return maker.make(order[i]);
          };
        },
        [&](std::size_t i, Result<PreparedCard, Withheld> card) {
          if (card)
            add(std::move(*card));
          else
            withheld.push_back(std::move(card.error()));
          if (progress) progress({i + 1, order.size(), withheld.size()});
        });
    if (stop.stop_requested())
      throw RunError(ExitCode::try_again, "stopped, as asked", "Run the same command again: it goes on from here.");
    if (file_) release();
  }

  std::size_t issued() const { return issued_; }
  std::size_t sheets() const { return sheets_; }

 private:
  void add(PreparedCard card) {
    if (!file_) file_.emplace(options_.out, journal_.next_file(), date_, design_, fonts_);
    file_->add(std::move(card));
    if (file_->cards() == options_.sheets_per_file * static_cast<std::size_t>(design_.format.cards_per_sheet()))
      release();
  }

  void release() {
    file_->release(journal_, jobs_);
    issued_ += file_->cards();
    sheets_ += sheets_for(file_->cards(), static_cast<std::size_t>(design_.format.cards_per_sheet()));
    file_.reset();
  }

  const IssueOptions& options_;
  const SheetDesign& design_;
  const FontSet& fonts_;
  Journal& journal_;
  std::string date_;
  unsigned jobs_;
  std::optional<SheetFile> file_;
  std::size_t issued_ = 0, sheets_ = 0;
};

}  // namespace

IssueSummary issue_cards(const IssueOptions& options, const ProgressSink& progress, std::stop_token stop) {
  if (!fs::is_directory(options.photos))
    throw RunError(ExitCode::missing_input, options.photos.string() + " is not a folder",
                   "Give the folder of the members' photos with --photos.");
  const FontSet fonts;
  const SheetDesign design = read_design(options, fonts);
  const auto per_sheet = static_cast<std::size_t>(design.format.cards_per_sheet());

  Roll roll = read_roll(options.roll);
  const std::size_t confirmed = roll.confirmed.size();
  std::vector<Member> order = order_members(std::move(roll.confirmed), options.filter);
  Report report = begin_report(roll, options, confirmed - order.size());
  const std::string date = options.date.empty() ? latest_confirmation(order) : options.date;
  const std::size_t chosen = order.size();

  std::optional<FolderLock> lock;
  if (!options.is_dry_run || fs::exists(options.out)) lock.emplace(options.out);
  Journal journal(options.out);
  std::erase_if(order, [&](const Member& member) { return has_card(journal, member); });

  IssueSummary summary;
  summary.issued_before = chosen - order.size();
  summary.to_issue = order.size();
  summary.sheets = sheets_for(order.size(), per_sheet);
  summary.withheld = report.withheld.size();
  if (options.is_dry_run) return summary;

  Issuing issuing(options, design, fonts, journal, date);
  issuing.run(order, report.withheld, progress, stop);

  summary.issued_now = issuing.issued();
  summary.sheets = issuing.sheets();
  summary.withheld = report.withheld.size();
  summary.files = journal.released().size();
  report.issued = summary.issued_before + summary.issued_now;
  report.per_sheet = per_sheet;
  report.files = journal.released();
  std::stable_sort(report.withheld.begin(), report.withheld.end(),
                   [](const Withheld& a, const Withheld& b) { return a.member.row < b.member.row; });
  summary.withheld_file = write_reports(std::move(report), options.out, options.roll, options.photos);
  return summary;
}

}  // namespace pehchan

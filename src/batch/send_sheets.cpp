#include "batch/send_sheets.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/file.h"
#include "base/file_lock.h"
#include "base/run_error.h"
#include "batch/job_folder.h"
#include "batch/sheet_parts.h"
#include "batch/watch_print.h"
#include "ledger/high_water.h"
#include "ledger/lookup.h"
#include "print/some_pages.h"
#include "sheet/find_format.h"

namespace pehchan {
namespace {

std::string words_of(const SheetRange& range) {
  return range.first == range.last ? fmt::format("{}", range.first) : fmt::format("{}-{}", range.first, range.last);
}

SheetFormat format_of(const Job& job) {
  const auto settings = nlohmann::json::parse(job.settings);
  return find_sheet_format(settings.at("sheet"), data_folder()).format;
}

/// Those asked for, or all that are left. A sheet whose cards were printed, or made again, is not printed twice by a
/// slip of the hand.
std::vector<SheetRange> chosen_sheets(Ledger& ledger, const Job& job, const SendOptions& options) {
  const auto left = sheets_to_print(ledger, job);
  if (options.sheets.empty()) return ranges_of(left);
  std::vector<std::size_t> done, sheets;
  const std::size_t last = next_sheet(ledger, job) - 1;
  for (const SheetRange& range : options.sheets) {
    if (range.last > last)
      throw RunError(ExitCode::usage, fmt::format("{} has sheets 1 to {}, not {}", job.name(), last, words_of(range)),
                     "The number of each sheet stands in its margin.");
    for (std::size_t sheet = range.first; sheet <= range.last; ++sheet) {
      sheets.push_back(sheet);
      if (!std::ranges::binary_search(left, sheet)) done.push_back(sheet);
    }
  }
  if (done.empty() || options.is_again) return ranges_of(sheets);
  std::vector<std::string> words;
  for (const SheetRange& range : ranges_of(done)) words.push_back(words_of(range));
  throw RunError(ExitCode::usage,
                 fmt::format("{}, sheet {}: no card on it is still to be printed", job.name(), fmt::join(words, ",")),
                 "Spoilt cards are made again by 'pehchan spoilt'. To print the same sheet once more, add --again and "
                 "destroy the other.");
}

std::vector<DeadCard> dead_cards(Ledger& ledger, const Job& job, const std::vector<SheetPart>& parts) {
  std::vector<DeadCard> dead;
  for (const SheetPart& part : parts)
    for (std::size_t sheet = part.sheets.first; sheet <= part.sheets.last; ++sheet)
      for (const SlotContent& one : sheet_content(ledger, job, sheet))
        if (one.card.state == CardState::voided || (one.card.place && one.card.place->copy != one.here.copy))
          dead.push_back({sheet, one.here.slot, one.card.number.text});
  return dead;
}

class Sending {
 public:
  Sending(Ledger& ledger, const Job& job, const SendOptions& options, const SheetsAsker& ask, const SendSink& sink)
      : ledger_(ledger), job_(job), options_(options), ask_(ask), sink_(sink), printer_(options.printer) {}

  SendSummary run(const std::vector<SheetPart>& parts, const std::stop_token& stop) {
    const SheetFormat format = format_of(job_);
    ticket_ = ticket_for(printer_.facts(), format.paper, format.duplex, options_.wishes);
    printer_.validate(ticket_);
    for (const SheetPart& part : parts)
      if (is_over_ || stop.stop_requested())
        summary_.not_sent.push_back(part.sheets);
      else
        send(part, stop);
    summary_.was_stopped = summary_.was_stopped || stop.stop_requested();
    return std::move(summary_);
  }

 private:
  void send(const SheetPart& part, const std::stop_token& stop) {
    const std::string pdf = pdf_of(part);
    const std::size_t pages = page_count(pdf, part.file.name);
    ticket_.job_name = fmt::format("{} sheets {} ({})", job_.name(), words_of(part.sheets), part.file.name);
    const auto sheets_out = [&](const PrintProgress& seen) { return seen.impressions * part.count() / pages; };
    PrintEnd end;
    try {
      const int number = printer_.print(ticket_, pdf);
      end = watch_print(
          printer_, number, options_.patience,
          [&](const PrintProgress& seen) {
            sink_({part.file.name, part.sheets, sheets_out(seen), seen});
          },
          stop);
    } catch (const RunError& error) {
      end.silence = error.what();
    }
    if (end.last.state == PrintState::completed)
      complete(part, has_counted_all(end.last, pages));
    else
      give_up(part, end, std::min(sheets_out(end.last), part.count()));
  }

  /// Printers count sides of paper, or sheets, or nothing.
  bool has_counted_all(const PrintProgress& last, std::size_t pages) const {
    const std::size_t papers = ticket_.sides.starts_with("two-sided") ? (pages + 1) / 2 : pages;
    return last.impressions >= pages || (last.impressions == 0 && last.sheets >= papers);
  }

  void complete(const SheetPart& part, bool is_acknowledged) {
    if (is_acknowledged || ask_(part.sheets))
      mark(part.sheets);
    else
      summary_.unsure.push_back(part.sheets);
  }

  void give_up(const SheetPart& part, const PrintEnd& end, std::size_t counted) {
    is_over_ = true;
    summary_.is_gone = !end.silence.empty();
    summary_.was_stopped = end.was_stopped;
    summary_.failed = part.sheets;
    summary_.counted = counted;
    summary_.failure = summary_.is_gone                         ? end.silence
                       : end.last.state == PrintState::canceled ? "the printing was cancelled"
                       : end.last.state == PrintState::aborted  ? "the printer gave up"
                                                                : "the printer stands still";
    if (!end.last.reasons.empty()) summary_.failure += fmt::format(" ({})", fmt::join(end.last.reasons, ", "));
    // What it had counted before it fell silent did come out; of a job that was cancelled nobody knows what did.
    if (!summary_.is_gone || counted == 0) return;
    mark({part.sheets.first, part.sheets.first + counted - 1});
    summary_.failed.first += counted;
    summary_.counted = 0;
  }

  void mark(const SheetRange& sheets) {
    summary_.cards += mark_printed(ledger_, job_, std::span(&sheets, 1));
    summary_.acknowledged.push_back(sheets);
    raise_mark(ledger_);
  }

  Ledger& ledger_;
  const Job& job_;
  const SendOptions& options_;
  const SheetsAsker& ask_;
  const SendSink& sink_;
  IppPrinter printer_;
  Ticket ticket_;
  SendSummary summary_;
  bool is_over_ = false;
};

}  // namespace

SendSummary send_sheets(const SendOptions& options, const SheetsAsker& ask, const SendSink& progress,
                        std::stop_token stop) {
  Ledger ledger(options.ledger);
  refuse_older(ledger);
  const Job job = job_named(ledger, options.job);
  const auto parts = parts_of(ledger, job, chosen_sheets(ledger, job, options));
  SendSummary summary;
  summary.job = job.name();
  if (parts.empty()) return summary;
  const auto folder = folder_path(ledger, job.folder);
  const FileLock lock(folder / ".printing.lock", folder.string());
  for (const SheetPart& part : parts) pdf_of(part);
  auto dead = dead_cards(ledger, job, parts);
  summary = Sending(ledger, job, options, ask, progress).run(parts, stop);
  summary.job = job.name();
  summary.dead = std::move(dead);
  return summary;
}

}  // namespace pehchan

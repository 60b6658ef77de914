#include "batch/send_sheets.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/file_lock.h"
#include "base/run_error.h"
#include "batch/chosen_sheets.h"
#include "batch/job_folder.h"
#include "batch/print_record.h"
#include "batch/sheet_json.h"
#include "batch/sheet_parts.h"
#include "batch/watch_print.h"
#include "ledger/high_water.h"
#include "print/some_pages.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

bool is_two_sided(const Ticket& ticket) { return ticket.sides.starts_with("two-sided"); }

/// Printers count sides of paper, or sheets, or nothing.
bool has_counted_all(const PrintProgress& last, const PrintRecord& given) {
  if (std::ranges::find(last.reasons, "job-completed-with-errors") != last.reasons.end()) return false;
  const std::size_t papers = given.is_two_sided ? (given.pages + 1) / 2 : given.pages;
  return last.impressions >= given.pages || (last.impressions == 0 && last.sheets >= papers);
}

std::size_t count_of(const SheetRange& sheets) { return sheets.last - sheets.first + 1; }

/// Sheets that came out whole, by the printer's count.
std::size_t counted_sheets(const PrintProgress& last, const PrintRecord& given) {
  const std::size_t pages_a_sheet = std::max<std::size_t>(1, given.pages / count_of(given.sheets));
  return std::min(last.impressions / pages_a_sheet, count_of(given.sheets));
}

std::string why_it_ended(const PrintEnd& end) {
  std::string why = !end.silence.empty()                     ? end.silence
                    : end.last.state == PrintState::canceled ? "the printing was cancelled"
                    : end.last.state == PrintState::aborted  ? "the printer gave up"
                                                             : "the printer stands still";
  if (!end.last.reasons.empty()) why += fmt::format(" ({})", fmt::join(end.last.reasons, ", "));
  return why;
}

class Sending {
 public:
  Sending(Ledger& ledger, const Job& job, const fs::path& folder, const SendOptions& options, const SheetsAsker& ask,
          const SendSink& sink, const std::stop_token& stop)
      : ledger_(ledger),
        job_(job),
        folder_(folder),
        options_(options),
        ask_(ask),
        sink_(sink),
        stop_(stop),
        printer_(options.printer) {}

  /// What a run that was killed, or that lost its printer, had left with it. Throws RunError (try_again) when nobody
  /// can say what became of it.
  void follow(const PrintRecord& left) {
    const bool is_known = left.printer == options_.printer && left.job == job_.name() && left.number > 0 &&
                          printer_.name_of(left.number) == left.name;
    if (!is_known)
      throw RunError(
          ExitCode::try_again,
          fmt::format("an earlier run had given sheets {} of {} to the printer {}, and it does not say what became of "
                      "them",
                      words_of(left.sheets), left.job, left.printer),
          fmt::format("Look at the printer. Those that came out well: pehchan printed {} --sheets {}. Then "
                      "run this command again with --forget.",
                      left.job, words_of(left.sheets)));
    watch(left, left.name);
  }

  void send(const std::vector<SheetPart>& parts) {
    ask_first(parts.front());
    for (const SheetPart& part : parts)
      if (is_over_ || stop_.stop_requested())
        summary_.not_sent.push_back(part.sheets);
      else
        send(part);
  }

  bool is_over() const { return is_over_; }
  SendSummary summary() {
    summary_.was_stopped = summary_.was_stopped || stop_.stop_requested();
    return summary_;
  }

 private:
  void ask_first(const SheetPart& part) {
    const SheetOnPaper sheet = sheet_on_paper(nlohmann::ordered_json::parse(job_.settings));
    const Size paper = pages_of(pdf_of(part), part.file.name).paper;
    if (std::abs((paper.width - sheet.paper.width).value) > 0.5 ||
        std::abs((paper.height - sheet.paper.height).value) > 0.5)
      throw RunError(ExitCode::bad_config,
                     fmt::format("the sheet format of {} is no longer the one that it was made with", job_.name()),
                     "Put the old format back, or print the file from another program at 100 %.");
    ticket_ = ticket_for(printer_.facts(), paper, sheet.turned, options_.wishes);
    printer_.validate(ticket_);
  }

  void send(const SheetPart& part) {
    const std::string pdf = pdf_of(part);
    ticket_.job_name = fmt::format("{} sheets {} ({})", job_.name(), words_of(part.sheets), part.file.name);
    PrintRecord given{.printer = options_.printer,
                      .job = job_.name(),
                      .name = ticket_.job_name,
                      .sheets = part.sheets,
                      .pages = pages_of(pdf, part.file.name).count,
                      .is_two_sided = is_two_sided(ticket_)};
    write_print_record(folder_, given);
    try {
      given.number = printer_.print(ticket_, pdf, [&](int number) {
        given.number = number;
        write_print_record(folder_, given);
      });
    } catch (const RunError& error) {
      PrintEnd end;
      end.silence = error.what();
      if (given.number == 0) return conclude(given, end);
      return watch(given, part.file.name, end.silence);
    }
    watch(given, part.file.name);
  }

  /// `trouble`: with handing it over, told when it does not come out.
  void watch(const PrintRecord& given, const std::string& name, const std::string& trouble = {}) {
    const auto dead = dead_cards(ledger_, job_, given.sheets);
    summary_.dead.insert(summary_.dead.end(), dead.begin(), dead.end());
    const auto tell = [&](const PrintProgress& seen) {
      sink_({name, given.sheets, counted_sheets(seen, given), seen});
    };
    PrintEnd end = watch_print(printer_, given.number, options_.patience, tell, stop_);
    if (end.silence.empty()) end.silence = trouble;
    conclude(given, end);
  }

  /// The last word of this run about what the printer was given. What the printer may still print is kept for the
  /// next.
  void conclude(const PrintRecord& given, const PrintEnd& end) {
    if (end.last.state == PrintState::completed)
      complete(given.sheets, has_counted_all(end.last, given));
    else
      give_up(given, end);
    if (given.number == 0 || has_ended(end.last.state)) remove_print_record(folder_);
  }

  void complete(const SheetRange& sheets, bool is_acknowledged) {
    if (is_acknowledged || ask_(sheets))
      mark(sheets);
    else
      summary_.unsure.push_back(sheets);
  }

  void give_up(const PrintRecord& given, const PrintEnd& end) {
    const bool is_left = !has_ended(end.last.state);
    is_over_ = true;
    summary_.is_with_printer = given.number > 0 && is_left;
    summary_.was_stopped = end.was_stopped;
    summary_.failed = given.sheets;
    summary_.counted = counted_sheets(end.last, given);
    summary_.failure = why_it_ended(end);
    // What it had counted before it fell silent did come out; of a job that was cancelled nobody knows what did.
    if (!is_left || end.silence.empty() || summary_.counted == 0) return;
    mark({given.sheets.first, given.sheets.first + summary_.counted - 1});
    summary_.failed.first += summary_.counted;
    summary_.counted = 0;
  }

  void mark(const SheetRange& sheets) {
    summary_.cards += mark_printed(ledger_, job_, std::span(&sheets, 1));
    summary_.acknowledged.push_back(sheets);
    raise_mark(ledger_);
  }

  Ledger& ledger_;
  const Job& job_;
  const fs::path folder_;
  const SendOptions& options_;
  const SheetsAsker& ask_;
  const SendSink& sink_;
  const std::stop_token& stop_;
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
  const fs::path folder = folder_path(ledger, job.folder);
  const FileLock lock(folder / ".printing.lock", folder.string());
  Sending sending(ledger, job, folder, options, ask, progress, stop);
  if (options.is_forgetting) remove_print_record(folder);
  if (const auto left = read_print_record(folder)) sending.follow(*left);
  // What is left is only known after that.
  if (!sending.is_over() && !stop.stop_requested())
    if (const auto parts = parts_of(ledger, job, chosen_sheets(ledger, job, options.sheets, options.is_again));
        !parts.empty()) {
      for (const SheetPart& part : parts) pdf_of(part);
      sending.send(parts);
    }
  SendSummary summary = sending.summary();
  summary.job = job.name();
  return summary;
}

}  // namespace pehchan

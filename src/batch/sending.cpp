#include "batch/sending.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <random>
#include <utility>

#include "base/run_error.h"
#include "batch/chosen_sheets.h"
#include "batch/fronts_record.h"
#include "batch/sheet_json.h"
#include "ledger/high_water.h"
#include "print/some_pages.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

bool is_two_sided(const std::string& sides) { return sides.starts_with("two-sided"); }

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

/// No other file that the printer was ever given is called so: by it a file is known whose number is not.
std::string new_name(const Job& job, const SheetPart& part) {
  std::random_device random;
  return fmt::format("{} sheets {} ({}) {:06x}", job.name(), words_of(part.sheets), part.path.filename().string(),
                     random() & 0xFFFFFF);
}

/// What the printer that has it knows it by; 0: it knows nothing of it.
int known_number(IppPrinter& printer, const PrintRecord& left) {
  if (left.number > 0 && printer.name_of(left.number) == left.name) return left.number;
  return printer.number_of(left.name);
}

std::string sides_of(const PrintRecord& given) {
  return given.side == PaperSide::both ? "" : fmt::format("the {} of ", word_of(given.side));
}

}  // namespace

Sending::Sending(Ledger& ledger, const Job& job, fs::path folder, const SendOptions& options, const SendAsker& ask,
                 const SendSink& sink, const std::stop_token& stop)
    : ledger_(ledger),
      job_(job),
      folder_(std::move(folder)),
      options_(options),
      ask_(ask),
      sink_(sink),
      stop_(stop),
      printer_(options.printer) {}

SendSummary Sending::summary() const {
  SendSummary summary = summary_;
  summary.was_stopped = summary.was_stopped || stop_.stop_requested();
  return summary;
}

void Sending::follow(const PrintRecord& left) {
  if (!left.is_on_its_way) return remove_print_record(folder_);
  if (left.job != job_.name())
    throw RunError(ExitCode::try_again,
                   fmt::format("an earlier run had given sheets of {} to the printer {}", left.job, left.printer),
                   fmt::format("First run 'pehchan send {} --printer {}', which finds out what became of them.",
                               left.job, left.printer));
  IppPrinter printer(left.printer);
  PrintRecord known = left;
  try {
    known.number = known_number(printer, left);
  } catch (const RunError& error) {
    return settle_lost(left, error.what());
  }
  if (known.number == 0) return settle_lost(left, "it does not know them any more");
  watch(printer, known, left.name);
}

/// Whoever has looked after them has said so in the ledger, or is asked.
void Sending::settle_lost(const PrintRecord& left, const std::string& why) {
  const auto to_print = sheets_to_print(ledger_, job_);
  const bool is_settled = std::ranges::none_of(
      to_print, [&](std::size_t sheet) { return sheet >= left.sheets.first && sheet <= left.sheets.last; });
  if (is_settled && !options_.is_again) return remove_print_record(folder_);
  switch (ask_.lost(left.sheets)) {
    case Lost::came_out:
      mark(left.sheets, left.side);
      return remove_print_record(folder_);
    case Lost::did_not:
      return remove_print_record(folder_);
    default:
      refuse_lost(left, why);
  }
}

void Sending::refuse_lost(const PrintRecord& left, const std::string& why) const {
  const std::string sheets = words_of(left.sheets);
  const std::string well = left.side == PaperSide::fronts
                               ? "If all came out well, go on with --forget --side backs --again; if not"
                               : fmt::format(
                                     "If all came out well: pehchan printed {} --sheets {}, then this command "
                                     "again. If not: say so of those that did, destroy the others",
                                     left.job, sheets);
  throw RunError(ExitCode::try_again,
                 fmt::format("an earlier run had given {}sheets {} of {} to the printer {}, and nobody can say what "
                             "became of them: {}",
                             sides_of(left), sheets, left.job, left.printer, why),
                 fmt::format("Look at the printer. {}, and run this command again with --forget.", well));
}

void Sending::send(const std::vector<SheetPart>& parts) {
  std::string pdf = pdf_of(parts.front());
  for (const SheetPart& part : std::span(parts).subspan(1)) pdf_of(part);
  ask_first(parts.front(), pdf);
  for (const SheetPart& part : parts) {
    if (is_over_ || stop_.stop_requested()) {
      summary_.not_sent.push_back(part.sheets);
    } else {
      if (pdf.empty()) pdf = pdf_of(part);
      send(part, std::exchange(pdf, {}));
    }
  }
}

void Sending::ask_first(const SheetPart& part, const std::string& pdf) {
  const SheetOnPaper sheet = sheet_on_paper(nlohmann::ordered_json::parse(job_.settings));
  const Size paper = pages_of(pdf, part.path.string()).paper;
  if (std::abs((paper.width - sheet.paper.width).value) > 0.5 ||
      std::abs((paper.height - sheet.paper.height).value) > 0.5)
    throw RunError(ExitCode::bad_config,
                   fmt::format("the sheet format of {} is no longer the one that it was made with", job_.name()),
                   "Put the old format back, or print the file from another program at 100 %.");
  if (sheet.turned == Duplex::none && is_two_sided(options_.wishes.sides))
    throw RunError(ExitCode::usage, fmt::format("the sheets of {} are printed on one side", job_.name()),
                   "Nothing was printed. Leave --sides out.");
  ticket_ = ticket_for(printer_.facts(), paper, sheet.turned, options_.wishes);
  printer_.validate(ticket_);
}

void Sending::send(const SheetPart& part, const std::string& pdf) {
  ticket_.job_name = new_name(job_, part);
  PrintRecord given{.printer = options_.printer,
                    .job = job_.name(),
                    .name = ticket_.job_name,
                    .sheets = part.sheets,
                    .pages = pages_of(pdf, part.path.string()).count,
                    .is_two_sided = is_two_sided(ticket_.sides),
                    .side = part.side};
  write_print_record(folder_, given);
  PrintEnd broken;
  try {
    given.number = printer_.print(ticket_, pdf, [&](int number) {
      given.number = number;
      given.is_on_its_way = true;
      write_print_record(folder_, given);
    });
  } catch (const RefusedFile& error) {
    broken.silence = error.what();
    given.is_on_its_way = given.number > 0;
  } catch (const RunError& error) {
    broken.silence = error.what();
  }
  if (given.number == 0 && given.is_on_its_way) try {
      given.number = printer_.number_of(given.name);
    } catch (const RunError& error) {
      broken.silence = error.what();
    }
  if (given.number == 0) return conclude(given, broken);
  watch(printer_, given, part.path.filename().string(), broken.silence);
}

/// `trouble`: with handing it over, told when it does not come out.
void Sending::watch(IppPrinter& printer, const PrintRecord& given, const std::string& name,
                    const std::string& trouble) {
  const auto dead = dead_cards(ledger_, job_, given.sheets);
  summary_.dead.insert(summary_.dead.end(), dead.begin(), dead.end());
  const auto tell = [&](const PrintProgress& seen) { sink_({name, given.sheets, counted_sheets(seen, given), seen}); };
  PrintEnd end = watch_print(printer, given.number, options_.patience, tell, stop_);
  if (end.silence.empty()) end.silence = trouble;
  conclude(given, end);
}

/// The last word of this run about what the printer was given. What the printer may still print is kept for the next.
void Sending::conclude(const PrintRecord& given, const PrintEnd& end) {
  if (end.last.state == PrintState::completed)
    complete(given, has_counted_all(end.last, given));
  else
    give_up(given, end);
  if (!given.is_on_its_way || has_ended(end.last.state)) remove_print_record(folder_);
}

void Sending::complete(const PrintRecord& given, bool is_acknowledged) {
  if (is_acknowledged || ask_.came_out(given.sheets)) return mark(given.sheets, given.side);
  if (given.side == PaperSide::fronts) note_fronts(given.sheets, false);
  summary_.is_of_fronts = given.side == PaperSide::fronts;
  summary_.unsure.push_back(given.sheets);
}

void Sending::give_up(const PrintRecord& given, const PrintEnd& end) {
  const bool is_left = !has_ended(end.last.state);
  is_over_ = true;
  summary_.is_with_printer = given.is_on_its_way && is_left;
  summary_.was_stopped = end.was_stopped;
  summary_.failed = given.sheets;
  summary_.is_of_fronts = given.side == PaperSide::fronts;
  summary_.counted = counted_sheets(end.last, given);
  summary_.failure = why_it_ended(end);
  // What it had counted before it fell silent did come out; of a job that was cancelled nobody knows what did.
  if (!is_left || end.silence.empty() || summary_.counted == 0) return;
  mark({given.sheets.first, given.sheets.first + summary_.counted - 1}, given.side);
  summary_.failed.first += summary_.counted;
  summary_.counted = 0;
}

void Sending::mark(const SheetRange& sheets, PaperSide side) {
  if (side == PaperSide::fronts) {
    summary_.fronts.push_back(sheets);
    return note_fronts(sheets, true);
  }
  summary_.cards += mark_printed(ledger_, job_, std::span(&sheets, 1));
  summary_.acknowledged.push_back(sheets);
  raise_mark(ledger_);
}

void Sending::note_fronts(const SheetRange& sheets, bool is_well) {
  FrontsRecord fronts = read_fronts(folder_, job_.name());
  for (std::size_t sheet = sheets.first; sheet <= sheets.last; ++sheet) {
    (is_well ? fronts.well : fronts.unsure).insert(sheet);
    (is_well ? fronts.unsure : fronts.well).erase(sheet);
  }
  write_fronts(folder_, job_.name(), fronts);
}

}  // namespace pehchan

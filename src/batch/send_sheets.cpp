#include "batch/send_sheets.h"

#include <fmt/format.h>

#include <filesystem>

#include "base/file_lock.h"
#include "base/run_error.h"
#include "batch/chosen_sheets.h"
#include "batch/job_folder.h"
#include "batch/print_record.h"
#include "batch/sending.h"
#include "batch/sides_apart.h"
#include "ledger/high_water.h"

namespace pehchan {
namespace fs = std::filesystem;
namespace {

PaperSide side_to_print(const SendOptions& options, const Job& job, bool is_apart) {
  if (!is_apart && options.side != PaperSide::both)
    throw RunError(ExitCode::usage, fmt::format("fronts and backs of {} are on the same paper", job.name()),
                   "Nothing was printed. Leave --side out.");
  if (!is_apart) return PaperSide::both;
  return options.side == PaperSide::backs ? PaperSide::backs : PaperSide::fronts;
}

}  // namespace

SendSummary send_sheets(const SendOptions& options, const SendAsker& ask, const SendSink& progress,
                        std::stop_token stop) {
  Ledger ledger(options.ledger);
  refuse_older(ledger);
  const Job job = job_named(ledger, options.job);
  const fs::path folder = folder_path(ledger, job.folder);
  const FileLock lock(folder / ".printing.lock", folder.string());
  const bool is_apart = has_sides_apart(ledger, job);
  const PaperSide side = side_to_print(options, job, is_apart);
  Sending sending(ledger, job, folder, options, ask, progress, stop);
  if (options.is_forgetting) remove_print_record(folder);
  if (const auto left = read_print_record(folder)) sending.follow(*left);
  // What is left is only known after that.
  if (!sending.is_over() && !stop.stop_requested()) {
    auto sheets = chosen_sheets(ledger, job, options.sheets, options.is_again);
    if (is_apart && !sheets.empty()) sheets = sheets_of_side(sheets, side, options, ask, folder, job.name());
    if (const auto parts = parts_of(ledger, job, sheets, side); !parts.empty()) sending.send(parts);
  }
  SendSummary summary = sending.summary();
  summary.job = job.name();
  if (is_apart) summary.want_backs = sheets_wanting_backs(ledger, job, folder);
  return summary;
}

}  // namespace pehchan

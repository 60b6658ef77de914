#pragma once
#include <stop_token>

#include "batch/send_options.h"

namespace pehchan {

/// Prints a job's sheets: its released files in order, those bytes and no others, a part of a file as a PDF of those
/// pages. Before the first sheet the printer is asked whether it would print just so. A file's cards become `printed`
/// when the printer has completed it and counted all its sides, or `ask` says yes; of a printer that goes silent, those
/// of the sheets it had counted; of one that gives up or cancels, none. Where fronts and backs are files of their own,
/// one side is sent, and the cards become `printed` with the backs, which are sent only of sheets whose fronts came
/// out. Whoever calls again sends what is left; what a run that was killed, or lost the printer, had left with it is
/// followed to its end first, at the printer that has it. A stop cancels what the printer still has. Throws RunError
/// before the first sheet: usage for sheets that the job has not, or that have nothing left to print; missing_input or
/// bad_input for a file that is gone or is not what was released; bad_config for a printer that cannot print it;
/// unavailable for one that does not answer; try_again when nobody can say what became of what an earlier run had given
/// to a printer.
SendSummary send_sheets(const SendOptions& options, const SendAsker& ask, const SendSink& progress,
                        std::stop_token stop);

}  // namespace pehchan

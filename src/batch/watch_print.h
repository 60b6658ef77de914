#pragma once
#include <chrono>
#include <functional>
#include <stop_token>
#include <string>

#include "printer/ipp_printer.h"

namespace pehchan {

/// How the printing of one file ended.
struct PrintEnd {
  PrintProgress last;        ///< what the printer said last
  std::string silence;       ///< why it could not be asked any more; empty: it said its last word
  bool was_stopped = false;  ///< as asked
  bool stood_still = false;  ///< longer than one has patience
};

/// Asks the printer every half second until the job has ended or the printer has not answered five times in a row. A
/// stop, or a printer that stands still (a jam that nobody clears, the rest of a file that never came) longer than
/// `patience`, cancels the job; what the
/// printer makes of that is waited for a moment.
PrintEnd watch_print(IppPrinter& printer, int job, std::chrono::seconds patience,
                     const std::function<void(const PrintProgress&)>& tell, const std::stop_token& stop);

}  // namespace pehchan

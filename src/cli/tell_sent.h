#pragma once
#include <string>

#include "batch/send_options.h"

namespace pehchan {

/// Says what came of sending a job's sheets and what to do next; `ledger` is what its commands need to find the ledger.
/// Throws RunError (unavailable, or try_again when it was stopped) when something ended it early.
void tell_sent(const SendSummary& summary, const std::string& ledger);

}  // namespace pehchan

#pragma once
#include <map>
#include <span>

#include "batch/report.h"
#include "ledger/jobs.h"
#include "ledger/ledger.h"

namespace pehchan {

/// What the codes of each job with one of these files are signed with, by the job's number; jobs whose codes are links
/// are not among them.
std::map<long long, SignedWith> signing_keys(Ledger& ledger, std::span<const JobFile> files);

}  // namespace pehchan

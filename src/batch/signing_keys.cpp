#include "batch/signing_keys.h"

#include <set>

#include "batch/signing_json.h"

namespace pehchan {

std::map<long long, SignedWith> signing_keys(Ledger& ledger, std::span<const JobFile> files) {
  std::set<long long> jobs;
  for (const JobFile& file : files) jobs.insert(file.job);
  std::map<long long, SignedWith> keys;
  for (const long long job : jobs) {
    const auto settings = nlohmann::ordered_json::parse(job_named(ledger, job_name(job)).settings);
    if (const auto kept = signing_of(settings)) keys[job] = {kept->kid, kept->issuer};
  }
  return keys;
}

}  // namespace pehchan

#include "batch/profile_choice.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "base/run_error.h"
#include "base/sha256.h"

namespace pehchan {

Design made_for(Design design, const ProfileChoice& choice) {
  if (choice.purpose == Purpose::card_printer && design.per_sheet() != 1)
    throw RunError(ExitCode::bad_config,
                   fmt::format("a card printer takes one card a page; a sheet of {} holds {}", design.sheet.format.name,
                               design.per_sheet()),
                   "Choose a --sheet of one card.");
  design.sheet.profile = read_press_profile(choice.purpose, choice.icc, choice.ink_limit);
  if (!choice.icc_sha256.empty() && sha256_hex(design.sheet.profile.condition.icc) != choice.icc_sha256)
    throw RunError(ExitCode::bad_config, "the ICC profile has changed since these cards were made",
                   "Give the file of the old profile with --icc.");
  return design;
}

void keep_in(nlohmann::ordered_json& settings, const ProfileChoice& choice, const PressProfile& profile) {
  if (profile.purpose == Purpose::office) return;
  settings["profile"] = word_of(profile.purpose);
  if (profile.purpose != Purpose::press) return;
  settings["icc"] = choice.icc.empty() ? "" : std::filesystem::absolute(choice.icc).string();
  settings["icc_sha256"] = sha256_hex(profile.condition.icc);
  if (choice.ink_limit) settings["portraits"] = "cmyk", settings["ink_limit"] = *choice.ink_limit;
}

ProfileChoice kept_choice(const nlohmann::ordered_json& settings) {
  const auto purpose = purpose_named(settings.value("profile", std::string(word_of(Purpose::office))));
  if (!purpose) throw RunError(ExitCode::bad_input, "the job was made for a profile that this program does not know");
  ProfileChoice choice{*purpose, settings.value("icc", std::string()), settings.value("icc_sha256", std::string())};
  if (settings.contains("ink_limit")) choice.ink_limit = settings.at("ink_limit").get<int>();
  return choice;
}

std::map<long long, int> ink_limits_of(Ledger& ledger, const std::vector<JobFile>& files) {
  std::map<long long, int> limits;
  std::set<long long> jobs;
  for (const JobFile& file : files)
    if (jobs.insert(file.job).second) {
      const Job job = job_named(ledger, job_name(file.job));
      const auto limit = kept_choice(nlohmann::ordered_json::parse(job.settings)).ink_limit;
      if (limit) limits[file.job] = *limit;
    }
  return limits;
}

}  // namespace pehchan

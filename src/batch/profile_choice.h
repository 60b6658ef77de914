#pragma once
#include <filesystem>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "batch/design.h"
#include "ledger/jobs.h"
#include "print/press_profile.h"

namespace pehchan {

/// What sheets are to be made for, as it is asked for and kept in a job's settings.
struct ProfileChoice {
  Purpose purpose = Purpose::office;
  std::filesystem::path icc = {};  ///< of a press file: the shop's own; empty: the shipped one
  std::string icc_sha256 = {};     ///< what it must be; empty: anything
  /// Of a press file whose portraits become inks: at most so many % of them on one spot. Nothing: they stay RGB.
  std::optional<int> ink_limit = {};
};

/// The design, made for that: Design::hash stays, because a card is the same card whatever it is printed on. Throws
/// RunError (bad_config) as read_press_profile does, when the ICC profile is not the one it must be, or when a card
/// printer's sheet holds more than one card.
Design made_for(Design design, const ProfileChoice& choice);

/// Adds what made_for needs again to a job's settings; nothing for an office file.
void keep_in(nlohmann::ordered_json& settings, const ProfileChoice& choice, const PressProfile& profile);
/// What keep_in has kept.
ProfileChoice kept_choice(const nlohmann::ordered_json& settings);

/// The ink limit of each of these files' jobs whose portraits are in inks, by the job.
std::map<long long, int> ink_limits_of(Ledger& ledger, const std::vector<JobFile>& files);

}  // namespace pehchan

#include "batch/job_settings.h"

#include <nlohmann/json.hpp>

namespace pehchan {

CardSettings card_settings(const Job& job) {
  const auto json = nlohmann::json::parse(job.settings);
  return {json.at("template"), json.at("sheet"), json.at("link_base")};
}

std::string qr_text_of(const CardSettings& settings, const CardNumber& number, const std::string& kept) {
  return kept.empty() ? settings.link_base + number.text : kept;
}

}  // namespace pehchan

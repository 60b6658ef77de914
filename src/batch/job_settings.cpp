#include "batch/job_settings.h"

#include <nlohmann/json.hpp>

namespace pehchan {

CardSettings card_settings(const Job& job) {
  const auto json = nlohmann::json::parse(job.settings);
  return {json.at("template"), json.at("sheet"), json.at("link_base")};
}

}  // namespace pehchan

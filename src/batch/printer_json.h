#pragma once
#include <nlohmann/json.hpp>
#include <optional>

#include "model/printer_profile.h"

namespace pehchan {

/// Adds a job's printer to its settings, all numbers of it, so that a remake is moved as its sheet was however the
/// printer is measured later. Nothing is added without one.
void add_printer(nlohmann::ordered_json& settings, const std::optional<PrinterProfile>& printer);

/// What add_printer added. Throws nlohmann::json::exception when it is not that.
std::optional<PrinterProfile> printer_of(const nlohmann::ordered_json& settings);

}  // namespace pehchan

#include "batch/printer_json.h"

#include <array>

namespace pehchan {
namespace {

using Json = nlohmann::ordered_json;

Json numbers_of(const Misalignment& e) {
  return {e.right.value, e.down.value, e.scale_across, e.scale_down, e.turn_across, e.turn_down};
}

Misalignment misalignment_of(const Json& json) {
  const auto n = json.get<std::array<double, 6>>();
  return {.right = {n[0]},
          .down = {n[1]},
          .scale_across = n[2],
          .scale_down = n[3],
          .turn_across = n[4],
          .turn_down = n[5]};
}

}  // namespace

void add_printer(Json& settings, const std::optional<PrinterProfile>& printer) {
  if (!printer) return;
  settings["printer"] = {{"name", printer->name},
                         {"tray", printer->tray},
                         {"paper", {printer->paper.width.value, printer->paper.height.value}},
                         {"duplex", static_cast<int>(printer->duplex)},
                         {"front", numbers_of(printer->front)},
                         {"back", numbers_of(printer->back)}};
}

std::optional<PrinterProfile> printer_of(const Json& settings) {
  if (!settings.contains("printer")) return {};
  const Json& json = settings.at("printer");
  const auto paper = json.at("paper").get<std::array<double, 2>>();
  return PrinterProfile{.name = json.at("name"),
                        .tray = json.at("tray"),
                        .paper = {{paper[0]}, {paper[1]}},
                        .duplex = static_cast<Duplex>(json.at("duplex").get<int>()),
                        .front = misalignment_of(json.at("front")),
                        .back = misalignment_of(json.at("back"))};
}

}  // namespace pehchan

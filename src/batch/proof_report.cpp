#include "batch/proof_report.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace pehchan {
namespace {

using Json = nlohmann::ordered_json;

/// Nobody measures more finely.
double rounded(double value) { return std::round(value * 100) / 100; }

Json json_of(const PreflightFault& fault) {
  const Words& words = words_of(fault.rule);
  return {{"rule", code_of(fault.rule)},
          {"page", fault.page},
          {"en", words.en},
          {"hi", words.hi},
          {"detail", fault.detail}};
}

std::size_t count_of(const Preflight& found, SymbolKind kind) {
  return static_cast<std::size_t>(std::ranges::count(found.symbols, kind, &PlacedSymbol::kind));
}

Json json_of(const ProofedFile& file) {
  Json json{{"file", file.name}, {"right", file.is_right()}};
  if (!file.trouble.empty()) {
    json["trouble"] = file.trouble;
    return json;
  }
  const Preflight& found = file.found;
  const Mm module = smallest_module(found);
  json["profile"] = word_of(found.purpose);
  json["pages"] = found.pages;
  json["smallest_text_pt"] = rounded(found.smallest_text);
  json["least_photo_ppi"] = rounded(found.least_ppi);
  json["codes"] = {{"qr", count_of(found, SymbolKind::qr)},
                   {"code128", count_of(found, SymbolKind::code128)},
                   {"pdf417", count_of(found, SymbolKind::pdf417)}};
  json["smallest_module_mm"] = rounded(module.value);
  json["smallest_module_dots"] = {{"300", rounded(dots(module, 300))}, {"600", rounded(dots(module, 600))}};
  json["faults"] = Json::array();
  for (const PreflightFault& fault : found.faults) json["faults"].push_back(json_of(fault));
  return json;
}

}  // namespace

Mm smallest_module(const Preflight& found) {
  const auto least = std::ranges::min_element(found.symbols, {}, [](const PlacedSymbol& one) { return one.module; });
  return least == found.symbols.end() ? Mm{} : least->module;
}

std::string proof_json(std::span<const ProofedFile> files) {
  Json json{{"files", Json::array()}};
  for (const ProofedFile& file : files) json["files"].push_back(json_of(file));
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace pehchan

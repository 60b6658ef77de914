#include "batch/proof_report.h"

#include <gtest/gtest.h>

#include <limits>

namespace pehchan {
namespace {

ProofedFile measured(double smallest_text, double least_ppi, Mm module) {
  ProofedFile file{.name = "sheets-0001.pdf", .found = {.symbols = {}, .faults = {}}, .trouble = {}};
  file.found.smallest_text = smallest_text;
  file.found.least_ppi = least_ppi;
  file.found.symbols.push_back({.page = 0, .kind = SymbolKind::qr, .box = {}, .module = module});
  return file;
}

std::string json_of(const ProofedFile& file) { return proof_json(std::span(&file, 1)); }

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(ProofReport, MeasuresAreToldToTwoPlacesAndNoFurther) {
  const std::string json = json_of(measured(6.66666, 299.9951, Mm{0.4233333}));
  EXPECT_TRUE(has(json, "\"smallest_text_pt\": 6.67,")) << json;
  EXPECT_TRUE(has(json, "\"least_photo_ppi\": 300.0,")) << json;
  EXPECT_TRUE(has(json, "\"smallest_module_mm\": 0.42,")) << json;
  EXPECT_TRUE(has(json, "\"300\": 5.0,")) << json;
  EXPECT_TRUE(has(json, "\"600\": 10.0")) << json;
}

TEST(ProofReport, AFaultKeepsItsWordsAndNoFileBreaksTheJson) {
  ProofedFile file = measured(5, 300, Mm{0.42});
  file.name = "sheets-\xff\".pdf";
  file.found.faults.push_back({Rule::trapped, 2, "Info \x80"});
  const std::string json = json_of(file);
  EXPECT_TRUE(has(json, "\"rule\": \"trapped\"")) << json;
  EXPECT_TRUE(has(json, "\"right\": false")) << json;
}

}  // namespace
}  // namespace pehchan

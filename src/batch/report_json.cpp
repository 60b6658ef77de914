#include <nlohmann/json.hpp>

#include "batch/report.h"

namespace pehchan {
namespace {

using Json = nlohmann::ordered_json;

Json told(const Problem& problem) {
  return {{"row", problem.row},
          {"field", problem.field},
          {"code", problem.code},
          {"reason_hi", problem.reason.hi},
          {"reason_en", problem.reason.en}};
}

}  // namespace

std::string report_json(const Report& report) {
  Json files = Json::array(), withheld = Json::array(), notes = Json::array();
  bool is_signed = report.files.empty() ? report.signed_with.has_value() : true;
  for (const JobFile& file : report.files) {
    const auto key = report.keys.find(file.job);
    is_signed = is_signed && key != report.keys.end();
    files.push_back({{"file", file.name},
                     {"job", job_name(file.job)},
                     {"first_sheet", file.first_sheet},
                     {"sheets", file.sheets},
                     {"cards", file.cards},
                     {"kid", key == report.keys.end() ? Json() : Json(key->second.kid)},
                     {"issuer", key == report.keys.end() ? Json() : Json(key->second.issuer)},
                     {"sha256", file.sha256}});
    if (const auto limit = report.ink_limits.find(file.job); limit != report.ink_limits.end())
      files.back().update({{"portraits", "cmyk"}, {"ink_limit", limit->second}});
  }
  for (const Withheld& member : report.withheld)
    for (const Problem& problem : member.problems) withheld.push_back(told(problem));
  for (const Problem& note : report.notes) notes.push_back(told(note));
  const Json json{{"schema", 1},
                  {"rows", report.rows},
                  {"issued", report.issued},
                  {"withheld", report.withheld.size()},
                  {"pending", report.pending},
                  {"declined", report.declined},
                  {"not_chosen", report.not_chosen},
                  {"qr_signed", is_signed},
                  {"files", files},
                  {"problems", withheld},
                  {"notes", notes}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace pehchan

#include "batch/check_roll.h"

#include <nlohmann/json.hpp>
#include <string>

#include "base/atomic_file.h"
#include "base/file_lock.h"
#include "base/run_error.h"
#include "roll/write_withheld.h"

namespace pehchan {
namespace {

using Json = nlohmann::ordered_json;

/// Written while the roll is read, so the long list comes before the counts.
class CheckFile {
 public:
  explicit CheckFile(const std::filesystem::path& file)
      : file_(file), held_("{\n  \"schema\": 1,\n  \"problems\": [") {}

  void add(const Problem& problem) {
    const Json told{{"row", problem.row}, {"field", problem.field}, {"code", problem.code}};
    held_ += is_empty_ ? "\n    " : ",\n    ";
    held_ += told.dump(-1, ' ', false, Json::error_handler_t::replace);
    is_empty_ = false;
    constexpr std::size_t write_at_once = 1 << 20;
    if (held_.size() < write_at_once) return;
    file_.write(held_);
    held_.clear();
  }

  void commit(const RollSurvey& survey) {
    const Json counts{{"rows", survey.rows},         {"good", survey.good},
                      {"pending", survey.pending},   {"declined", survey.declined},
                      {"withheld", survey.withheld}, {"codes", survey.problems},
                      {"notes", survey.notes},       {"withheld_file", survey.withheld_file}};
    std::string text = counts.dump(2, ' ', false, Json::error_handler_t::replace);
    held_ += (is_empty_ ? "]," : "\n  ],") + text.substr(1) + "\n";
    file_.write(held_);
    file_.commit();
  }

 private:
  AtomicFile file_;
  std::string held_;
  bool is_empty_ = true;
};

}  // namespace

RollSurvey check_roll(const RollSource& source, const std::filesystem::path& out) {
  if (is_withheld_file(source, out))
    throw RunError(ExitCode::usage, source.where + " would be replaced by what is still wrong in it",
                   "The rows put right have no cards yet and must not be lost: give another folder with --out.");
  const FileLock lock(out / ".lock", out.string());
  CheckFile file(out / "roll-check.json");
  RollSurvey survey = survey_roll(source, out, [&](const Problem& problem) { file.add(problem); });
  file.commit(survey);
  return survey;
}

}  // namespace pehchan

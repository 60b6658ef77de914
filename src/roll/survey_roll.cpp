#include "roll/survey_roll.h"

#include <fmt/format.h>

#include <iterator>
#include <utility>
#include <vector>

#include "base/run_error.h"
#include "roll/duplicates.h"
#include "roll/roll_reader.h"
#include "roll/withheld_writer.h"

namespace pehchan {
namespace {

/// What the first reading leaves for the second.
struct Marks {
  std::vector<bool> wrong;  ///< by row: withheld for its own faults
  std::size_t wrong_rows = 0;
  Duplicates duplicates;

  bool withholds(std::size_t row) const { return (row < wrong.size() && wrong[row]) || duplicates.withholds(row); }
};

Marks read_first(RollReader& reader, RollSurvey& survey) {
  Marks marks;
  for (Record record; reader.next(record);) {
    ++survey.rows;
    const JudgedRow row = reader.judge(record);
    if (row.verdict == Verdict::pending) ++survey.pending;
    if (row.verdict == Verdict::declined) ++survey.declined;
    if (row.verdict == Verdict::pending || row.verdict == Verdict::declined) continue;
    marks.duplicates.add(row.member, row.verdict == Verdict::confirmed);
    if (row.verdict == Verdict::confirmed) continue;
    if (marks.wrong.size() <= record.row) marks.wrong.resize(2 * record.row);
    marks.wrong[record.row] = true;
    ++marks.wrong_rows;
  }
  marks.duplicates.settle();
  return marks;
}

void read_again(const RollSource& source, const std::filesystem::path& folder, const Marks& marks, RollSurvey& survey,
                const std::function<void(const Problem&)>& tell) {
  RollReader reader(source);
  WithheldWriter writer(folder, reader.columns(), reader.form());
  std::size_t rows = 0, wrong = 0;
  for (Record record; reader.next(record);) {
    ++rows;
    if (!marks.withholds(record.row)) continue;
    auto problems = reader.judge(record).problems;
    if (!problems.empty()) ++wrong;
    auto shared = marks.duplicates.problems_of(record.row, survey.file);
    std::move(shared.begin(), shared.end(), std::back_inserter(problems));
    std::vector<const Problem*> told;
    for (const Problem& problem : problems) {
      told.push_back(&problem);
      ++survey.problems[problem.code];
      tell(problem);
    }
    ++survey.withheld;
    writer.add(record, told);
  }
  if (rows != survey.rows || wrong != marks.wrong_rows)
    throw RunError(ExitCode::try_again, fmt::format("{} changed while it was in use", survey.file),
                   "Run the same command again.");
  survey.withheld_file = writer.commit();
}

}  // namespace

RollSurvey survey_roll(const RollSource& source, const std::filesystem::path& folder,
                       const std::function<void(const Problem&)>& tell) {
  RollSurvey survey;
  Marks marks;
  {
    RollReader reader(source);
    survey.file = reader.file();
    marks = read_first(reader, survey);
  }
  if (marks.wrong_rows > 0 || marks.duplicates.any())
    read_again(source, folder, marks, survey, tell);
  else
    remove_withheld(folder);
  survey.good = survey.rows - survey.pending - survey.declined - survey.withheld;
  survey.notes = marks.duplicates.count_notes();
  return survey;
}

}  // namespace pehchan

#include "batch/measure_file.h"

#include "base/file.h"
#include "base/run_error.h"
#include "photo/grey_picture.h"

namespace pehchan {
namespace {

constexpr std::uintmax_t largest = 200'000'000;

}  // namespace

MeasuredSide measure_file(const std::filesystem::path& file, const CalibrationTarget& target, CardSide side) try {
  const auto picture = grey_picture(read_file(file, largest));
  if (!picture)
    throw RunError(ExitCode::bad_input, "it cannot be opened as a picture",
                   photo_problem(picture.error(), file.filename().string()).reason.en);
  const MeasuredSide measured = measure_scan(*picture, target);
  if (measured.side != side)
    throw RunError(ExitCode::bad_input,
                   side == CardSide::front ? "this is the target's back: it has two spots at the top left"
                                           : "this is the target's front: it has one spot at the top left",
                   "Give the front with --scan and the back with --scan-back.");
  return measured;
} catch (const RunError& error) {
  if (error.code != ExitCode::bad_input) throw;
  throw RunError(error.code, file.string() + ": " + error.what(), error.advice);
}

}  // namespace pehchan

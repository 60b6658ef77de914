#pragma once
#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include "model/problem.h"
#include "roll/roll_source.h"

namespace pehchan {

/// What a roll would come to, without its members.
struct RollSurvey {
  std::string file;      ///< as the clerk named it, without a password
  std::size_t rows = 0;  ///< all data rows
  std::size_t good = 0, pending = 0, declined = 0, withheld = 0;
  std::map<std::string, std::size_t> problems, notes;  ///< how many of each code
  std::string withheld_file;                           ///< name in the folder; empty: nobody is withheld
};

/// Judges a roll exactly as read_roll does, but keeps nobody: about 40 bytes a row, whatever is wrong with how many.
/// The withheld rows are written into `folder` as write_withheld does, and each problem of theirs is told, in the order
/// of the roll, while the roll is read for the second time. Throws RunError as read_roll, and try_again if the roll is
/// not the same at the second reading.
RollSurvey survey_roll(const RollSource& source, const std::filesystem::path& folder,
                       const std::function<void(const Problem&)>& tell);

}  // namespace pehchan

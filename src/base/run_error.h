#pragma once
#include <stdexcept>
#include <string>

namespace pehchan {

/// How a run ends, for a scheduled job to act on. From 64 on they are the numbers of sysexits.h.
enum class ExitCode {
  ok = 0,              ///< everything asked for was done, or there was nothing to do
  some_withheld = 1,   ///< done, but some members are withheld
  usage = 64,          ///< the command line is wrong
  bad_input = 65,      ///< the roll cannot be used
  missing_input = 66,  ///< a file or folder that was named is not there
  unavailable = 69,    ///< a database or printer does not answer
  internal = 70,       ///< a fault of the program's own, such as a sheet that failed its proof
  cannot_create = 73,  ///< an output cannot be created
  io_error = 74,       ///< reading or writing failed on the way, such as a faulty disk
  try_again = 75,      ///< another run is at work, the disk is full, or this run was told to stop
  bad_config = 78,     ///< a template, sheet format or configuration file is wrong
};

/// The run's own trouble: thrown once, told once by main, and never used for a member's trouble (see model/problem.h).
struct RunError : std::runtime_error {
  /// `what` says what happened and to which file; `advice` says what to do next.
  RunError(ExitCode exit_code, const std::string& what, std::string what_to_do = {});
  ExitCode code;
  std::string advice;
};

/// A RunError from errno for an output path: a full disk is try_again, a faulty one io_error, the rest cannot_create.
RunError cannot_write(const std::string& path, int error_number);

}  // namespace pehchan
